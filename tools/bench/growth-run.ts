/**
 * One measurement of `growth.ts`, in a process of its own: `node --expose-gc growth-run.ts <what> <how many>`. The platform is made
 * of fakes, which answer at once, so that what is measured is our own time; keys are in a real Redis. Prints JSON.
 */

import { resources } from '../../src/domain/kubernetes/resources.ts';
import type { TaskOutcome } from '../../src/domain/report/outcome.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import deleteFiles from '../../src/steps/delete-files.ts';
import rotateLogs from '../../src/steps/rotate-logs.ts';
import vacuumStep from '../../src/steps/vacuum-table.ts';
import cleanTask from '../../src/tasks/clean-temporary-files/index.ts';
import databaseTask from '../../src/tasks/maintain-database/index.ts';
import rotateTask from '../../src/tasks/rotate-logs/index.ts';
import { made } from '../../test/certificates/made.ts';
import { FakeCluster, printed } from '../../test/fakes/cluster/fake-cluster.ts';
import { createFakeDatabase, fakeTable } from '../../test/fakes/database/fake-database.ts';
import { cacheOn, fillRedis, maintenanceUsers } from '../../test/platform/servers/cache-subject.ts';
import { loopback } from '../../test/platform/servers/database-subject.ts';
import { startRedis } from '../../test/platform/servers/redis.ts';
import { run, testNow } from '../../test/tasks/environment.ts';
import { dusty, primaryName, primaryWith } from '../../test/tasks/maintain-database/bench.ts';
import { Bench } from '../../test/tasks/validate-certificates/bench.ts';
import { residentBytes } from './measure.ts';

/** Something that is measured, and what clears up after it. */
interface Measurement {
  readonly work: () => Promise<unknown>;
  readonly end?: () => Promise<unknown>;
}

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** What is measured must have been done: as many steps as there was work. */
function proven({ entry }: TaskOutcome, steps: number): void {
  const done = entry.applied.filter(({ outcome }) => outcome === 'done').length;
  if (done !== steps || entry.status === 'failed')
    throw new Error(`${entry.id}: ${done} of ${steps} steps, ${entry.status}`);
}

/** Pods whose logs are due and whose /tmp holds ten old files each. */
async function pods(count: number): Promise<Measurement> {
  const cluster = new FakeCluster({ now: () => testNow });
  for (const index of numbers(count)) {
    cluster.add(resources.pods, {
      metadata: { name: `blockchain-node-${index}`, namespace: 'phoenix-rooivalk', labels: { app: 'blockchain-node' } },
      spec: { containers: [{ name: 'node' }] },
      status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
    });
  }
  const old = testNow / 1000 - 172_800;
  const listing = numbers(10)
    .map((file) => `old 66305 ${file + 1} 100 ${old}.5 ${old}.5 ${old}.5 /tmp/file-${file}\0`)
    .join('');
  const deleted = numbers(10)
    .map((file) => `${file + 1} 100\0`)
    .join('');
  const rotated = new Set<string>();
  const answers: Readonly<Record<string, (pod: string) => string>> = {
    'logrotate --debug': (pod) =>
      `considering log /var/log/a.log\n  log ${rotated.has(pod) ? 'does not need rotating (done)' : 'needs rotating'}\n`,
    'find -files0-from': () => deleted,
    'find /tmp': () => listing,
    'find /var/log': () => '5000 /var/log/a.log\0',
  };
  cluster.onExec(({ pod }, [program = '', first = '']) => {
    if (program === 'logrotate' && first !== '--debug') rotated.add(pod);
    if (program === 'df') return printed('1B-blocks Avail\n1000000 900000\n');
    return printed(answers[`${program} ${first}`]?.(pod) ?? '');
  });
  return {
    work: async () => {
      proven(await run(rotateTask, { ports: { cluster }, executors: { 'rotate-logs': rotateLogs } }), count);
      proven(await run(cleanTask, { ports: { cluster }, executors: { 'delete-files': deleteFiles } }), count);
    },
  };
}

/** Tables of one database, a hundredth of them with dead rows. */
async function tables(count: number): Promise<Measurement> {
  const server = primaryWith(
    numbers(count).map((index) =>
      index % 100 === 0 ? dusty(index + 1, `dusty_${index}`) : fakeTable(index + 1, `table_${index}`),
    ),
  );
  const database = createFakeDatabase({ [primaryName]: server }, () => testNow);
  const work = async () => {
    const outcome = await run(databaseTask, { ports: { database }, executors: { 'vacuum-table': vacuumStep } });
    proven(outcome, Math.ceil(count / 100));
  };
  return { work };
}

/** TLS Secrets with a certificate and a key of their own each. */
async function secrets(count: number): Promise<Measurement> {
  const bench = await Bench.good({}, { secrets: 'all' });
  for (const index of numbers(count)) {
    const { pem, keyPem } = await made({
      name: `host-${index}.example`,
      dns: [`host-${index}.example`],
      issuer: bench.root,
    });
    bench.secret(`tls-${index}`, pem, keyPem);
  }
  return { work: async () => proven(await bench.run(), 0) };
}

/** Keys of a real Redis, half of them stale, swept through the adapter. */
async function keys(count: number): Promise<Measurement> {
  const server = await startRedis({ users: maintenanceUsers });
  await fillRedis(server, 0, { live: count / 2, stale: count / 2 });
  const cache = cacheOn([loopback('redis', server.port)]);
  const limits = { pageSize: 500, latencyLimitMs: 10_000, timeLimitMs: 300_000 };
  return { work: () => cache.sweep('redis', 0, limits, new AbortController().signal), end: () => server.stop() };
}

const measurements: Readonly<Record<string, (count: number) => Promise<Measurement>>> = { pods, tables, secrets, keys };

const [what = '', count = ''] = process.argv.slice(2);
const make = measurements[what];
if (make === undefined) throw new TypeError(`there is no measurement ${what}`);
const measurement = await make(Number(count));
// once before, so that loading and compiling are not counted
await (await make(what === 'keys' ? 1_000 : 5)).work();
globalThis.gc?.();
const heldBytes = process.memoryUsage.rss();
const [started, cpu] = [systemClock.monotonic(), process.cpuUsage()];
await measurement.work();
const used = process.cpuUsage(cpu);
const result = {
  wallMs: systemClock.monotonic() - started,
  cpuMs: (used.user + used.system) / 1000,
  grownBytes: Math.max(0, residentBytes('self') - heldBytes),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
await measurement.end?.();
process.exit();
