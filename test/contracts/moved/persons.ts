import type { KubernetesObject } from '../../../src/domain/kubernetes/objects.ts';
import { type Resource, resources } from '../../../src/domain/kubernetes/resources.ts';
import type { StepKind } from '../../../src/domain/step/kinds.ts';
import type { StepOf } from '../../../src/domain/step/step.ts';
import type { FakeCache } from '../../fakes/cache/fake-cache.ts';
import { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';
import type { FakeDatabase, FakeDatabaseEntry } from '../../fakes/database/fake-database.ts';
import type { FakeObjectStore } from '../../fakes/object-store/fake-object-store.ts';
import { Bench as Certificates } from '../../tasks/renew-certificates/bench.ts';
import type { MakeWorld, World } from '../world.ts';

/** What a person does to the subject of a step of a kind, on fakes. */
export interface Person<K extends StepKind = StepKind> {
  /** The task whose world has such a step. */
  readonly task: string;
  /** Another world of it than the usual one. */
  readonly makeWorld?: MakeWorld;
  readonly meddle: (world: World, step: StepOf<K>) => void | Promise<void>;
  /** What must stay as the person left it. */
  readonly holds: (world: World, step: StepOf<K>) => unknown;
  /**
   * How the step ends. `failed`: it stops its unit; `skipped`: it is left out, harmlessly; `told`: it changes nothing of its
   * subject, and says what it found.
   */
  readonly ends: 'failed' | 'skipped' | 'told';
  readonly says: RegExp;
}

const namespace = 'phoenix-rooivalk';
const moment = '2026-11-24T02:05:12Z';
const byPerson = /(changed|last written) 2026-11-24 02:05:12 UTC by manager kubectl-edit/;
const saying = (says: RegExp): RegExp => new RegExp(`${says.source}.*${byPerson.source}`);

const clusterOf = ({ ports }: World): FakeCluster => {
  if (ports.cluster instanceof FakeCluster) return ports.cluster;
  throw new Error('the world has no fake cluster');
};

type Edit = Parameters<FakeCluster['edit']>[3];

/** Edit an object as somebody does with kubectl: the API server notes who wrote which fields, and when. */
function edit<T extends KubernetesObject>(
  world: World,
  resource: Resource<T>,
  name: string,
  fieldsV1: object,
  change: Edit,
): void {
  clusterOf(world).edit<T>(resource, namespace, name, (draft) => {
    change(draft);
    draft.metadata.managedFields = [{ manager: 'kubectl-edit', operation: 'Update', time: moment, fieldsV1 }];
  });
}

// biome-ignore lint/suspicious/noExplicitAny: fields of raw objects are read
const stored = (world: World, key: string): any => clusterOf(world).snapshot()[key];
const deployment = (world: World) => stored(world, `deployments.apps/${namespace}/api-gateway`);
const secret = (world: World) => stored(world, `secrets/${namespace}/api-gateway-tls`)?.data['tls.crt'];

const inTemplate = (fields: object) => ({ 'f:spec': { 'f:template': fields } });
const inContainer = (name: string, fields: object) =>
  inTemplate({ 'f:spec': { 'f:containers': { [`k:${JSON.stringify({ name })}`]: fields } } });

/** Another certificate than any of ours: what matters is that it is theirs. */
const theirCertificate = Buffer.from('a person was here').toString('base64');

const meddledSecret = {
  meddle: (world: World) =>
    edit(world, resources.secrets, 'api-gateway-tls', { 'f:data': { 'f:tls.crt': {} } }, ({ data }) => {
      data['tls.crt'] = theirCertificate;
    }),
  holds: secret,
  says: saying(/secret\/api-gateway-tls was changed by somebody else since/),
} as const;

const theirDigest = `sha256:${'9'.repeat(64)}` as const;
const managed = { 'cert-manager.io/certificate-name': 'gateway' };

/** A gateway whose Secret cert-manager keeps. */
async function certManagerWorld(): Promise<World> {
  const bench = await Certificates.make({ inputs: { 'signed-within': '5s' } });
  await bench.secret('api-gateway-tls', 12, {}, { metadata: { annotations: managed } as never });
  bench.certificate('gateway', 'api-gateway-tls');
  bench.gateway();
  return bench.world();
}

const replacedPod = {
  meddle: (world: World, { parameters }: { readonly parameters: { readonly pod: string } }) => {
    const cluster = clusterOf(world);
    const pod = stored(world, `pods/${namespace}/${parameters.pod}`);
    cluster.remove(resources.pods, namespace, parameters.pod);
    const { uid: _, ...metadata } = pod.metadata;
    cluster.add(resources.pods, { ...pod, metadata });
  },
  ends: 'skipped',
  says: /pod\/blockchain-node-0 was replaced/,
} as const;

const cacheOf = ({ ports }: World) => (ports.cache as FakeCache).world;
const databaseOf = ({ ports }: World) => (ports.database as FakeDatabase).world;
const storeOf = ({ ports }: World) => (ports.objectStore as FakeObjectStore).objects;

function rewriteObject(
  world: World,
  { parameters }: StepOf<'read-backup' | 'restore-drill' | 'dry-run-manifests'>,
): void {
  const [first] = parameters.objects;
  const object = storeOf(world).get(first?.key ?? '');
  if (first === undefined || object === undefined) throw new Error('the step names no object');
  const content = Buffer.from('somebody has written over it');
  storeOf(world).set(first.key, { ...object, bytes: content.length, content });
}

const rewritten = {
  task: 'validate-backups',
  meddle: rewriteObject,
  holds: (world: World, { parameters }: StepOf<'read-backup' | 'restore-drill' | 'dry-run-manifests'>) =>
    Buffer.from(storeOf(world).get(parameters.objects[0]?.key ?? '')?.content ?? []).toString(),
  ends: 'told',
} as const;

const tableOf = (world: World, { parameters }: StepOf<'set-table-options'>) => {
  const databases: readonly FakeDatabaseEntry[] = databaseOf(world).get(parameters.server)?.databases ?? [];
  const database = databases.find(({ name }) => name === parameters.database);
  if (database === undefined) throw new Error('the step names no database');
  return database;
};

/** A person for every kind of the closed union: a kind without one does not compile. */
export const persons: { readonly [K in StepKind]: Person<K> } = {
  'scale-workload': {
    task: 'increase-capacity',
    meddle: (world) =>
      edit(world, resources.deployments, 'api-gateway', { 'f:spec': { 'f:replicas': {} } }, ({ spec }) => {
        spec.replicas = 4;
      }),
    holds: (world) => deployment(world).spec.replicas,
    ends: 'failed',
    says: saying(/it has 4 replicas/),
  },
  'set-resources': {
    task: 'increase-capacity',
    meddle: (world) =>
      edit(world, resources.deployments, 'api-gateway', inContainer('gateway', { 'f:resources': {} }), ({ spec }) => {
        spec.template.spec.containers[0].resources.requests.memory = '72Mi';
      }),
    holds: (world) => deployment(world).spec.template.spec.containers[0].resources.requests.memory,
    ends: 'failed',
    says: saying(/its requests\.memory of gateway is 72Mi/),
  },
  'set-image': {
    task: 'apply-security-updates',
    meddle: (world, { parameters: { name } }) =>
      edit(world, resources.statefulSets, name, inContainer('main', { 'f:image': {} }), ({ spec }) => {
        spec.template.spec.containers[0].image = 'registry.example/phoenix/blockchain-node:hotfix';
      }),
    holds: (world, { parameters: { name } }) =>
      stored(world, `statefulsets.apps/${namespace}/${name}`).spec.template.spec.containers[0].image,
    ends: 'failed',
    says: saying(/its container main has image registry\.example\/phoenix\/blockchain-node:hotfix/),
  },
  'restart-workload': {
    task: 'restart-workload',
    meddle: (world) => {
      const fields = { 'f:metadata': { 'f:annotations': { 'f:rooivalk.maintenance/restarted-by': {} } } };
      edit(world, resources.deployments, 'api-gateway', inTemplate(fields), ({ spec }) => {
        spec.template.metadata.annotations = { 'rooivalk.maintenance/restarted-by': 'a person' };
      });
    },
    holds: (world) => deployment(world).spec.template.metadata.annotations,
    ends: 'failed',
    says: saying(/its annotation rooivalk\.maintenance\/restarted-by is a person/),
  },
  'expand-volume': {
    task: 'increase-capacity',
    makeWorld: async () => {
      const { WorkloadBench } = await import('../../tasks/workload-bench/bench.ts');
      const bench = new WorkloadBench('increase-capacity');
      const { cluster, metrics, database } = bench;
      const inputs = { target: 'statefulset/blockchain-node', 'volume-size': '96Mi' };
      return { ports: { cluster, metrics, database }, changes: () => bench.changes(), inputs };
    },
    meddle: (world, { parameters: { name } }) =>
      edit(world, resources.persistentVolumeClaims, name, { 'f:spec': { 'f:resources': {} } }, ({ spec }) => {
        spec.resources.requests.storage = '128Mi';
      }),
    holds: (world, { parameters: { name } }) =>
      stored(world, `persistentvolumeclaims/${namespace}/${name}`).spec.resources.requests.storage,
    ends: 'failed',
    says: saying(/it asks for 128Mi/),
  },
  'issue-certificate': { task: 'renew-certificates', ...meddledSecret, ends: 'failed' },
  'write-certificate': { task: 'renew-certificates', ...meddledSecret, ends: 'failed' },
  'renew-by-cert-manager': {
    task: 'renew-certificates',
    makeWorld: certManagerWorld,
    ...meddledSecret,
    ends: 'failed',
    says: saying(/secret\/api-gateway-tls holds another certificate than was planned with/),
  },
  'reload-consumers': {
    task: 'renew-certificates',
    meddle: (world) => {
      const fields = { 'f:metadata': { 'f:annotations': { 'f:rooivalk.maintenance/reloaded': {} } } };
      edit(world, resources.deployments, 'api-gateway', inTemplate(fields), ({ spec }) => {
        spec.template.metadata.annotations = { 'rooivalk.maintenance/reloaded': 'a person' };
      });
    },
    holds: (world) => deployment(world).spec.template.metadata.annotations,
    ends: 'failed',
    says: saying(/deployment\/api-gateway: its annotation rooivalk\.maintenance\/reloaded is a person/),
  },
  'set-table-options': {
    task: 'optimize-performance',
    meddle: (world, step) => {
      const { tuning } = tableOf(world, step);
      const tables = tuning.tables.map((table) =>
        table.oid === step.parameters.oid ? { ...table, options: { autovacuum_vacuum_scale_factor: '0.07' } } : table,
      );
      tableOf(world, step).tuning = { ...tuning, tables };
    },
    holds: (world, step) => tableOf(world, step).tuning.tables.find(({ oid }) => oid === step.parameters.oid)?.options,
    ends: 'failed',
    says: /autovacuum_vacuum_scale_factor is 0\.07/,
  },
  'rotate-logs': { task: 'rotate-logs', ...replacedPod, holds: ({ changes }) => changes() },
  'delete-files': { task: 'clean-temporary-files', ...replacedPod, holds: ({ changes }) => changes() },
  'vacuum-table': {
    task: 'maintain-database',
    meddle: (world, { parameters: { server } }) => {
      const on = databaseOf(world).get(server);
      if (on !== undefined) on.instance = { ...on.instance, role: 'standby' };
    },
    holds: ({ changes }) => changes(),
    ends: 'skipped',
    says: /pod\/postgres-0 is a standby now/,
  },
  'expire-stale-keys': {
    task: 'optimize-caches',
    meddle: (world, { parameters: { shard } }) => {
      const on = cacheOf(world).get(shard);
      if (on !== undefined) on.instance = { ...on.instance, role: 'replica' };
    },
    holds: (world, { parameters: { shard } }) => [...(cacheOf(world).get(shard)?.keys ?? [])],
    ends: 'skipped',
    says: /pod\/redis-0 is a replica now/,
  },
  'purge-cache-memory': {
    task: 'optimize-caches',
    meddle: (world, { parameters: { shard } }) => {
      const on = cacheOf(world).get(shard);
      if (on === undefined) return;
      const { memory } = on.instance;
      on.instance = { ...on.instance, memory: { ...memory, residentBytes: memory.usedBytes, reclaimableBytes: 0 } };
    },
    holds: (world, { parameters: { shard } }) => cacheOf(world).get(shard)?.instance.memory,
    ends: 'skipped',
    says: /fragmentation is 1\.0, 0 B could be given back/,
  },
  'probe-database-write': {
    task: 'check-health',
    meddle: (world, { parameters: { server } }) => {
      const on = databaseOf(world).get(server);
      if (on !== undefined) on.write = { accepted: false, why: 'standby' };
    },
    holds: (world, { parameters: { server } }) => databaseOf(world).get(server)?.write,
    ends: 'told',
    says: /it is a standby/,
  },
  'probe-network': {
    task: 'check-health',
    // the probe has no subject of its own but the network: somebody takes its namespace's rights meanwhile
    meddle: (world) => clusterOf(world).forbid({ resource: resources.jobs, verbs: ['create'] }),
    holds: (world) => Object.keys(clusterOf(world).snapshot()).filter((key) => key.startsWith('jobs')),
    ends: 'told',
    says: /0 of \d+ names? resolved, 0 of \d+ connections made from inside/,
  },
  'read-backup': { ...rewritten, says: /somebody|sha256|SHA-256|bytes/ },
  'restore-drill': { ...rewritten, says: /not restored|SHA-256|bytes/ },
  'dry-run-manifests': { ...rewritten, says: /document|SHA-256|bytes/ },
  // nobody but a run of ours writes the record: another one has seen the tag stand for something else meanwhile
  'record-images': {
    task: 'apply-security-updates',
    meddle: async ({ ports }, { parameters }) => {
      const [image] = parameters.images;
      if (image !== undefined) await ports.imageRecord?.remember([{ ...image, digest: theirDigest }]);
    },
    holds: async ({ ports }) =>
      Object.entries((await ports.imageRecord?.read())?.images ?? {}).filter(([key]) => key.endsWith(theirDigest)),
    ends: 'told',
    says: /1 image recorded/,
  },
};
