import { hostPort, REGISTRY } from '../../../sandbox/network.ts';
import { apply } from '../contract/contract-workload.ts';
import { exec, kubectl, sql } from '../faults/world.ts';

/** Passwords where people leave them: in a statement, in the environment of a container, in what kubectl noted of an apply. */
export const plantedValues = {
  statement: 'pl4nted-in-a-statement',
  environment: 'pl4nted-in-env-value',
  secret: 'pl4nted-in-last-applied',
} as const;

/** The workload that has them; the configuration names it. */
export const plantedWorkload = { kind: 'Deployment', name: 'planted-app', selector: 'app=planted-app' } as const;

/** What the session that has the statement calls itself. */
export const plantedSession = 'planted-session';

const { name } = plantedWorkload;
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** An object as kubectl leaves it after a client-side apply: the annotation holds it as it was written. */
const noted = <T extends { readonly metadata: object }>(object: T) => ({
  ...object,
  metadata: { ...object.metadata, annotations: { [lastApplied]: JSON.stringify(object) } },
});

const secret = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name },
  stringData: { value: plantedValues.secret },
};

const settings = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { value: plantedValues.secret } };

/** Its pods never become ready, so that every task that looks at workloads has something to say of it. */
const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: {
    replicas: 1,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: {
        terminationGracePeriodSeconds: 0,
        containers: [
          {
            name: 'app',
            image: `${hostPort(REGISTRY)}/phoenix/probe:1.35.0`,
            args: ['-c', 'while :; do sleep 1; done'],
            env: [{ name: 'DATABASE_PASSWORD', value: plantedValues.environment }],
            envFrom: [{ secretRef: { name } }, { configMapRef: { name } }],
            readinessProbe: { exec: { command: ['false'] }, periodSeconds: 1 },
            resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '64Mi' } },
          },
        ],
      },
    },
  },
};

/** The table that the session holds a lock on, which a vacuum has to wait for. */
const table = 'planted_locked';
const inAnalytics = (statement: string): Promise<string> =>
  exec('postgres-0', 'psql', '--username=postgres', '--dbname=phoenixanalytics', '-qAtc', statement);

const statements = [
  'begin;',
  `lock table ${table} in share update exclusive mode;`,
  `create role planted login password '${plantedValues.statement}';`,
].join('\n');

/** Put everything there. The session stays in its transaction, with the password as its last statement. */
export async function plantValues(): Promise<void> {
  for (const object of [secret, settings, deployment]) await apply(noted(object));
  await inAnalytics(
    `drop table if exists ${table}; create table ${table} with (autovacuum_enabled = off) as select n, n as m from generate_series(1, 25000) n; alter table ${table} owner to phoenix_owner; update ${table} set m = m + 1; analyze ${table}`,
  );
  const psql = `PGAPPNAME=${plantedSession} psql --username=postgres --dbname=phoenixanalytics -q`;
  await exec('postgres-0', 'sh', '-c', `(printf '%s\\n' "$0"; sleep 300) | ${psql} >/dev/null 2>&1 &`, statements);
}

/** What the server says of the session: the password is in the text of its statement. */
export const plantedStatement = (): Promise<string> =>
  sql(`select query from pg_stat_activity where application_name = '${plantedSession}' and state like 'idle in%'`);

/** Take everything away again. */
export async function removeValues(): Promise<void> {
  await sql(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${plantedSession}'`);
  await inAnalytics(`drop table if exists ${table}`);
  for (const kind of ['deployment', 'secret', 'configmap']) await kubectl('delete', kind, name, '--ignore-not-found');
}
