import { describe, expect, test } from '@jest/globals';
import type { ScanState } from '../../../src/domain/image/scan.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { testNow } from '../environment.ts';
import { Bench, host, signed } from './bench.ts';
import { codes, type Draft, refusals, steps } from './outcome.ts';

describe('what is updated', () => {
  test('nothing when every image is at its newest patch', async () => {
    const bench = new Bench();
    const outcome = await bench.run();
    expect(outcome.entry).toMatchObject({ status: 'nothing-to-do', verdict: 'pass' });
    expect(outcome.entry.result).toBe('nothing to do: no newer patch that may go out for 5 images of 5 workloads');
    expect(bench.changes()).toEqual([]);
  });

  test('a signed patch at once, pinned to its digest, and never further', async () => {
    const bench = new Bench();
    bench.push('api-gateway', '2.1.1', { signature: signed });
    const newest = bench.push('api-gateway', '2.1.2', { signature: signed });
    bench.push('api-gateway', '2.2.0', { signature: signed });
    bench.push('api-gateway', '3.0.0', { signature: signed });
    bench.push('api-gateway', '2.1.9-slim', { signature: signed });
    bench.push('api-gateway', '2.1.3-rc1', { signature: signed });
    const outcome = await bench.run();
    expect(outcome.entry).toMatchObject({ status: 'done', verdict: 'pass' });
    const image = `${host}/api-gateway:2.1.2@${newest}`;
    expect(bench.images()['api-gateway']).toBe(image);
    expect(await bench.podImages('api-gateway')).toEqual([image, image]);
    expect(codes(outcome)).toEqual(['info beyond-a-patch']);
    expect(outcome.findings[0]?.evidence).toBe('2.1.0 is deployed; newer: 2.2.0, 3.0.0');
    expect(outcome.entry.result).toBe('1 of 1 workload updated, every pod ready: api-gateway 2.1.0 → 2.1.2');
  });

  test('an unsigned patch once our own record has known it for a week; until then it is recorded and refused', async () => {
    const bench = new Bench();
    const digest = bench.push('api-gateway', '2.1.1');
    const first = await bench.run();
    expect([steps(first), first.entry.verdict]).toEqual([['record-images'], 'warn']);
    expect(refusals(first)[0]?.state).toBe('2.1.1: not signed, and never seen before (must be 7 days)');
    const second = new Bench();
    second.known('api-gateway', '2.1.1', second.push('api-gateway', '2.1.1'), 7);
    expect((await second.run()).entry).toMatchObject({ status: 'done', verdict: 'pass' });
    expect(second.images()['api-gateway']).toBe(`${host}/api-gateway:2.1.1@${digest}`);
  });

  test('the newest that may go out, when a newer one may not yet', async () => {
    const bench = new Bench();
    const digest = bench.push('api-gateway', '2.1.1');
    bench.known('api-gateway', '2.1.1', digest, 10);
    bench.push('api-gateway', '2.1.2');
    const outcome = await bench.run();
    expect(outcome.entry).toMatchObject({ status: 'done', verdict: 'warn' });
    expect(refusals(outcome)[0]?.state).toBe(
      '2.1.2: not signed, and never seen before (must be 7 days); 2.1.1 goes out instead',
    );
    expect(bench.images()['api-gateway']).toBe(`${host}/api-gateway:2.1.1@${digest}`);
  });

  describe('with scans that a trusted key has attached', () => {
    const scan = (at: number, ...ids: readonly string[]): ScanState => ({
      state: 'scanned',
      scan: { scanner: 'trivy', at, by: 'cosign.pub', vulnerabilities: ids.map((id) => ({ id, severity: 'high' })) },
    });
    const yesterday = testNow - 86_400_000;
    const scannedBench = (before: ScanState, after: ScanState) => {
      const bench = new Bench();
      const running = bench.registry.digestOf(`${host}/api-gateway`, '2.1.0') ?? 'sha256:';
      const platforms = [{ os: 'linux', architecture: 'amd64' }];
      const image = { digest: running, platforms, signature: { state: 'unsigned' }, scan: before } as const;
      bench.registry.put(`${host}/api-gateway`, '2.1.0', image);
      bench.push('api-gateway', '2.1.1', { signature: signed, scan: after });
      return bench;
    };

    test('a reviewer reads what a patch fixes, introduces and leaves', async () => {
      const outcome = await scannedBench(scan(yesterday, 'CVE-1', 'CVE-2'), scan(yesterday, 'CVE-2', 'CVE-3')).run();
      expect(outcome.entry.status).toBe('done');
      expect(outcome.entry.plan?.steps.at(-1)?.why).toContain(
        'fixes 1 (CVE-1 high), introduces 1 (CVE-3 high), 1 (CVE-2 high) remains (trivy, ',
      );
    });

    test('a patch that fixes nothing restarts nothing, and that is said', async () => {
      const bench = scannedBench(scan(yesterday, 'CVE-2'), scan(yesterday, 'CVE-2'));
      const outcome = await bench.run();
      expect(bench.images()['api-gateway']).toBe(`${host}/api-gateway:2.1.0`);
      expect([codes(outcome), refusals(outcome)]).toEqual([['info patch-fixes-nothing'], []]);
      expect(outcome.entry.verdict).toBe('pass');
    });

    test('below a patch that fixes nothing, a lower one goes out only when its own scan shows a fix', async () => {
      const lower = async (after: ScanState) => {
        const bench = scannedBench(scan(yesterday, 'CVE-2'), after);
        bench.push('api-gateway', '2.1.2', { signature: signed, scan: scan(yesterday, 'CVE-2') });
        await bench.run();
        return bench.images()['api-gateway'] ?? '';
      };
      expect(await lower({ state: 'none' })).toBe(`${host}/api-gateway:2.1.0`);
      expect(await lower({ state: 'unusable', why: 'by no trusted key' })).toBe(`${host}/api-gateway:2.1.0`);
      expect(await lower(scan(yesterday))).toMatch(/api-gateway:2\.1\.1@/);
    });

    test.each<[string, ScanState, ScanState]>([
      ['old', scan(yesterday - 20 * 86_400_000), scan(yesterday - 20 * 86_400_000)],
      ['by nobody trusted', scan(yesterday), { state: 'unusable', why: 'by no trusted key' }],
      ['of the new image alone', { state: 'none' }, scan(yesterday)],
    ])(
      'scans that are %s keep no patch back, and the plan says why they do not count',
      async (_name, before, after) => {
        const outcome = await scannedBench(before, after).run();
        expect(outcome.entry.status).toBe('done');
        expect(outcome.entry.plan?.steps.at(-1)?.why).toMatch(/scan .*(days old|by no trusted key|to compare with)/);
      },
    );
  });

  test('every container and init container of a workload, in one step', async () => {
    const bench = new Bench();
    bench.edit('Deployment', 'api-gateway', (({ spec }: Draft) => {
      spec.template.spec.initContainers = [{ name: 'migrate', image: `${host}/migrate:1.0.0` }];
    }) as never);
    bench.push('migrate', '1.0.0');
    const migrate = bench.push('migrate', '1.0.1', { signature: signed });
    const gateway = bench.push('api-gateway', '2.1.1', { signature: signed });
    const outcome = await bench.run();
    expect(steps(outcome)).toEqual(['record-images', 'set-image deployment/api-gateway']);
    expect(bench.images()['api-gateway']).toBe(
      `${host}/migrate:1.0.1@${migrate}, ${host}/api-gateway:2.1.1@${gateway}`,
    );
  });

  test('one workload after the other, dependents last, or as it is configured', async () => {
    const tags = { postgres: '15.18', redis: '7.0.16', 'blockchain-node': '1.4.3', 'api-gateway': '2.1.1' };
    const filled = (platform?: Record<string, unknown>) => {
      const bench = new Bench(platform === undefined ? {} : { platform });
      for (const [name, tag] of Object.entries(tags)) {
        if (name !== 'postgres') bench.push(name, tag, { signature: signed });
      }
      bench.push('monitoring-stack', '2.42.1', { signature: signed });
      return bench;
    };
    const order = async (bench: Bench) => steps(await bench.run('plan')).slice(1);
    expect(await order(filled())).toEqual([
      'set-image statefulset/redis',
      'set-image statefulset/blockchain-node',
      'set-image deployment/monitoring-stack',
      'set-image deployment/api-gateway',
    ]);
    const configured = [
      { kind: 'Deployment', name: 'api-gateway' },
      { kind: 'StatefulSet', name: 'blockchain-node' },
    ];
    expect(await order(filled({ workloads: { order: configured } }))).toEqual([
      'set-image deployment/monitoring-stack',
      'set-image statefulset/redis',
      'set-image deployment/api-gateway',
      'set-image statefulset/blockchain-node',
    ]);
  });

  test('what the configuration tells to ignore is not even looked at', async () => {
    const bench = new Bench({ platform: { images: { ignore: ['api-gateway'] } } });
    bench.push('api-gateway', '2.1.1', { signature: signed });
    bench.cluster.fail({ name: 'api-gateway' }, new PortError({ code: 'failed', subject: 'x', message: 'x' }));
    expect((await bench.run()).entry).toMatchObject({ status: 'nothing-to-do', verdict: 'pass' });
  });
});

describe('an update that fails', () => {
  const failing = (platform?: Record<string, unknown>) => {
    const fate = {
      becomesReady: ({ spec }: { spec: { containers: readonly { image?: string }[] } }) =>
        !spec.containers.some(({ image }) => image?.includes('blockchain-node:1.4.3')),
    };
    const bench = new Bench({ fate, ...(platform === undefined ? {} : { platform }) });
    bench.cluster.onLogs(() => ['cannot open the ledger']);
    bench.push('redis', '7.0.16', { signature: signed });
    const digest = bench.push('blockchain-node', '1.4.3', { signature: signed });
    bench.push('api-gateway', '2.1.1', { signature: signed });
    return { bench, digest };
  };

  test('is put back by itself, with logs kept; what was updated before stays, what comes after is not begun', async () => {
    const { bench, digest } = failing();
    const { entry, findings } = await bench.run();
    expect(entry).toMatchObject({ status: 'rolled-back', verdict: 'fail' });
    expect(entry.applied.map(({ step, outcome }) => [step, outcome])).toEqual([
      ['record-images', 'done'],
      ['set-image statefulset/redis', 'done'],
      ['set-image statefulset/blockchain-node', 'failed'],
    ]);
    expect(entry.applied[2]?.kept?.flatMap(({ lines }) => lines)).toContain('cannot open the ledger');
    expect(entry.undone).toMatchObject([{ step: 'set-image statefulset/blockchain-node', outcome: 'done' }]);
    expect(bench.images()).toMatchObject({
      redis: expect.stringContaining('7.0.16@'),
      'blockchain-node': `${host}/blockchain-node:1.4.2`,
      'api-gateway': `${host}/api-gateway:2.1.0`,
    });
    expect(await bench.podImages('blockchain-node')).toEqual(Array(2).fill(`${host}/blockchain-node:1.4.2`));
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['step-failed', 'steps-rolled-back']));
    expect(Object.keys(bench.record.quarantined)).toEqual([`${host}/blockchain-node@${digest}`]);
  });

  test('is not tried again next week, and the others are', async () => {
    const { bench } = failing();
    await bench.run();
    const { entry } = await bench.run();
    expect(entry.plan?.steps.map(({ id }) => id)).toEqual(['set-image deployment/api-gateway']);
    expect(entry.plan?.refusals[0]?.state).toMatch(/^1\.4\.3: it failed at statefulset\/blockchain-node/);
    expect(entry).toMatchObject({ status: 'done', verdict: 'warn' });
  });

  test('is kept as it is where the workload must not be rolled back', async () => {
    const hold = [{ kind: 'StatefulSet', name: 'blockchain-node', reason: 'its ledger migrates forward only' }];
    const { bench, digest } = failing({ workloads: { hold } });
    const { entry } = await bench.run();
    expect(entry).toMatchObject({ status: 'frozen', verdict: 'fail' });
    expect(entry.undone).toMatchObject([{ outcome: 'held', cause: expect.stringContaining('forward only') }]);
    expect(entry.plan?.steps[2]?.undo).toContain('its ledger migrates forward only');
    expect(bench.images()['blockchain-node']).toBe(`${host}/blockchain-node:1.4.3@${digest}`);
  });
});
