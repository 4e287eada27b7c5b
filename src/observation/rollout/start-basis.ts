import { namesOfKind, startingSecrets } from '../../domain/configuration/platform/named-workloads.ts';
import { WORKLOAD_KINDS } from '../../domain/configuration/platform/workload-kind.ts';
import { type Digest, digestOf, type JsonObject } from '../../domain/json.ts';
import type { ObjectMeta, Pod, Workload } from '../../domain/kubernetes/objects.ts';
import { type Resource, resources } from '../../domain/kubernetes/resources.ts';
import { workloadResource } from '../../domain/kubernetes/workloads.ts';
import type { BasisWriter } from '../../domain/plan/plan.ts';
import { imagesOf } from '../../domain/rollout/images-of.ts';
import { type Reference, referencesOf } from '../../domain/rollout/references.ts';
import type { Permission } from '../../domain/task/permissions.ts';
import type { Cluster } from '../../ports/cluster.ts';
import { startWriters } from './start-writers.ts';

/**
 * What pods of a workload start from (trust.md §5): the full template, the digests that its images stand for, and uid and
 * version of every ConfigMap and Secret that it refers to. An approval of a change that starts pods rests on all of it.
 */
export interface StartBasis extends JsonObject {
  readonly uid: string;
  readonly paused: boolean;
  readonly template: Digest;
  /** By container; an init container's key begins with `init/`. */
  readonly images: Readonly<Record<string, string>>;
  /** By container: the digests that its pods have pulled. */
  readonly digests: Readonly<Record<string, readonly string[]>>;
  /** `secret/api-gateway-tls`: uid and version, or `not there`. */
  readonly refersTo: Readonly<Record<string, string>>;
}

/** What {@link readStart} and reading a named workload may read, for the declaration of a task that starts pods. */
export const startPermissions: readonly Permission[] = [
  ...WORKLOAD_KINDS.map(
    (kind): Permission => ({
      resource: workloadResource(kind),
      verbs: ['get'],
      scope: 'platform',
      names: namesOfKind(kind),
      why: 'read the workload that is to be changed',
    }),
  ),
  { resource: resources.pods, verbs: ['list'], scope: 'platform', why: 'see how its pods fare, and what they run' },
  {
    resource: resources.configMaps,
    verbs: ['get'],
    scope: 'platform',
    why: 'know the version of each ConfigMap that its pods start with',
  },
  {
    resource: resources.secrets,
    verbs: ['get'],
    scope: 'platform',
    names: startingSecrets,
    why: 'know the version of each Secret that its pods start with (nothing but metadata is read)',
  },
];

const resourceOf: Readonly<Record<Reference['kind'], Resource>> = {
  ConfigMap: resources.configMaps,
  Secret: resources.secrets,
};

/** What pods of a workload start from, and who wrote it. */
export interface Start {
  readonly start: StartBasis;
  readonly writers: readonly BasisWriter[];
}

/** Read what pods of a workload start from. `forbidden` when a Secret that it refers to is not among the configured ones. */
export async function readStart(cluster: Cluster, workload: Workload, pods: readonly Pod[]): Promise<Start> {
  const { namespace = '' } = workload.metadata;
  const references = await Promise.all(
    referencesOf(workload.spec.template.spec).map(async ({ kind, name }) => {
      const found = await cluster.metadata(resourceOf[kind], namespace, name);
      return [`${kind.toLowerCase()}/${name}`, found] as const;
    }),
  );
  return { start: startBasis(workload, pods, references), writers: startWriters(workload, references) };
}

function startBasis(
  { metadata: { uid }, spec: { template, paused = false } }: Workload,
  pods: readonly Pod[],
  references: readonly (readonly [name: string, metadata: ObjectMeta | undefined])[],
): StartBasis {
  const versions = references.map(([name, found]) => {
    return [name, found === undefined ? 'not there' : `${found.uid}@${found.resourceVersion}`] as const;
  });
  return {
    uid,
    paused,
    template: digestOf(template),
    images: imagesOf(template.spec),
    digests: digestsOf(pods),
    refersTo: Object.fromEntries(versions),
  };
}

/** What pods have pulled, by container: `sha256:…` out of the `imageID` that the kubelet reports, ready or not. */
function digestsOf(pods: readonly Pod[]): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  for (const { status } of pods.filter(({ metadata }) => metadata.deletionTimestamp === undefined)) {
    const inits = (status?.initContainerStatuses ?? []).map((each) => [`init/${each.name}`, each.imageID] as const);
    const mains = (status?.containerStatuses ?? []).map((each) => [each.name, each.imageID] as const);
    for (const [container, image] of [...inits, ...mains].filter(([, id]) => id.includes('sha256:'))) {
      const digest = image.slice(image.indexOf('sha256:'));
      const seen = found[container] ?? [];
      if (!seen.includes(digest)) found[container] = [...seen, digest].sort();
    }
  }
  return found;
}
