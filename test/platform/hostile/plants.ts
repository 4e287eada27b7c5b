import { realWork } from '../contract/worlds.ts';
import { exec, redis } from '../faults/world.ts';

/** Files with these names are put into a pod, so large that the plan names them; earlier runs may have taken the platform's own. */
export const plantedFiles = [
  '/tmp/planted <img src=x onerror=alert(1)> [x](javascript:alert(1)) @everyone',
  '/tmp/planted\n::error::pretended by a file name',
  '/tmp/planted $(id) `id` ##[error]no \u001b[31m | a |',
];

/** Something hostile that a task meets at its work. */
export interface Plant {
  readonly plant: () => Promise<unknown>;
  readonly remove: () => Promise<unknown>;
  readonly inputs: Readonly<Record<string, string>>;
  /** What the report shows, or the test would see nothing. */
  readonly reaches: RegExp;
  /** The section `platform.logs` that it needs. */
  readonly logs?: unknown;
}

const line = 'planted-line-of-a-log';
const key = 'planted-name-of-a-key';
/** Content of logs, and names of keys: never told, in no medium. */
export const nowhere: readonly string[] = [line, key, 'pretended by a key'];

const pod = 'blockchain-node-0';
const logs = '/run/contract';
const million = 1_000_000;
/** At most 63 bytes. */
const table = `it's "x" <img src=x onerror=alert(2)> ::error::t $(id)`;
const quoted = `"${table.replaceAll('"', '""')}"`;
const onAnalytics = (statement: string): Promise<string> =>
  exec('postgres-0', 'psql', '--username=postgres', '--dbname=phoenixanalytics', '-qAtc', statement);

const laid = async (id: string): Promise<void> => realWork[id]?.lay();

/** What each daily task that takes steps meets. */
export const hostilePlants: Readonly<Record<string, Plant>> = {
  'rotate-logs': {
    logs: [
      {
        selector: `statefulset.kubernetes.io/pod-name=${pod}`,
        configuration: `${logs}/logrotate.conf`,
        state: `${logs}/state`,
      },
    ],
    inputs: {},
    // a line of a megabyte in the log, and one in the configuration, which logrotate repeats in its error
    plant: async () => {
      await laid('rotate-logs');
      const long = `yes '::error::${line} ##[error]' | tr -d '\\n' | head -c ${million}`;
      await exec(
        pod,
        'sh',
        '-c',
        `${long} >>${logs}/app.log; { echo; ${long.replaceAll(line, 'option')}; echo; } >>${logs}/logrotate.conf`,
      );
    },
    remove: () => exec(pod, 'rm', '-rf', logs),
    reaches: /logrotate-error[\s\S]*blockchain-node-0|blockchain-node-0[\s\S]*logrotate-error/,
  },
  'maintain-database': {
    inputs: { 'dead-rows': '20000' },
    plant: () =>
      onAnalytics(
        `drop table if exists ${quoted}; create table ${quoted} with (autovacuum_enabled = off) as select n, n as m from generate_series(1, 25000) n; alter table ${quoted} owner to phoenix_owner; update ${quoted} set m = m + 1; analyze ${quoted}`,
      ),
    remove: () => onAnalytics(`drop table if exists ${quoted}`),
    reaches: /onerror=alert\(2\)/,
  },
  'optimize-caches': {
    inputs: { 'latency-limit': '5s' },
    plant: async () => {
      await laid('optimize-caches');
      await redis(`set 'session:${key}::error::<img src=x onerror=alert(3)>' value px 1`);
    },
    remove: async () => undefined,
    reaches: /keys-reclaimed/,
  },
};
