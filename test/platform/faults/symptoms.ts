import {
  allReady,
  blocksIn,
  capacityCourse,
  condition,
  databaseBackups,
  daysLeft,
  diskShare,
  dumpAsStored,
  forbidden,
  logins,
  NODES,
  newestBackup,
  newPatch,
  over,
  publicKeys,
  resolves,
  servedImage,
  servedSerial,
  slowest,
  slowestCommand,
  tagsOf,
  transactions,
  under,
  usedShare,
} from './readings.ts';
import { address, certificate, exec, field, inside, kubectl, page, readyOf, redis, sql } from './world.ts';

/** What is looked at, and what is true of it only while the fault is there. */
export interface Symptom {
  look(): Promise<string>;
  readonly ill: RegExp | ((seen: string) => boolean);
}

/** Every fault's symptom. */
export const symptoms: Readonly<Record<string, Symptom>> = {
  'missing-logrotate': { look: allReady, ill: /:1\.4\.2-norotate 4\/4/ },
  'distroless-nodes': { look: allReady, ill: /:1\.4\.2-distroless 4\/4/ },
  'logs-to-stdout': { look: allReady, ill: /:1\.4\.2-stdout 4\/4/ },
  'logs-held-open': {
    look: () => exec('blockchain-node-1', 'sh', '-c', 'ls -l /proc/[0-9]*/fd'),
    ill: (seen) => seen.split('/node.log').length > 2,
  },
  'insecure-log-directory': {
    look: () => exec('blockchain-node-2', 'stat', '-c', '%a', '/var/log/blockchain'),
    ill: /^777$/,
  },
  'failing-rotation': { look: () => exec('blockchain-node-0', 'ls', '/run/blockchain'), ill: /^$/ },
  'temporary-files-full': {
    look: () => exec('blockchain-node-3', 'sh', '-c', "df --output=pcent /tmp | tail -1 | tr -d ' %'"),
    ill: over(89),
  },
  'undeletable-file': {
    look: () => exec('blockchain-node-1', 'sh', '-c', 'rm -f /tmp/core-dump-of-a-crash; ls /tmp'),
    ill: /core-dump-of-a-crash/,
  },
  'exec-forbidden': { look: () => exec('blockchain-node-0', 'echo', 'worked'), ill: /forbids pods\/exec/ },
  'port-forward-forbidden': { look: forbidden('portforward'), ill: /forbidden/ },
  'no-stale-keys': { look: async () => /keys=(\d+)/.exec(await redis('info keyspace'))?.[1] ?? '', ill: under(15_000) },
  'slow-cache': { look: slowestCommand, ill: over(130) },
  'redis-down': { look: () => readyOf('statefulset/redis'), ill: /\/0$/ },
  'redis-replica-only': {
    look: () => kubectl('get', 'pods', '--selector=app=redis', '--output=name'),
    ill: /^pod\/redis-1$/,
  },
  'sweep-not-permitted': { look: () => redis('acl dryrun maintenance scan 0'), ill: /no permissions/ },
  'wrong-redis-password': { look: logins('redis-credentials'), ill: /WRONGPASS/ },
  'no-old-snapshot': {
    look: () => sql("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'reporting'"),
    ill: /^0$/,
  },
  'blocked-vacuum': {
    look: () =>
      sql(
        "SELECT count(*) FROM pg_locks WHERE relation = 'detections'::regclass AND mode = 'AccessExclusiveLock' AND granted",
      ),
    ill: /^1$/,
  },
  'wraparound-near': {
    look: () => sql("SELECT age(datfrozenxid) FROM pg_database WHERE datname = 'phoenixanalytics'"),
    ill: over(2 ** 30),
  },
  'maintenance-not-permitted': {
    look: () => sql("SELECT pg_has_role('maintenance', 'phoenix_owner', 'usage')"),
    ill: /^f$/,
  },
  'wrong-database-password': { look: logins('postgres-credentials'), ill: /authentication failed/ },
  'database-down': { look: () => readyOf('statefulset/postgres'), ill: /\/0$/ },
  'primary-down': {
    look: () => kubectl('get', 'pods', '--selector=app=postgres', '--output=name'),
    ill: /^pod\/postgres-1$/,
  },
  'standby-lagging': { look: () => sql('SELECT pg_is_wal_replay_paused()', 'postgres-1'), ill: /^t$/ },
  'split-brain': { look: () => sql('SELECT pg_is_in_recovery()', 'postgres-1'), ill: /^f$/ },
  'read-only-database': {
    look: () => sql('CREATE TABLE sandbox_try (); DROP TABLE sandbox_try'),
    ill: /read-only transaction/,
  },
  'connections-exhausted': { look: () => sql('SELECT count(*) FROM pg_stat_activity'), ill: over(45) },
  'no-expiring-certificate': { look: daysLeft('partner-feed-tls'), ill: over(80) },
  'expired-certificate': { look: daysLeft('portal-tls'), ill: under(0) },
  'mismatched-key': { look: publicKeys, ill: /another/ },
  'unreadable-certificate': {
    look: () => certificate('field-radio-tls', '-serial'),
    ill: /[Uu]nable to load|Could not read/,
  },
  'uncovered-host': { look: () => certificate('portal-tls', '-ext subjectAltName'), ill: /old-portal/ },
  'stale-certificate-served': { look: servedSerial, ill: /another/ },
  'gateway-certificate-due': { look: daysLeft('api-gateway-tls'), ill: under(13) },
  'certificate-not-picked-up': {
    look: () => kubectl('get', 'secret', 'api-gateway-pinned', '--output=name'),
    ill: /^secret\/api-gateway-pinned/,
  },
  'issuer-down': {
    look: () => page('http://10.77.0.30:8080/', 3).then((seen) => (seen === '' ? 'silent' : 'answers')),
    ill: /silent/,
  },
  'ca-about-to-expire': { look: daysLeft('phoenix-issuing-ca'), ill: under(10) },
  'cert-manager-certificate-due': {
    look: () => kubectl('get', 'certificates.cert-manager.io', 'portal', '--output=name'),
    ill: /^certificate\.cert-manager\.io\/portal/,
  },
  'cert-manager-down': {
    look: () => page('http://10.77.0.31:8080/', 3).then((seen) => (seen === '' ? 'silent' : 'answers')),
    ill: /silent/,
  },
  'certificate-owned-by-helm': {
    look: () => kubectl('get', 'secret', 'partner-feed-tls', '--output=jsonpath={.metadata.annotations}'),
    ill: /meta\.helm\.sh/,
  },
  'missing-intermediate': { look: blocksIn, ill: /^2$/ },
  'missing-secret': { look: () => kubectl('get', 'secret', 'portal-tls', '--output=name'), ill: /NotFound/ },
  'busy-cpu': { look: usedShare('cpu', 1), ill: over(0.7) },
  'high-cpu': { look: usedShare('cpu', 1), ill: over(0.85) },
  'busy-memory': { look: usedShare('memory', 1.5 * 2 ** 30), ill: over(0.78) },
  'high-memory': { look: usedShare('memory', 1.5 * 2 ** 30), ill: over(0.88) },
  'disk-filling': { look: diskShare, ill: over(0.85) },
  'disk-full': { look: diskShare, ill: over(0.95) },
  'slow-gateway': { look: slowest, ill: over(2.4) },
  'very-slow-gateway': { look: slowest, ill: over(5.4) },
  'low-throughput': { look: transactions, ill: under(800) },
  'no-throughput': { look: transactions, ill: under(10) },
  'metrics-gone': { look: () => kubectl('get', 'nodes.metrics.k8s.io', '--output=name'), ill: /No resources found|^$/ },
  'prometheus-down': { look: () => readyOf('deployment/monitoring-stack'), ill: /\/0$/ },
  'capacity-running-out': { look: capacityCourse, ill: /growing/ },
  'capacity-outgrown': { look: capacityCourse, ill: /exhausted/ },
  'node-not-ready': { look: () => condition('Ready'), ill: /False/ },
  'node-disk-pressure': { look: () => condition('DiskPressure'), ill: /True/ },
  'node-cordoned': { look: () => field('node/node-3', '.spec.unschedulable'), ill: /true/ },
  'one-node-down': {
    look: () => kubectl('get', 'pods', '--selector=app=blockchain-node', '--output=name'),
    ill: (seen) => seen.split('\n').length === 3,
  },
  'quorum-lost': {
    look: () => kubectl('get', 'pods', '--selector=app=blockchain-node', '--output=name'),
    ill: (seen) => seen.split('\n').length === 2,
  },
  'zero-blockchain-pods': { look: () => readyOf(NODES), ill: /\/0$/ },
  'hung-blockchain-node': { look: () => readyOf(NODES), ill: /^3\/4$/ },
  'crash-loop': { look: () => kubectl('get', 'pods', '--selector=app=partner-feed'), ill: /CrashLoopBackOff|Error/ },
  'stuck-rollout': { look: () => kubectl('get', 'pods', '--selector=app=api-gateway'), ill: /ImagePull/ },
  'volume-filling': {
    look: () => exec('blockchain-node-2', 'sh', '-c', "df --output=pcent /var/lib/blockchain | tail -1 | tr -d ' %'"),
    ill: over(85),
  },
  'volume-full': {
    look: () => exec('blockchain-node-2', 'sh', '-c', "df --output=pcent /var/lib/blockchain | tail -1 | tr -d ' %'"),
    ill: over(95),
  },
  'quota-exhausted': { look: () => field('resourcequota/compute', '.status.used.pods'), ill: /^\d+$/ },
  'gateway-pods-refused': {
    look: () => kubectl('get', 'validatingadmissionpolicies', '--output=name'),
    ill: /sandbox-fault-gateway-pods-refused/,
  },
  'autovacuum-off': {
    look: () => sql("SELECT coalesce(reloptions::text, '') FROM pg_class WHERE relname = 'detections'"),
    ill: /autovacuum_enabled=false/,
  },
  'sequence-near-end': {
    look: () => sql("SELECT last_value FROM pg_sequences WHERE sequencename = 'flight_numbers'"),
    ill: /^2140000000$/,
  },
  'pending-claim': { look: () => field('pvc/archive', '.status.phase'), ill: /Pending/ },
  'dns-down': { look: resolves, ill: /TIMEOUT|REFUSED|SERVFAIL/ },
  'database-cut-off': {
    look: async () => {
      const [host, nobody] = [await address('postgres'), ['setpriv', '--reuid=65534', '--clear-groups']];
      return `as anybody: ${await inside(...nobody, 'busybox', 'nc', '-w', '3', host, '5432', '-e', '/bin/true')}`;
    },
    ill: /Permission denied/,
  },
  'object-store-down': {
    look: () => page('http://10.77.0.6:7070/rooivalk-health', 3).then((seen) => (seen === '' ? 'silent' : 'answers')),
    ill: /silent/,
  },
  'api-server-down': { look: () => kubectl('get', '--raw=/readyz'), ill: /refused|Unable to connect/ },
  'broken-patch': { look: tagsOf('api-gateway'), ill: newPatch },
  'broken-node-patch': { look: tagsOf('blockchain-node'), ill: newPatch },
  'bad-image': { look: tagsOf('api-gateway'), ill: newPatch },
  'unsigned-patch': { look: tagsOf('api-gateway'), ill: newPatch },
  'owned-by-argo': {
    look: () => field('deployment/api-gateway', '.metadata.annotations'),
    ill: /argocd\.argoproj\.io/,
  },
  'no-disruption-allowed': { look: () => field('pdb/api-gateway', '.status.disruptionsAllowed'), ill: /^0$/ },
  'repushed-tag': { look: servedImage, ill: /another/ },
  'registry-down': {
    look: () => page('http://10.77.0.5:5000/v2/', 3).then((seen) => (seen === '' ? 'silent' : 'answers')),
    ill: /silent/,
  },
  'no-recent-backup': { look: databaseBackups, ill: /^12$/ },
  'missing-backup-day': { look: databaseBackups, ill: /^13$/ },
  'truncated-backup': { look: dumpAsStored('database-backup.sql.gz'), ill: /another/ },
  'empty-backup': { look: dumpAsStored('database-backup.sql.gz'), ill: /another/ },
  'bit-flipped-backup': { look: dumpAsStored('database-backup.sql.gz'), ill: /another/ },
  'swapped-backups': {
    look: () => newestBackup('database', 'database-backup.dump', 'head -c 5 "$f" | od -An -c | tr -d " "'),
    ill: (seen) => seen !== 'PGDMP',
  },
  'missing-backup': { look: dumpAsStored('database-backup.dump'), ill: /missing/ },
  'program-in-backup': {
    look: () => newestBackup('database', 'database-backup.sql.gz', 'gunzip -c "$f" | grep -c "^.! id"'),
    ill: /^1$/,
  },
  'encrypted-backup': {
    look: () => newestBackup('database', 'database-backup.dump', 'head -c 3 "$f" | tr -d "\\0"'),
    ill: /age/,
  },
  'chain-backup-gap': {
    look: () => newestBackup('blockchain', 'blocks-0001.jsonl.gz', 'gunzip -c "$f" | grep -c height'),
    ill: /^1999$/,
  },
  'drifted-configuration': {
    look: () => newestBackup('configuration', 'configuration.yaml', 'grep -c "replicas: 2" "$f"'),
    ill: (seen) => Number(seen) > 2,
  },
  'outdated-configuration': {
    look: () => newestBackup('configuration', 'configuration.yaml', 'grep -c "apps/v1beta1" "$f"'),
    ill: /^1$/,
  },
  'bucket-denied': {
    look: () => field('secret/backup-store-credentials', '.data.secret-access-key'),
    ill: /^YS1rZXk/,
  },
};
