import type { WorkloadKind } from '../../../src/domain/configuration/platform/workload-kind.ts';
import { templateDigest } from '../../../src/domain/image/step-parameters.ts';
import type { Pod, Workload } from '../../../src/domain/kubernetes/objects.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { workloadRef, workloadResource, workloadWord } from '../../../src/domain/kubernetes/workloads.ts';
import { type ImagesByContainer, imagesOf } from '../../../src/domain/rollout/images-of.ts';
import type { StepOf } from '../../../src/domain/step/step.ts';
import { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';
import { type Fate, WorkloadController } from '../../fakes/cluster/workload-controller.ts';
import { FakeImageRecord } from '../../fakes/image-record/fake-image-record.ts';
import { FakeRegistry } from '../../fakes/registry/fake-registry.ts';
import { testNow } from '../../tasks/environment.ts';
import { stepContext } from '../step-context.ts';

const namespace = 'phoenix-rooivalk';
const name = 'api-gateway';
const repository = 'registry.example.com/phoenix/api-gateway';
const labels = { app: name };

/** What is in the way of a new image. */
export interface SceneTraits {
  readonly kind?: WorkloadKind;
  readonly fate?: Fate;
  readonly spec?: object;
  /** Images by container; an init container's key begins with `init/`. */
  readonly from?: ImagesByContainer;
  /** Further containers, whose images stay. */
  readonly beside?: ImagesByContainer;
}

/** One workload whose images are set, in a cluster that carries changes out, with registry and record. */
export function scene(traits: SceneTraits = {}) {
  const { kind = 'Deployment', from = { gateway: `${repository}:2.1.0` } } = traits;
  const cluster = new FakeCluster({ now: () => testNow });
  const registry = new FakeRegistry();
  const digest = registry.add(repository, ['2.1.1']);
  const record = new FakeImageRecord(() => testNow);
  const resource = workloadResource(kind);
  const containers = (prefix: string) =>
    Object.entries({ ...traits.beside, ...from }).flatMap(([key, image]) =>
      key.startsWith('init/') === (prefix === 'init/') ? [{ name: key.replace('init/', ''), image }] : [],
    );
  cluster.add(resource, {
    metadata: { name, namespace },
    spec: {
      replicas: 3,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { initContainers: containers('init/'), containers: containers('') },
      },
      ...traits.spec,
    },
    ...(kind === 'DaemonSet' ? { status: { desiredNumberScheduled: 3 } } : {}),
  });
  const controller = new WorkloadController(cluster, traits.fate);
  controller.reconcile();
  const to = Object.fromEntries(
    Object.entries(from).map(([key, image]) => [key, `${image.replace(/\.0$/, '.1')}@${digest}`]),
  );
  const read = async (): Promise<Workload> => {
    const found = await cluster.get(resource, namespace, name);
    if (found === undefined) throw new Error('the workload is gone');
    return found;
  };
  const pods = async (): Promise<readonly Pod[]> => {
    const found: Pod[] = [];
    for await (const pod of cluster.list({ resource: resources.pods, namespace, labels: 'app=api-gateway' })) {
      found.push(pod);
    }
    return found;
  };
  const step = async (): Promise<StepOf<'set-image'>> => {
    const workload = await read();
    return {
      id: `set-image ${workloadWord(kind, name)}`,
      kind: 'set-image',
      subject: workloadWord(kind, name),
      from,
      to,
      parameters: {
        ...workloadRef(kind, workload),
        template: templateDigest(workload.spec.template, from),
        progressMs: 30_000,
        settleMs: 3_000,
      },
      why: 'a patch',
      risk: 'none',
      undo: 'the images are put back',
      deadlineMs: 600_000,
    };
  };
  return {
    cluster,
    registry,
    record,
    repository,
    namespace,
    digest,
    from,
    to,
    read,
    pods,
    step,
    reconcile: () => controller.reconcile(),
    /** What is left of a pod like the ones that are there, after its node needed the room. */
    evict: async (name: string): Promise<void> => {
      const [alike] = await pods();
      if (alike === undefined) throw new Error('there is no pod');
      cluster.add(resources.pods, {
        ...alike,
        metadata: { ...alike.metadata, name, uid: `uid-${name}` },
        status: { phase: 'Failed', reason: 'Evicted' },
      });
    },
    edit: (change: (draft: never) => void) => void cluster.edit(resource, namespace, name, change as never),
    images: async () => imagesOf((await read()).spec.template.spec),
    podImages: async () => (await pods()).map((pod) => imagesOf(pod.spec)),
    context: (signal?: AbortSignal) => stepContext({ cluster, registry, imageRecord: record }, signal),
  };
}

/** Pods of the new version do not become ready. */
export const failing: Fate = { becomesReady: ({ spec }) => !spec.containers.some(({ image }) => image?.includes('@')) };
