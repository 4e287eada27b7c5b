/** When Phoenix Rooivalk is up: every pod ready, blocks and rows coming in, everything scraped, figures there. */
import { NODES, PLATFORM_NAMESPACE } from '../network.ts';
import { type Cluster, until } from './cluster.ts';
import { asDatabaseAdministrator, podAddress } from './database.ts';

interface Workload {
  readonly metadata: { readonly name: string; readonly generation: number };
  readonly spec: { readonly replicas: number };
  readonly status: {
    readonly observedGeneration?: number;
    readonly readyReplicas?: number;
    readonly updatedReplicas?: number;
    readonly replicas?: number;
  };
}

function missing({ metadata, spec, status }: Workload): string | undefined {
  const { readyReplicas = 0, updatedReplicas = 0, replicas = 0, observedGeneration = 0 } = status;
  if (observedGeneration < metadata.generation) return `${metadata.name} is not looked at yet`;
  const counts = [readyReplicas, updatedReplicas, replicas];
  if (counts.every((count) => count === spec.replicas)) return undefined;
  return `${metadata.name} has ${readyReplicas} of ${spec.replicas} pods ready`;
}

/** What of the platform's workloads is not ready, or undefined. `names` limits it to some of them. */
export async function unreadyWorkloads(cluster: Cluster, names?: readonly string[]): Promise<string | undefined> {
  const lists = await Promise.all([
    cluster.list<Workload>('apps/v1', 'StatefulSet', PLATFORM_NAMESPACE),
    cluster.list<Workload>('apps/v1', 'Deployment', PLATFORM_NAMESPACE),
  ]);
  const wanted = lists.flat().filter(({ metadata }) => names === undefined || names.includes(metadata.name));
  const problems = wanted.map(missing).filter((problem) => problem !== undefined);
  return problems.length === 0 ? undefined : problems.join('; ');
}

/** One metric without labels as a pod serves it. */
export async function metricOf(address: string, name: string, port = 9090): Promise<number> {
  const answer = await fetch(`http://${address}:${port}/metrics`, { signal: AbortSignal.timeout(2_000) });
  const match = new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(await answer.text());
  if (match === null) throw new Error(`${address}:${port} serves no metric ${name}`);
  return Number(match[1]);
}

/** Transactions a second over a short while, as one node counts them. */
export async function throughput(cluster: Cluster, milliseconds: number): Promise<number> {
  const address = await podAddress(cluster, 'blockchain-node-0');
  const began = Date.now();
  const before = await metricOf(address, 'transaction_count');
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  const after = await metricOf(address, 'transaction_count');
  return ((after - before) * 1_000) / (Date.now() - began);
}

async function targetsDown(cluster: Cluster): Promise<string | undefined> {
  const [pod] = await cluster.list<{ status: { podIP?: string } }>(
    'v1',
    'Pod',
    PLATFORM_NAMESPACE,
    'app=monitoring-stack',
  );
  const url = `http://${pod?.status.podIP}:9090/api/v1/query?query=${encodeURIComponent('up')}`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
  const { data } = (await answer.json()) as {
    data: { result: { metric: { job: string }; value: [number, string] }[] };
  };
  const up = data.result.filter(({ value }) => value[1] === '1');
  const wanted = 4 + 3 + 1 + NODES.length;
  return up.length >= wanted ? undefined : `Prometheus reaches ${up.length} of ${wanted} targets`;
}

async function figures(cluster: Cluster): Promise<string | undefined> {
  const { items } = await cluster.api.get<{ items: { metadata: { name: string } }[] }>(
    '/apis/metrics.k8s.io/v1beta1/nodes',
  );
  return items.length >= NODES.length ? undefined : `${items.length} of ${NODES.length} nodes have figures`;
}

/** The standby follows, and the old snapshot of `reporting` is held. */
async function sessions(cluster: Cluster): Promise<string | undefined> {
  return asDatabaseAdministrator(cluster, 'postgres-0', async (client) => {
    const { rows } = await client.query<{ standbys: number; snapshots: number }>(
      `SELECT (SELECT count(*)::int FROM pg_stat_replication WHERE state = 'streaming') AS standbys,
              (SELECT count(*)::int FROM pg_stat_activity
                WHERE application_name = 'reporting' AND backend_xmin IS NOT NULL) AS snapshots`,
    );
    const { standbys = 0, snapshots = 0 } = rows[0] ?? {};
    if (standbys < 1) return 'no standby follows';
    return snapshots < 1 ? 'the report has not taken its snapshot' : undefined;
  });
}

/** Waits until the whole platform is alive. The times are for a slow machine. */
export async function untilAlive(cluster: Cluster, tell: (line: string) => void): Promise<void> {
  await until('Phoenix Rooivalk is not ready', 180_000, () => unreadyWorkloads(cluster));
  tell('every pod is ready');
  await until('the database is not complete', 60_000, () => sessions(cluster));
  await until('no transactions arrive', 60_000, async () => {
    const rate = await throughput(cluster, 1_000);
    return rate > 100 ? undefined : `${rate.toFixed(0)} transactions a second`;
  });
  tell('blocks are produced and transactions arrive');
  await until('not everything is measured', 60_000, () => targetsDown(cluster));
  await until('not everything is measured', 60_000, () => figures(cluster));
  tell('everything is measured');
}
