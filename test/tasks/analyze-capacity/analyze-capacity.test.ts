import { describe, expect, test } from '@jest/globals';
import { platform } from '../../../src/domain/configuration/platform.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { mostForecastPoints, reportedForecast } from '../../../src/domain/report/forecasts.ts';
import { noCredentials } from '../../../src/ports/object-store.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { capacityMetrics } from '../../../src/tasks/analyze-capacity/capacity-metrics.ts';
import task from '../../../src/tasks/analyze-capacity/index.ts';
import { fakeEntry } from '../../fakes/database/fake-database.ts';
import { declaredRights } from '../declared-rights.ts';
import { Bench, findingsOf, history, now } from './bench.ts';

const dayMs = 86_400_000;
const { bytes: _, ...hidden } = fakeEntry('ledger');
const allIsWell = new Bench().run();
const found = async (bench: Bench, code: string) =>
  (await bench.run()).findings.find((finding) => finding.code === code);

describe('all is well', () => {
  test('the twelve metrics of the guide are known, and nothing asks for anything', async () => {
    const { entry, findings } = await allIsWell;
    expect(entry.verdict).toBe('pass');
    expect(entry.result).toBe('12 of 12 metrics known; no threshold is reached within 21 days');
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['info courses']);
    const names = new Set(entry.measurements.map(({ name }) => name));
    for (const code of Object.keys(capacityMetrics)) expect(names).toContain(`capacity-${code}`);
  });

  test('metrics of the whole platform are stored; of several subjects each has its own', async () => {
    const { entry } = await allIsWell;
    const of = (name: string) => entry.measurements.filter((each) => each.name === name);
    expect(of('capacity-cpu')).toEqual([
      {
        name: 'capacity-cpu',
        value: expect.closeTo(0.35, 1),
        unit: 'share',
        comparedWith: { what: 'scaling threshold', value: 0.7 },
      },
    ]);
    expect(of('capacity-network').map(({ subject }) => subject)).toEqual(['node/node-1', 'node/node-2', 'node/node-3']);
    // Two megabytes a second are 16 Mbit of a Gbit.
    expect(of('capacity-network')[0]?.value).toBeCloseTo(0.016, 3);
    expect(of('storage-growth-rate')[0]?.value).toBeCloseTo(1e5, -4);
    expect(of('capacity-node-requests')[0]).toMatchObject({ value: 0.125, unit: 'share' });
    expect(of('capacity-data-storage')[0]).toMatchObject({ value: 308e6, unit: 'bytes' });
  });
});

describe('a threshold comes near', () => {
  test('a volume that fills: the range of days, the value against the threshold, the models and their error', async () => {
    const bench = new Bench();
    bench.claims({ 'data-postgres-0': { present: 0.74, perDay: 0.01, daily: 0.005, days: 60 } });
    const { entry, findings } = await bench.run();
    expect(entry.verdict).toBe('warn');
    const finding = findings.find(({ code }) => code === 'storage-ahead');
    expect(finding).toMatchObject({ severity: 'warn', subject: 'persistentvolumeclaim/data-postgres-0' });
    const days = /most likely (\d+)/.exec(finding?.evidence ?? '')?.[1];
    expect(Math.abs(Number(days) - 6)).toBeLessThanOrEqual(1);
    expect(finding?.evidence).toMatch(
      /^reached in \d+ to \d+ days, most likely \d+; 7\d % now, scaling threshold 80 %; \+\d\.\d points a week over \d+ days; forecast by /,
    );
    expect(finding?.evidence).toMatch(
      /off by [\d.]+ % on average in 8 back-tests \(.*naive [\d.]+ %\), its intervals held \d+ %; from Prometheus$/,
    );
    expect(finding?.next).toContain('increase-capacity');
    expect(entry.result).toContain('storage in use of persistentvolumeclaim/data-postgres-0 at its threshold in ');
  });

  test.each([
    ['cpu', { present: 0.75 }, 'fail cpu-beyond cluster'],
    ['memory', { present: 0.76 }, 'fail memory-beyond cluster'],
  ] as const)('%s is beyond its threshold already', async (metric, course, expected) => {
    const bench = new Bench();
    bench[metric](course);
    expect(await bench.findings()).toEqual([expected]);
  });

  test('what is beyond its threshold has no date any more', async () => {
    const bench = new Bench();
    bench.cpu({ present: 0.75 });
    const { entry } = await bench.run();
    expect(entry.result).toBe('12 of 12 metrics known; cluster beyond the scaling threshold');
    expect(entry.forecasts?.find(({ metric }) => metric === 'cpu_utilization_trend')).not.toHaveProperty('crossing');
  });

  test('the share of a link', async () => {
    const bench = new Bench();
    bench.nodes(/^\(sum by \(.*\) > /, { present: 8.2e7 });
    expect(await bench.findings()).toEqual([1, 2, 3].map((k) => `fail network-beyond node/node-${k}`));
  });

  test('thresholds are the configuration’s', async () => {
    const bench = new Bench();
    bench.configuration = {
      ...bench.configuration,
      capacity: {
        scaling: { cpu: 30 },
        'user-activity': 'gateway_requests_total',
        'response-time': 'gateway_response_time_seconds',
      },
    };
    expect(await bench.findings()).toEqual(['fail cpu-beyond cluster']);
  });

  test('a flat series has no date, however near its threshold', async () => {
    const bench = new Bench();
    bench.memory({ present: 0.74, daily: 0, days: 60 });
    expect(await bench.findings()).toEqual([]);
  });

  test('what is reached after the lead time is not told', async () => {
    const bench = new Bench();
    bench.claims({ 'data-postgres-0': { present: 0.5, perDay: 0.002, daily: 0.01, days: 70 } });
    expect(await bench.findings()).toEqual([]);
  });

  test('of many volumes the fullest and the fastest growing are looked at', async () => {
    const bench = new Bench();
    const calm = Object.fromEntries([1, 2, 3, 4, 5, 6].map((k) => [`calm-${k}`, { present: 0.4, daily: 0.01 }]));
    bench.claims({ ...calm, growing: { present: 0.39, perDay: 0.01, daily: 0.01 } });
    const { entry } = await bench.run();
    const claims = entry.measurements.filter(({ subject }) => subject?.startsWith('persistentvolumeclaim/') === true);
    const subjects = new Set(claims.map(({ subject }) => subject));
    expect(subjects.size).toBe(6);
    expect(subjects).toContain('persistentvolumeclaim/growing');
  });
});

describe('not configured', () => {
  test('is a warning with the line to write, never unknown and never healthy', async () => {
    const bench = new Bench();
    bench.configuration = {};
    bench.store('response-time', 80, 30);
    bench.store('response-time-p50', 20, 30);
    const { entry, findings } = await bench.run();
    expect(entry.verdict).toBe('warn');
    const lines = findings.filter(({ severity }) => severity === 'warn').map(({ code, next }) => `${code}: ${next}`);
    expect(lines).toEqual([
      'user-activity-not-configured: set `platform.capacity.user-activity` in .github/maintenance.yml to a counter in Prometheus, such as http_requests_total',
      'network-not-configured: set `platform.network.links` in .github/maintenance.yml, such as `{ default: 10Gbit }`',
    ]);
    expect(entry.result).toMatch(/^10 of 12 metrics known/);
  });

  test('the link of one node', async () => {
    const bench = new Bench();
    bench.configuration = { ...bench.configuration, network: { links: { 'node-1': '1Gbit', 'node-2': '1Gbit' } } };
    expect(await bench.findings()).toEqual(['warn network-not-configured node/node-3']);
  });

  test('the bucket, where nobody has said anything of it', async () => {
    const bench = new Bench();
    for (const prefix of ['database/', 'blockchain/', 'configuration/']) {
      bench.objectStore.failures.set(prefix, { code: 'unauthorized', subject: noCredentials, message: 'no key' });
    }
    const expected = ['database', 'blockchain', 'configuration'];
    expect(await bench.findings()).toEqual(expected.map((kind) => `warn backup-growth-not-configured ${kind} backups`));
  });
});

describe('could not be read', () => {
  test('without Prometheus what was stored stands in, and the rest is unknown', async () => {
    const bench = new Bench();
    bench.withoutPrometheus();
    for (const [name, value] of [
      ['cpu-utilization', 0.4],
      ['memory-utilization', 0.5],
      ['disk-utilization', 0.3],
      ['transaction-throughput', 1000],
      ['response-time', 80],
      ['response-time-p50', 20],
    ] as const) {
      bench.store(name, value, 80);
    }
    const outcome = await bench.run();
    expect(findingsOf(outcome)).toEqual([
      'unknown storage-growth-unknown volumes of phoenix-rooivalk',
      'unknown network-bandwidth-unknown cluster',
      'unknown network-unknown nodes',
      'unknown user-activity-unknown deployment/api-gateway',
      'warn prometheus-not-asked prometheus',
    ]);
    const bandwidth = outcome.findings.find(({ code }) => code === 'network-bandwidth-unknown');
    expect(bandwidth?.evidence).toContain('prometheus refused the connection');
  });

  test('a Prometheus that has nothing of a metric', async () => {
    const bench = new Bench();
    bench.metrics.answerRange(/node_memory/, []);
    expect(await bench.findings()).toEqual(['unknown memory-unknown cluster']);
  });

  test('figures that ended days ago are none', async () => {
    const bench = new Bench();
    bench.memory({ present: 0.5, endedMs: 3 * dayMs });
    expect(await bench.findings()).toEqual(['unknown memory-unknown cluster']);
  });

  test('a node of which Prometheus knows nothing', async () => {
    const bench = new Bench();
    bench.nodes(/node_filesystem/, { present: 0.3, daily: 0.01 }, [1, 2]);
    expect(await bench.findings()).toEqual(['unknown storage-unknown node/node-3']);
  });

  test.each([
    ['no server', (bench: Bench) => bench.database.world.clear(), 'unknown data-storage-unknown databases'],
    [
      'sizes that the role may not see',
      (bench: Bench) => {
        bench.server.databases.length = 0;
      },
      'unknown data-storage-unknown databases',
    ],
    [
      'the size of one database that the role may not see',
      (bench: Bench) => void bench.server.databases.push(hidden),
      'unknown data-storage-unknown databases',
    ],
    [
      'nodes that may not be listed',
      (bench: Bench) => bench.cluster.forbid({ verbs: ['list'], resource: resources.nodes }),
      'unknown node-requests-unknown nodes',
    ],
    [
      'an empty bucket',
      (bench: Bench) => bench.objectStore.objects.clear(),
      'unknown backup-growth-unknown database backups',
    ],
    [
      'a bucket that is denied',
      (bench: Bench) =>
        bench.objectStore.failures.set('database/', { code: 'forbidden', subject: 'bucket', message: 'denied' }),
      'unknown backup-growth-unknown database backups',
    ],
  ])('%s', async (_, change, expected) => {
    const bench = new Bench();
    change(bench);
    const outcome = await bench.run();
    expect(findingsOf(outcome)).toContain(expected);
    expect(outcome.entry.verdict).toBe('unknown');
  });

  test('a sum that is not whole says what is missing and the grant, and is neither stored nor forecast', async () => {
    const bench = new Bench();
    bench.server.databases.push(hidden);
    const { entry, findings } = await bench.run();
    const finding = findings.find(({ code }) => code === 'data-storage-unknown');
    expect(finding?.evidence).toContain('may not see the size of ledger; 308 MB in 2 other databases is not the whole');
    expect(finding?.next).toMatch(/^grant pg_read_all_stats to /);
    expect(entry.measurements.filter(({ name }) => name.startsWith('capacity-data-storage'))).toEqual([]);
    expect(entry.forecasts?.filter(({ metric }) => metric === 'data_storage_requirements')).toEqual([]);
  });

  test('labels are hostile text', async () => {
    const bench = new Bench();
    const hostile = ['::error::x', 'a\nb', '../x', '`x`', '__proto__'];
    bench.claims(Object.fromEntries(hostile.map((name) => [name, { present: 0.9 }])));
    const { findings, entry } = await bench.run();
    expect(JSON.stringify([findings, entry])).not.toMatch(/::error|\.\.\/x|`x`|__proto__/);
  });
});

describe('the nodes of the cluster', () => {
  const cpu = /node_cpu_seconds_total/;
  const capacityOf = async (bench: Bench, name: string) =>
    (await bench.run()).entry.measurements.filter((each) => each.name.startsWith(name));

  test('machines that are none of its nodes are left out, and each node counts by what it can give', async () => {
    const bench = new Bench();
    bench.node('node-4', '10.77.4.1', { cpu: '12' });
    bench.machines(cpu, {
      '10.77.1.1:9100': { present: 1, daily: 0 },
      '10.77.2.1:9100': { present: 1, daily: 0 },
      '10.77.3.1:9100': { present: 1, daily: 0 },
      '10.77.4.1:9100': { present: 9, daily: 0 },
      '192.0.2.7:9100': { present: 60, daily: 0 },
    });
    const [only, ...more] = await capacityOf(bench, 'capacity-cpu');
    expect(more).toEqual([]);
    expect(only?.value).toBeCloseTo(12 / 24, 2);
    expect(only).not.toHaveProperty('subject');
  });

  test('a node that two jobs scrape counts once', async () => {
    const bench = new Bench();
    const once = { present: 1, daily: 0 };
    bench.machines(cpu, {
      '10.77.1.1:9100': once,
      '10.77.2.1:9100': once,
      '10.77.3.1:9100': once,
      '10.77.3.1:9101': once,
    });
    expect((await capacityOf(bench, 'capacity-cpu'))[0]?.value).toBeCloseTo(0.25, 2);
  });

  test('without one of them the rest is told as the rest, and is not stored', async () => {
    const bench = new Bench();
    bench.cpu({ present: 0.8 }, [1, 2]);
    expect(await bench.findings()).toEqual(['fail cpu-beyond 2 of 3 nodes', 'unknown cpu-unknown node/node-3']);
    expect((await capacityOf(bench, 'capacity-cpu')).map(({ subject }) => subject)).toEqual(['2 of 3 nodes']);
  });

  test('a sum without one of them is none', async () => {
    const bench = new Bench();
    bench.nodes(/node_network_receive.* \+ /, { present: 7e6 }, [1, 2]);
    expect(await bench.findings()).toEqual(['unknown network-bandwidth-unknown node/node-3']);
    expect(await capacityOf(bench, 'capacity-network-bandwidth')).toEqual([]);
  });

  test('figures of nodes that never meet at a moment are none of the cluster', async () => {
    const bench = new Bench();
    const course = history({ present: 1 });
    const series = [1, 2, 3].map((k) => ({
      labels: { instance: `10.77.${k}.1:9100` },
      points: course.filter((_, at) => at === 0 || at % 3 === k - 1),
    }));
    bench.metrics.answerRange(cpu, series);
    expect(await bench.findings()).toEqual(['unknown cpu-unknown cluster']);
  });

  test('a node that has just joined cannot have figures yet', async () => {
    const bench = new Bench();
    bench.node('node-4', '10.77.4.1', { ageMs: 3_600_000 });
    expect(await bench.findings()).toEqual([]);
  });

  test('a node that does not say what it can give', async () => {
    const bench = new Bench();
    bench.node('node-4', '10.77.4.1', { cpu: 'much' });
    bench.machines(cpu, Object.fromEntries([1, 2, 3, 4].map((k) => [`10.77.${k}.1:9100`, { present: 1 }])));
    expect(await bench.findings()).toContain('unknown cpu-unknown node/node-4');
  });
});

describe('the fullest node stands in', () => {
  const withStored = (value: number): Bench => {
    const bench = new Bench();
    bench.metrics.answerRange(/node_cpu_seconds_total/, []);
    bench.store('cpu-utilization', value, 80);
    return bench;
  };

  test('below the threshold the cluster is as well: it has a name of its own, and is compared with nothing', async () => {
    const { entry } = await withStored(0.4).run();
    expect(entry.verdict).toBe('pass');
    const cpu = entry.measurements.filter(({ name }) => name.startsWith('capacity-cpu'));
    expect(cpu).toEqual([
      { name: 'capacity-cpu-fullest-node', subject: 'fullest node', value: expect.closeTo(0.42, 1), unit: 'share' },
    ]);
    const forecast = entry.forecasts?.find(({ metric }) => metric === 'cpu_utilization_trend');
    expect(forecast?.subject).toBe('fullest node');
    expect(forecast).not.toHaveProperty('threshold');
  });

  test('beyond it nothing is known of the cluster: that is no failure, and not healthy', async () => {
    const outcome = await withStored(0.92).run();
    expect(findingsOf(outcome)).toEqual(['unknown cpu-fullest-node-beyond fullest node']);
    expect(outcome.entry.result).toMatch(/^11 of 12 metrics known/);
    expect(outcome.findings[0]?.title).toBe(
      'CPU in use of the fullest node is beyond the scaling threshold, and CPU in use of the cluster is not known',
    );
  });
});

describe('too little history', () => {
  test('is a warning where there is a threshold, and says how much is needed', async () => {
    const bench = new Bench();
    bench.cpu({ present: 0.4, days: 12 });
    const finding = await found(bench, 'cpu-no-forecast');
    expect(finding).toMatchObject({ severity: 'warn', subject: 'cluster' });
    expect(finding?.evidence).toMatch(/^too little history: 12 days of 21; 4\d % now, scaling threshold 70 %/);
  });

  test('is only told where there is none', async () => {
    const { findings } = await allIsWell;
    expect(findings.find(({ code }) => code === 'courses')?.evidence).toContain(
      'bytes of backups a day of database backups 10 MB a day',
    );
    expect(findings.find(({ code }) => code === 'courses')?.evidence).toContain('too little history: 14 days of 24');
  });

  test('less than the lead time is looked ahead where the history does not reach', async () => {
    const bench = new Bench();
    bench.claims({ 'data-postgres-0': { present: 0.6, perDay: 0.001, daily: 0.01, days: 30 } });
    const { entry } = await bench.run();
    const forecast = entry.forecasts?.find(({ subject }) => subject === 'persistentvolumeclaim/data-postgres-0');
    const last = forecast?.ahead.at(-1)?.at ?? 0;
    expect((last - now) / dayMs).toBeGreaterThan(9);
    expect((last - now) / dayMs).toBeLessThan(11);
  });
});

describe('the report', () => {
  test('holds forecasts as data, small and whole', async () => {
    const bench = new Bench();
    bench.claims({ 'data-postgres-0': { present: 0.74, perDay: 0.01, daily: 0.005, days: 60 } });
    const { entry } = await bench.run();
    const forecasts = entry.forecasts ?? [];
    expect(JSON.stringify(forecasts).length).toBeLessThan(100_000);
    for (const each of forecasts) expect(reportedForecast.parse(each)).toEqual(each);
    const volume = forecasts.find(({ subject }) => subject === 'persistentvolumeclaim/data-postgres-0');
    expect(volume).toMatchObject({ metric: 'storage_capacity_trends', unit: 'share', threshold: 0.8, level: 0.95 });
    expect(volume?.crossing?.expectedDays).toBeLessThan(8);
    expect(volume?.ahead.length).toBeLessThanOrEqual(mostForecastPoints);
    expect(volume?.history.at(-1)?.[0]).toBeLessThan(volume?.ahead[0]?.at ?? 0);
  });
});

describe('rights', () => {
  test('it reads everything under exactly the rights that it declares', async () => {
    const bench = new Bench();
    bench.cluster.restrict(declaredRights(task, platform.parse({})));
    expect(await bench.findings()).toEqual([]);
  });

  test('a cancelled run ends at once', async () => {
    const bench = new Bench();
    bench.metrics.answerRange(/./, new PortError({ code: 'cancelled', subject: 'run', message: 'stopped' }));
    expect((await bench.run()).entry.status).toBe('cancelled');
  });
});
