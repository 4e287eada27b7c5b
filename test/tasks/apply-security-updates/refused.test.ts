import { describe, expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { Bench, host, namespace, signed } from './bench.ts';
import { type Draft, refusals, steps } from './outcome.ts';

describe('what is refused', () => {
  const due = (platform?: Record<string, unknown>) => {
    const bench = new Bench(platform === undefined ? {} : { platform });
    const digest = bench.push('api-gateway', '2.1.1', { signature: signed });
    return { bench, digest };
  };
  const gateway = (bench: Bench, change: (draft: Draft) => void) =>
    bench.edit('Deployment', 'api-gateway', change as never);

  test.each<[string, (bench: Bench) => void, RegExp]>([
    [
      'owned by Argo CD',
      (bench) =>
        gateway(bench, ({ metadata }) => {
          metadata.annotations = {
            'argocd.argoproj.io/tracking-id': `prod:apps/Deployment:${namespace}/api-gateway`,
          };
        }),
      /Argo CD application prod owns it/,
    ],
    [
      'paused',
      (bench) =>
        gateway(bench, ({ spec }) => {
          spec.paused = true;
        }),
      /spec\.paused is true/,
    ],
    [
      'updated by hand (OnDelete)',
      (bench) =>
        gateway(bench, ({ spec }) => {
          spec.updateStrategy = { type: 'OnDelete' };
        }),
      /OnDelete/,
    ],
    [
      'held back by a partition',
      (bench) =>
        gateway(bench, ({ spec }) => {
          spec.updateStrategy = { rollingUpdate: { partition: 2 } };
        }),
      /holds 2 pods back/,
    ],
    [
      'scaled to nothing',
      (bench) =>
        gateway(bench, ({ spec }) => {
          spec.replicas = 0;
        }),
      /no pods at all/,
    ],
    [
      'not whole',
      (bench) =>
        bench.cluster.edit(resources.deployments, namespace, 'api-gateway', (draft) => {
          draft.spec.replicas = 5;
        }),
      /2 of 5 of the new version|has not seen the change/,
    ],
    [
      'without a disruption to spare',
      (bench) =>
        bench.cluster.edit(resources.disruptionBudgets, namespace, 'api-gateway', (draft) => {
          draft.status.disruptionsAllowed = 0;
        }),
      /poddisruptionbudget\/api-gateway allows 0 disruptions: 2 healthy, 1 needed/,
    ],
  ])('a workload that is %s', async (_name, change, state) => {
    const { bench } = due();
    change(bench);
    const outcome = await bench.run();
    expect(refusals(outcome)).toMatchObject([
      { subject: 'deployment/api-gateway', state: expect.stringMatching(state), next: expect.stringMatching(/./) },
    ]);
    expect(outcome.entry.verdict).toBe('warn');
    expect(steps(outcome)).toEqual(['record-images']);
    expect(bench.images()['api-gateway']).toBe(`${host}/api-gateway:2.1.0`);
  });

  test('an owned workload is updated all the same when the configuration says why', async () => {
    const override = { kind: 'Deployment', name: 'api-gateway', reason: 'its chart is frozen' };
    const { bench } = due({ workloads: { 'owned-override': [override] } });
    gateway(bench, ({ metadata }) => {
      metadata.annotations = { 'meta.helm.sh/release-name': 'gw' };
    });
    const outcome = await bench.run();
    expect(outcome.entry.status).toBe('done');
    expect(outcome.entry.plan?.steps[1]?.why).toContain('although Helm release gw owns it: its chart is frozen');
  });

  test.each<[string, (bench: Bench) => void, RegExp]>([
    [
      'not for every platform',
      (bench) =>
        bench.cluster.add(resources.nodes, {
          metadata: { name: 'node-2' },
          status: { nodeInfo: { operatingSystem: 'linux', architecture: 'arm64' } },
        }),
      /2\.1\.1: there is none for linux\/arm64/,
    ],
    [
      'in quarantine',
      (bench) => {
        const digest = bench.registry.digestOf(`${host}/api-gateway`, '2.1.1') ?? 'sha256:';
        const bad = { repository: `${host}/api-gateway`, digest, subject: 'deployment/api-gateway', why: 'it crashed' };
        void bench.record.quarantine([bad]);
      },
      /2\.1\.1: it failed at deployment\/api-gateway on 2026-11-24: it crashed/,
    ],
  ])('an image that is %s', async (_name, change, state) => {
    const { bench } = due();
    change(bench);
    const outcome = await bench.run();
    expect(refusals(outcome)[0]).toMatchObject({
      subject: 'deployment/api-gateway, container main',
      state: expect.stringMatching(state),
    });
    expect(bench.images()['api-gateway']).toBe(`${host}/api-gateway:2.1.0`);
  });

  test('an image that is only signed, where signatures are required', async () => {
    const bench = new Bench({ platform: { images: { signatures: 'required' } } });
    bench.known('api-gateway', '2.1.1', bench.push('api-gateway', '2.1.1'), 99);
    expect(refusals(await bench.run())[0]?.state).toBe('2.1.1: not signed, and only signed images may go out');
  });

  test('a tag that its registry does not know', async () => {
    const { bench } = due();
    gateway(bench, ({ spec }) => {
      for (const container of spec.template.spec.containers) container.image = `${host}/api-gateway:2.1.0-gone`;
    });
    const outcome = await bench.run('plan');
    expect(refusals(outcome)[0]?.state).toBe(`the registry does not know ${host}/api-gateway:2.1.0-gone`);
  });

  test('anything but a patch: by the step itself, should a plan ever hold it', async () => {
    const { bench } = due();
    const scene = bench.scene();
    const { plan, draft } = await scene.prepare();
    const beyond = plan.steps.map((step) =>
      step.kind === 'set-image'
        ? { ...step, to: { main: `${host}/api-gateway:2.2.0@sha256:${'a'.repeat(64)}` } }
        : step,
    );
    const { entry } = await scene.carryOut({ prepared: { plan: { ...plan, steps: beyond }, draft } });
    expect(entry).toMatchObject({ status: 'refused', cause: expect.stringContaining('is not preventive') });
    expect(bench.changes()).toEqual([]);
  });
});
