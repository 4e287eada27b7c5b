import { namedWorkloads } from '../../domain/configuration/platform/named-workloads.ts';
import type { Json } from '../../domain/json.ts';
import type { PersistentVolumeClaim, StorageClass } from '../../domain/kubernetes/objects.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { workloadWord } from '../../domain/kubernetes/workloads.ts';
import type { BasisWriter } from '../../domain/plan/plan.ts';
import { lookUpTarget, missingTarget } from '../../domain/target/target.ts';
import { readRoom } from '../../observation/capacity/read-room.ts';
import { sessionsOfPods } from '../../observation/database/sessions-of-pods.ts';
import { readAutoscalers } from '../../observation/owner/autoscalers.ts';
import { writerOf } from '../../observation/rollout/start-writers.ts';
import { unreadyWorkloads } from '../../observation/rollout/unready-workloads.ts';
import { readTarget, type SeenTarget } from '../../observation/target/read-target.ts';
import { attempt } from '../../observation/trouble.ts';
import { readUse } from '../../observation/usage/read-use.ts';
import type { Cluster } from '../../ports/cluster.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Inputs } from './inputs.ts';
import type { Around, Seen, SeenClaim } from './seen.ts';

type Context = TaskContext<'cluster' | 'metrics' | 'database'>;

/** Read the workload and everything that more of it would have to fit into; change nothing. */
export async function observe(context: Context, inputs: Inputs): Promise<Seen> {
  const { platform, ports } = context;
  const found = lookUpTarget(inputs.target, namedWorkloads(platform));
  if ('refusal' in found) return { basis: null, measurements: found };
  const target = await readTarget(ports.cluster, platform.namespace, found.workload);
  if (target === undefined) {
    return { basis: null, measurements: { refusal: missingTarget(found.workload, platform.namespace) } };
  }
  const around = await lookAround(context, target, inputs);
  return { basis: basisOf(around), writers: writersOf(around), measurements: { around } };
}

async function lookAround(context: Context, target: SeenTarget, inputs: Inputs): Promise<Around> {
  const { ports, platform } = context;
  const { cluster, database } = ports;
  const { namespace } = platform;
  const [surroundings, autoscalers, storage, unready, use, sessions] = await Promise.all([
    readRoom(cluster, namespace),
    readAutoscalers(cluster, namespace),
    addsStorage(target, inputs) ? readStorage(cluster, namespace) : nothingStored,
    unreadyWorkloads(cluster, namespace),
    readUse(context, target, inputs['usage-window']),
    attempt('database', () => sessionsOfPods(database, target.pods)),
  ]);
  const seen = 'trouble' in sessions ? sessions : sessions.value;
  return {
    target,
    surroundings,
    autoscalers,
    claims: inputs['volume-size'] === '' ? [] : claimsOf(target, storage),
    storage: { claims: storage.claims.map(({ metadata }) => metadata.name), classes: storage.classes },
    use,
    unready: [...unready].sort(),
    ...(seen === undefined ? {} : { sessions: seen }),
  };
}

interface Stored {
  readonly claims: readonly PersistentVolumeClaim[];
  readonly classes: readonly StorageClass[];
}

const nothingStored: Stored = { claims: [], classes: [] };

/** Volumes that grow, or pods that bring claims with them. */
const addsStorage = ({ workload }: SeenTarget, inputs: Inputs): boolean =>
  inputs['volume-size'] !== '' || (inputs.replicas > 0 && (workload.spec.volumeClaimTemplates ?? []).length > 0);

async function readStorage(cluster: Cluster, namespace: string): Promise<Stored> {
  const claims: PersistentVolumeClaim[] = [];
  for await (const claim of cluster.list({ resource: resources.persistentVolumeClaims, namespace })) claims.push(claim);
  const classes: StorageClass[] = [];
  for await (const one of cluster.list({ resource: resources.storageClasses })) classes.push(one);
  return { claims, classes };
}

function claimsOf({ pods }: SeenTarget, { claims, classes }: Stored): readonly SeenClaim[] {
  const volumes = new Map(
    pods.flatMap(({ spec }) =>
      (spec.volumes ?? []).flatMap(({ name, persistentVolumeClaim: of }) =>
        of === undefined ? [] : [[of.claimName, name]],
      ),
    ),
  );
  return claims
    .filter(({ metadata }) => volumes.has(metadata.name))
    .map((claim) => {
      const storageClass = classes.find(({ metadata }) => metadata.name === claim.spec.storageClassName);
      const volume = volumes.get(claim.metadata.name) ?? '';
      return { volume, claim, ...(storageClass === undefined ? {} : { storageClass }) };
    });
}

/** Who wrote what the basis holds. */
const writersOf = ({ target, claims }: Around): readonly BasisWriter[] => [
  ...target.writers,
  ...claims.flatMap(({ claim: { metadata } }) =>
    writerOf(`claims.${metadata.name}.size`, metadata, ['f:spec', 'f:resources']),
  ),
];

/** What must still hold when the plan is applied: what pods start from, how many there are, and the claims. */
function basisOf({ target, claims }: Around): Json {
  const { kind, workload, start } = target;
  return {
    subject: workloadWord(kind, workload.metadata.name),
    ...start,
    replicas: workload.spec.replicas ?? null,
    claims: Object.fromEntries(
      claims.map(({ claim }) => [
        claim.metadata.name,
        { uid: claim.metadata.uid, size: claim.spec.resources?.requests?.storage ?? null },
      ]),
    ),
  };
}
