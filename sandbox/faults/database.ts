/** Faults of PostgreSQL. */
import { PLATFORM_NAMESPACE } from '../network.ts';
import { until } from '../platform/cluster.ts';
import { asDatabaseAdministrator, secretValue } from '../platform/database.ts';
import { image } from '../platform/manifests/objects.ts';
import { PRIMARY } from '../platform/manifests/stores.ts';
import {
  allow,
  endPod,
  keepAway,
  replaceSecret,
  SETTLE,
  scale,
  scaleBack,
  secretBack,
  startPod,
  untilPods,
  untilReady,
} from './changes.ts';
import { type Fault, type FaultContext, leads } from './fault.ts';

/** Runs statements on the primary as its superuser. */
async function onPrimary(context: FaultContext, ...statements: readonly string[]): Promise<void> {
  await asDatabaseAdministrator(context.cluster, 'postgres-0', async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}

/** One number that a query on a server gives. */
function number(context: FaultContext, pod: string, query: string): Promise<number> {
  return asDatabaseAdministrator(context.cluster, pod, async (client) => {
    const { rows } = await client.query<{ number: string }>(`SELECT (${query})::float8 AS number`);
    return Number(rows[0]?.number);
  });
}

/** Sessions of a fault's own: a pod whose psql runs `statements` and then stays connected, `count` times. */
async function holdSessions(
  context: FaultContext,
  name: string,
  application: string,
  statements: string,
  count = 1,
): Promise<void> {
  const password = await secretValue(context.cluster, 'postgres-roles', 'gateway');
  const connection = `host=${PRIMARY} user=gateway dbname=phoenixrooivalk application_name=${application} sslmode=require`;
  const script = `cd /tmp; i=0
while [ $i -lt ${count} ]; do
  mkfifo s$i; ( exec 3<>s$i; printf '%s\\n' "$STATEMENTS" >&3; exec psql "${connection}" --quiet -f s$i >/dev/null ) &
  i=$((i + 1))
done
wait`;
  await startPod(
    context,
    name,
    {
      containers: [
        {
          name: 'session',
          image: image('postgres', '15.18'),
          command: ['/bin/sh', '-c', script],
          env: [
            { name: 'STATEMENTS', value: statements },
            { name: 'PGPASSWORD', valueFrom: { secretKeyRef: { name, key: 'password' } } },
            { name: 'HOME', value: '/tmp' },
          ],
        },
      ],
    },
    { password },
  );
  const query = `SELECT count(*) FROM pg_stat_activity WHERE application_name = '${application}'`;
  await until(`${application} has no session`, SETTLE, async () =>
    (await number(context, 'postgres-0', query)) > 0 ? undefined : 'not connected yet',
  );
}

/** Ends the sessions of `holdSessions`, also one that waits for a lock and would not see that its client is gone. */
async function endSessions(context: FaultContext, name: string, application: string): Promise<void> {
  await endPod(context, name);
  await onPrimary(
    context,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '${application}'`,
  );
}

const LAG = 'SELECT count(*) FROM pg_stat_replication WHERE pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn) > 262144';

const BEHIND = 'SELECT extract(epoch FROM now() - pg_last_xact_replay_timestamp())::int';
/** Health warns above so many seconds. */
const LAG_WARNS_S = 11;

/** Faults of the database, by name. */
export const databaseFaults = {
  'no-old-snapshot': {
    title: 'the report that held an old snapshot has ended',
    leadsTo: leads('maintain-database: pass'),
    break: (context) => scale(context, 'Deployment', 'reporting', 0),
    mend: (context) => scaleBack(context, 'Deployment', 'reporting'),
  },
  'blocked-vacuum': {
    title: 'a schema migration holds an ACCESS EXCLUSIVE lock on the table detections',
    leadsTo: leads('maintain-database: warn'),
    async break(context) {
      await onPrimary(context, 'UPDATE detections SET confidence = confidence / 2 WHERE detection_id % 3 = 0');
      const lock = 'BEGIN; LOCK TABLE detections IN ACCESS EXCLUSIVE MODE;';
      await holdSessions(context, 'blocked-vacuum', 'schema-migration', lock);
    },
    mend: (context) => endSessions(context, 'blocked-vacuum', 'schema-migration'),
  },
  'wraparound-near': {
    title: 'the database phoenixanalytics has used up more than half of its transaction numbers',
    leadsTo: leads('maintain-database: fail'),
    async break(context) {
      context.memory.keep('frozen', await asDatabaseAdministrator(context.cluster, 'postgres-0', frozen));
      // Autovacuum would put it right within a minute.
      await onPrimary(
        context,
        'ALTER SYSTEM SET autovacuum = off',
        'SELECT pg_reload_conf()',
        `UPDATE pg_database SET datfrozenxid =
           ((txid_current() % 4294967296 - 1300000000 + 4294967296) % 4294967296)::text::xid
          WHERE datname = 'phoenixanalytics'`,
      );
    },
    async mend(context) {
      const value = context.memory.recall<string>('frozen');
      await onPrimary(
        context,
        `UPDATE pg_database SET datfrozenxid = '${Number(value)}'::xid WHERE datname = 'phoenixanalytics'`,
        'ALTER SYSTEM RESET autovacuum',
        'SELECT pg_reload_conf()',
      );
    },
  },
  'maintenance-not-permitted': {
    title: 'the role maintenance is no longer a member of the role that owns the tables',
    leadsTo: leads('maintain-database: fail'),
    break: (context) => onPrimary(context, 'REVOKE phoenix_owner FROM maintenance'),
    mend: (context) => onPrimary(context, 'GRANT phoenix_owner TO maintenance'),
  },
  'wrong-database-password': {
    title: 'the Secret postgres-credentials holds a password that the database does not know',
    leadsTo: leads('maintain-database: unknown', 'check-health: unknown'),
    break: (context) => replaceSecret(context, 'postgres-credentials', { password: 'not-the-password-of-anybody' }),
    mend: (context) => secretBack(context, 'postgres-credentials'),
  },
  'database-down': {
    title: 'no PostgreSQL server runs',
    leadsTo: leads('maintain-database: unknown', 'optimize-performance: unknown', 'check-health: fail'),
    break: (context) => scale(context, 'StatefulSet', 'postgres', 0),
    mend: (context) => scaleBack(context, 'StatefulSet', 'postgres'),
  },
  'primary-down': {
    title: 'the primary of PostgreSQL is away, only its standby answers',
    leadsTo: leads('check-health: fail'),
    break: (context) => keepAway(context, 'primary-down', ['postgres-0']),
    async mend(context) {
      await allow(context, 'primary-down');
      await untilPods(context, 'postgres', 2);
      await untilReady(context, 'postgres');
    },
  },
  'standby-lagging': {
    title: 'the standby of PostgreSQL does not replay what it receives',
    leadsTo: leads('check-health: warn'),
    async break(context) {
      await asDatabaseAdministrator(context.cluster, 'postgres-1', (client) =>
        client.query('SELECT pg_wal_replay_pause()'),
      );
      await onPrimary(
        context,
        'CREATE TABLE IF NOT EXISTS sandbox_lag AS SELECT n, repeat(md5(n::text), 8) AS filler FROM generate_series(1, 40000) n',
      );
      await until('the standby does not lag', SETTLE, async () =>
        (await number(context, 'postgres-0', LAG)) > 0 && (await number(context, 'postgres-1', BEHIND)) > LAG_WARNS_S
          ? undefined
          : 'no lag yet',
      );
    },
    async mend(context) {
      await asDatabaseAdministrator(context.cluster, 'postgres-1', (client) =>
        client.query('SELECT pg_wal_replay_resume()'),
      );
      await onPrimary(context, 'DROP TABLE IF EXISTS sandbox_lag');
      await until('the standby lags', SETTLE, async () =>
        (await number(context, 'postgres-0', LAG)) === 0 ? undefined : 'still behind',
      );
    },
  },
  'split-brain': {
    title: 'the standby of PostgreSQL was promoted: two servers take writes',
    leadsTo: leads('maintain-database: fail', 'check-health: fail'),
    break: (context) =>
      asDatabaseAdministrator(context.cluster, 'postgres-1', async (client) => {
        const { rows } = await client.query<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby');
        if (rows[0]?.standby) await client.query('SELECT pg_promote(true, 30)');
      }),
    mend: rebuildStandby,
  },
  'read-only-database': {
    title: 'the primary of PostgreSQL answers but refuses every write',
    leadsTo: leads('check-health: fail'),
    break: (context) =>
      onPrimary(context, 'ALTER SYSTEM SET default_transaction_read_only = on', 'SELECT pg_reload_conf()'),
    mend: (context) =>
      onPrimary(context, 'ALTER SYSTEM RESET default_transaction_read_only', 'SELECT pg_reload_conf()'),
  },
  'connections-exhausted': {
    title: 'an application holds nearly all connections of PostgreSQL',
    leadsTo: leads('check-health: warn'),
    async break(context) {
      await holdSessions(context, 'connections-exhausted', 'leaking-pool', 'SELECT 1;', 42);
      const query = 'SELECT count(*) FROM pg_stat_activity';
      await until('connections are left', SETTLE, async () => {
        const count = await number(context, 'postgres-0', query);
        return count >= 50 ? undefined : `${count} sessions`;
      });
    },
    mend: (context) => endSessions(context, 'connections-exhausted', 'leaking-pool'),
  },
} satisfies Record<string, Fault>;

async function frozen(client: { query(text: string): Promise<{ rows: { frozen: string }[] }> }): Promise<string> {
  const { rows } = await client.query(
    "SELECT datfrozenxid::text AS frozen FROM pg_database WHERE datname = 'phoenixanalytics'",
  );
  return rows[0]?.frozen ?? '';
}

/** Takes the standby's volume away, so that it copies the primary anew. */
async function rebuildStandby(context: FaultContext): Promise<void> {
  const { cluster } = context;
  const claim = 'data-postgres-1';
  await cluster.delete('v1', 'PersistentVolumeClaim', PLATFORM_NAMESPACE, claim);
  await cluster.delete('v1', 'Pod', PLATFORM_NAMESPACE, 'postgres-1', 1);
  await until('the standby does not follow', SETTLE, async () =>
    (await number(context, 'postgres-0', "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'")) > 0
      ? undefined
      : 'not streaming',
  );
  await untilReady(context, 'postgres');
}
