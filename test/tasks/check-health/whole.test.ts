import { describe, expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import type { Cache } from '../../../src/ports/cache.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { Bench, namespace } from './bench.ts';

describe('a platform that is well', () => {
  test('passes, and says so in one line: the summary of the guide is always false', async () => {
    const bench = await Bench.well();
    const { entry, findings } = await bench.run();
    expect(findings).toEqual([]);
    expect([entry.verdict, entry.status, entry.result]).toEqual(['pass', 'done', '12 of 12 areas healthy']);
    expect(entry.notChecked).toEqual([]);
  });

  test('the probe is the only thing made, and it is removed', async () => {
    const bench = await Bench.well();
    const before = bench.cluster.snapshot();
    await bench.run();
    const made = bench.cluster.changes().map(({ verb, resource }) => `${verb} ${resource.plural}`);
    expect(made).toEqual(['create jobs', 'delete jobs']);
    const left = Object.keys(bench.cluster.snapshot()).filter((key) => !Object.keys(before).includes(key));
    expect(left.filter((key) => key.includes('jobs'))).toEqual([]);
  });

  test('plan mode changes nothing and lists both probes as not checked, without a verdict', async () => {
    const bench = await Bench.well();
    const { entry, findings } = await bench.run('plan');
    expect(bench.cluster.changes()).toEqual([]);
    expect(findings).toEqual([]);
    expect([entry.verdict, entry.status]).toEqual(['pass', 'planned']);
    expect(entry.result).toBe('9 of 9 areas healthy; dns, network from inside and database writes not checked');
    expect(entry.notChecked.map(({ subject }) => subject)).toEqual(['dns', 'network from inside', 'database writes']);
  });

  test('the same world gives the same plan', async () => {
    const bench = await Bench.well();
    const first = await bench.run('plan');
    bench.height(0, 999);
    const second = await bench.run('plan');
    expect(second.entry.plan?.digest).toBe(first.entry.plan?.digest);
  });
});

describe('each area by itself', () => {
  test('a database that is down hides nothing: the guide stops there', async () => {
    const bench = await Bench.well();
    for (const server of bench.database.world.values()) {
      server.fails = { code: 'unreachable', subject: 'database', message: 'the connection was refused' };
    }
    for (const name of ['postgres-0', 'postgres-1']) bench.unready(name);
    bench.node('node-4', { Ready: false });
    const { entry, findings } = await bench.run();
    expect(entry.verdict).toBe('fail');
    expect(entry.result).toBe('8 of 12 areas healthy; fail: nodes, database; unknown: database writes; warn: pods');
    const codes = findings.map(({ code, subject }) => `${code} ${subject}`);
    expect(codes).toEqual(
      expect.arrayContaining([
        'database-down pod/postgres-0',
        'database-down pod/postgres-1',
        'node-ready node/node-4',
      ]),
    );
    expect(entry.applied.map(({ step }) => step)).toEqual(['probe-network']);
    expect(entry.notChecked).toEqual([{ subject: 'database writes', why: 'no single primary is known to write to' }]);
  });

  test('an API server that does not answer is unknown, never healthy', async () => {
    const bench = await Bench.well();
    const cause = new PortError({
      code: 'unreachable',
      subject: 'api',
      message: 'the API server refused the connection',
    });
    bench.cluster.fail({}, cause, 'every');
    const { entry, findings } = await bench.run();
    expect(entry.verdict).toBe('unknown');
    expect(entry.result).toBe(
      '4 of 12 areas healthy; unknown: nodes, workloads, pods, blockchain, storage, certificates, dns, network from inside',
    );
    expect(findings.every(({ severity }) => severity === 'unknown')).toBe(true);
  });

  test('a missing right is unknown and names the right', async () => {
    const bench = await Bench.well();
    bench.cluster.forbid({ verbs: ['list'], resource: resources.persistentVolumes });
    const { entry, findings } = await bench.run();
    expect(entry.result).toBe('11 of 12 areas healthy; unknown: storage');
    expect(findings[0]).toMatchObject({ code: 'storage-not-checked', severity: 'unknown' });
    expect(findings[0]?.evidence).toContain('persistentvolumes');
  });

  test('an area that hangs is given up after its time, and the others are not', async () => {
    const bench = await Bench.well();
    const cache = { ...bench.cache, servers: () => new Promise<never>(() => undefined) } as Cache;
    const { entry, findings } = await bench.run('apply', { ports: { cache }, inputs: { 'area-timeout': '1s' } });
    expect(entry.result).toBe('11 of 12 areas healthy; unknown: cache');
    expect(findings[0]).toMatchObject({ evidence: 'looking at cache took longer than 1 s' });
  });

  test('a cancelled run is not an area that failed', async () => {
    const bench = await Bench.well();
    const cause = new PortError({ code: 'cancelled', subject: 'run', message: 'the run was asked to stop' });
    bench.cluster.fail({ resource: 'nodes' }, cause, 'every');
    const { entry } = await bench.run();
    expect(entry.status).toBe('cancelled');
  });
});

/** What the containers of the probe ran. */
function commandsOf(bench: Bench): string[][] {
  // biome-ignore lint/suspicious/noExplicitAny: the raw object that was sent
  const job = bench.cluster.changes()[0]?.after as any;
  return job.spec.template.spec.containers.map(({ command }: { command: string[] }) => command);
}

describe('probes', () => {
  test('which name failed is known, and the others are not blamed', async () => {
    const bench = await Bench.well();
    bench.platform = { dns: { names: ['kubernetes.default.svc.cluster.local', 'db.example', 'slow.example'] } };
    bench.probe = [0, 1, 143];
    const { entry, findings } = await bench.run();
    expect(entry.verdict).toBe('fail');
    expect(entry.result).toBe('11 of 12 areas healthy; fail: dns');
    expect(findings.map(({ subject, evidence }) => [subject, evidence.split(',')[0]])).toEqual([
      ['name db.example', 'nslookup ended with 1'],
      ['name slow.example', 'no answer within 10 s'],
    ]);
  });

  test.each([
    ['no such image', ['ImagePullBackOff'], 'the image of the probe was not pulled in time (ImagePullBackOff)'],
    ['a name of an image that is none', ['InvalidImageName'], 'the probe cannot start: InvalidImageName'],
    ['no nslookup in it', [127], 'the image has no timeout or no nslookup that can be run'],
    ['killed', [137], 'the probe was ended by a signal (exit code 137)'],
  ])('%s: unknown, and not a failure of DNS', async (_name, probe, evidence) => {
    const bench = await Bench.well();
    bench.platform = { network: { connections: [] } };
    bench.probe = probe;
    const { entry, findings } = await bench.run();
    expect(entry.verdict).toBe('unknown');
    expect(entry.result).toBe('10 of 11 areas healthy; unknown: dns');
    expect(findings).toMatchObject([{ code: 'name-not-checked', severity: 'unknown', evidence }]);
  });

  const inside = (name: string) => `${name}.phoenix-rooivalk.svc.cluster.local`;
  test.each<[string, number[], number[], string, string, string, RegExp]>([
    [
      'refuses',
      [],
      [0, 1],
      'fail',
      'connection-failed',
      'cache',
      /^it was refused, or not .* redis.* port 6379, from a pod/,
    ],
    [
      'has no name where it is expected',
      [0, 0, 1],
      [0, 1],
      'unknown',
      'connection-not-checked',
      'cache',
      /Service usually/,
    ],
    [
      'takes no end',
      [],
      [143],
      'unknown',
      'connection-not-checked',
      'database',
      /whether it was connected is not known/,
    ],
    ['cannot be tried', [], [0, 0, 127], 'unknown', 'connection-not-checked', 'gateway', /no timeout or no nc that/],
  ])('a connection that %s', async (_name, probe, connect, verdict, code, to, evidence) => {
    const bench = await Bench.well();
    [bench.probe, bench.connect] = [probe, connect];
    const { entry, findings } = await bench.run();
    expect([entry.verdict, entry.result]).toEqual([verdict, `11 of 12 areas healthy; ${verdict}: network from inside`]);
    expect(findings).toMatchObject([
      { code, severity: verdict, subject: `connection to ${to}`, evidence: expect.stringMatching(evidence) },
    ]);
  });

  test('a configured name that does not resolve has failed; addresses are not looked up', async () => {
    const bench = await Bench.well();
    const connections = [
      { name: 'ledger', host: 'ledger.example', port: 443 },
      { name: 'archive', host: '10.0.0.7', port: 9000 },
    ];
    bench.platform = { network: { connections } };
    [bench.probe, bench.connect] = [[0, 1], [143]];
    const { entry, findings } = await bench.run();
    expect(entry.result).toBe('11 of 12 areas healthy; fail: network from inside');
    expect(findings).toMatchObject([{ code: 'connection-failed', subject: 'connection to ledger' }]);
    expect(findings[0]?.evidence).toMatch(
      /^the name cannot be resolved \(nslookup ended with 1\): ledger.example port 443/,
    );
    expect(commandsOf(bench)).toEqual([
      ['timeout', '10', 'nslookup', 'kubernetes.default.svc.cluster.local'],
      ['timeout', '10', 'nslookup', 'ledger.example'],
      ['timeout', '15', 'nc', '-w', '5', 'ledger.example', '443'],
      ['timeout', '15', 'nc', '-w', '5', '10.0.0.7', '9000'],
    ]);
  });

  test('database, cache and gateway are connected to where pods usually reach them', async () => {
    const bench = await Bench.well();
    bench.platform = { database: { address: '10.9.8.7' } };
    await bench.run();
    expect(commandsOf(bench).slice(1)).toEqual([
      ['timeout', '10', 'nslookup', inside('redis')],
      ['timeout', '10', 'nslookup', inside('api-gateway')],
      ['timeout', '15', 'nc', '-w', '5', '10.9.8.7', '5432'],
      ['timeout', '15', 'nc', '-w', '5', inside('redis'), '6379'],
      ['timeout', '15', 'nc', '-w', '5', inside('api-gateway'), '8443'],
    ]);
  });

  test('a probe that may not be made is unknown, and names the right', async () => {
    const bench = await Bench.well();
    bench.cluster.forbid({ verbs: ['create'], resource: resources.jobs });
    const { entry, findings } = await bench.run();
    expect(entry.verdict).toBe('unknown');
    expect(findings[0]?.evidence).toContain('jobs');
  });

  test('names are arguments of the probe, never part of a script; it has no rights and ends by itself', async () => {
    const bench = await Bench.well();
    await bench.run();
    const [created] = bench.cluster.changes();
    // biome-ignore lint/suspicious/noExplicitAny: the raw object that was sent
    const job = created?.after as any;
    expect(job.metadata).toMatchObject({ namespace, name: expect.stringMatching(/^rooivalk-network-probe-./) });
    expect(job.spec).toMatchObject({ backoffLimit: 0, activeDeadlineSeconds: 60, ttlSecondsAfterFinished: 120 });
    const { spec } = job.spec.template;
    expect(spec).toMatchObject({
      automountServiceAccountToken: false,
      restartPolicy: 'Never',
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(spec.containers[0].command).toEqual(['timeout', '10', 'nslookup', 'kubernetes.default.svc.cluster.local']);
    expect(spec.containers[0].securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(spec.containers[0].image).toBe('docker.io/library/busybox:1.37.0');
  });

  test.each([
    [{ accepted: false, why: 'read-only' }, 'fail', 'writes-refused'],
    [{ accepted: false, why: 'disk-full' }, 'fail', 'writes-refused'],
    [{ accepted: true, flushed: false, tookMs: 5000 }, 'fail', 'writes-not-flushed'],
  ] as const)('a database that answers and does not write: %j', async (write, verdict, code) => {
    const bench = await Bench.well();
    const primary = bench.database.world.get('pod/postgres-0');
    if (primary) primary.write = write;
    const { entry, findings } = await bench.run();
    expect([entry.verdict, entry.result]).toEqual([verdict, '11 of 12 areas healthy; fail: database writes']);
    expect(findings.map((finding) => finding.code)).toEqual([code]);
  });
});

test('leftovers of our own probes are nobody’s sick pods', async () => {
  const bench = await Bench.well();
  bench.pod('rooivalk-network-probe-1-x', {
    waiting: 'ImagePullBackOff',
    labels: { 'app.kubernetes.io/managed-by': 'rooivalk-maintenance' },
  });
  expect((await bench.run()).entry.verdict).toBe('pass');
  expect(bench.cluster.calls().some(({ resource, verb }) => resource === resources.secrets && verb === 'list')).toBe(
    false,
  );
});
