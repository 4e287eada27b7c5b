import { exec, field, kubectl, redis, sql } from '../faults/world.ts';
import { changingWork } from './changing-worlds.ts';
import type { RealWork } from './real-work.ts';

const pods = ['blockchain-node-0', 'blockchain-node-1'] as const;
const selector = `statefulset.kubernetes.io/pod-name in (${pods.join(',')})`;
const inPods = async (script: string): Promise<readonly string[]> =>
  Promise.all(pods.map(async (pod) => `${pod}: ${await exec(pod, 'sh', '-c', script)}`));

const logs = '/run/contract';
const logConfiguration = `${logs}/logrotate.conf`;

const rotation: RealWork = {
  platform: () => ({
    logs: [{ selector, configuration: logConfiguration, state: `${logs}/state`, rotates: 'logrotate' }],
  }),
  inputs: {},
  lay: async () => {
    const block = `${logs}/app.log { size 10k\n rotate 3\n nocreate\n missingok\n }`;
    const script = `umask 022; rm -rf ${logs}; mkdir ${logs}; printf '${block}' >${logConfiguration}; yes line | head -c 20000 >${logs}/app.log`;
    await inPods(script);
  },
  changes: async () => (await inPods(`ls ${logs}`)).filter((line) => /app\.log\.\d/.test(line)),
  remove: () => inPods(`rm -rf ${logs}`),
};

const files = '/tmp/contract';
const names = ['a', 'two words', '-rf', '::error::'];

const cleaning: RealWork = {
  platform: () => ({ temporaryFiles: [{ selector, directories: [files] }] }),
  inputs: { 'minimum-age': '0s' },
  lay: async () => {
    const made = names.map((name) => `echo old >'./${name}'`).join('; ');
    await inPods(`rm -rf ${files}; mkdir ${files}; cd ${files}; ${made}`);
  },
  changes: async () =>
    (await inPods(`ls -A ${files}`)).flatMap((line) => {
      const left = line.replace(/^\S+: /, '').split('\n');
      return names.filter((name) => !left.includes(name)).map((name) => `${line.split(':')[0]} ${name}`);
    }),
  remove: () => inPods(`rm -rf ${files}`),
};

/** Keys of both databases; as many as these only while stale ones are among them. */
const withStale = [35_000, 10_000];
const keys = async (): Promise<readonly number[]> =>
  [...(await redis('info keyspace')).matchAll(/keys=(\d+)/g)].map((match) => Number(match[1]));
const areStale = async (): Promise<boolean> => {
  const found = await keys();
  return withStale.every((least, database) => (found[database] ?? 0) >= least);
};

const sweeping: RealWork = {
  inputs: { 'latency-limit': '5s' },
  lay: async () => {
    await exec('redis-0', 'touch', '/run/redis/lay-stale-keys');
    await until(
      async () => !(await exec('redis-0', 'ls', '/run/redis')).includes('lay-stale-keys') && (await areStale()),
    );
  },
  changes: async () => ((await areStale()) ? [] : ['stale keys are gone']),
  // Redis' own estimate of stale keys is an average that falls within seconds: a run right after another sweeps in vain.
  state: areStale,
  remove: async () => undefined,
};

const tables = ['contract_a', 'contract_b'];
/** More dead rows than a table of the platform gathers in an hour while an old snapshot holds them back. */
const leastDead = 100_000;
const rows = 110_000;
const inAnalytics = (statement: string): Promise<string> =>
  exec('postgres-0', 'psql', '--username=postgres', '--dbname=phoenixanalytics', '-qAtc', statement);

/** In the database that no old snapshot holds back, so that dead rows can be removed at once. */
const vacuuming: RealWork = {
  inputs: { 'dead-rows': `${leastDead}` },
  lay: async () => {
    for (const table of tables) {
      await inAnalytics(
        `drop table if exists ${table}; create table ${table} with (autovacuum_enabled = off) as select n, n as m from generate_series(1, ${rows}) n; alter table ${table} owner to phoenix_owner; update ${table} set m = m + 1; analyze ${table}`,
      );
    }
  },
  changes: async () => {
    const list = tables.map((table) => `'${table}'`).join();
    const vacuumed = await inAnalytics(
      `select relname || ' ' || vacuum_count from pg_stat_user_tables where vacuum_count > 0 and relname in (${list}) order by 1`,
    );
    return vacuumed === '' ? [] : vacuumed.split('\n');
  },
  remove: () => inAnalytics(`drop table if exists ${tables.join(', ')}`),
};

const probing: RealWork = {
  inputs: {},
  lay: async () => undefined,
  changes: async () => [],
  state: async () => [
    await kubectl('get', 'jobs', '--selector=app.kubernetes.io/managed-by=rooivalk-maintenance', '--output=name'),
    await sql("select count(*) from pg_class where relkind = 'r' and relname ~ 'probe'"),
    await field('statefulset/postgres', '.metadata.generation'),
  ],
  remove: async () => undefined,
};

/** The work of every daily task that takes steps. */
export const dailyWork: Readonly<Record<string, RealWork>> = {
  'rotate-logs': rotation,
  'clean-temporary-files': cleaning,
  'optimize-caches': sweeping,
  'maintain-database': vacuuming,
  'check-health': probing,
};

/** The work of every task that takes steps here. */
export const realWork: Readonly<Record<string, RealWork>> = { ...changingWork, ...dailyWork };

async function until(look: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 120_000;
  while (!(await look())) if (Date.now() > end) throw new Error('the work of the contract was not there within 2 min');
}
