import { field, kubectl } from '../faults/world.ts';
import { apply, image } from './contract-workload.ts';
import { imagesOfOthers, registryOf } from './patched-image.ts';
import type { RealWork } from './real-work.ts';

const name = 'contract-set';
const subject = `statefulset/${name}`;

/** The pod that an OrderedReady StatefulSet updates first. */
export const firstPod = `${name}-1`;

/** Its pods run any patch of the image, and become ready with none but the first. */
const manifest = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name },
  spec: {
    serviceName: name,
    replicas: 2,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: {
        terminationGracePeriodSeconds: 0,
        containers: [
          {
            name: 'app',
            image: `${image}:1.35.0`,
            args: ['-c', 'while :; do sleep 1; done'],
            readinessProbe: { exec: { command: ['sh', '-c', 'test -z "$PATCH"'] }, periodSeconds: 1 },
          },
        ],
      },
    },
  },
};

const removeSet = () => kubectl('delete', subject, '--ignore-not-found', '--cascade=foreground', '--timeout=25s');

/** What failed for good is not tried again, unless that is forgotten. */
const forgetQuarantine = () =>
  kubectl('delete', 'configmap', 'state-quarantine', '--ignore-not-found', '--namespace=rooivalk-maintenance');

/** The images that its pods are to have, and what each pod has: uid, image, whether it is ready. */
export async function stateOfSet(): Promise<{ readonly template: string; readonly pods: readonly SeenPod[] }> {
  const template = await field(subject, '.spec.template.spec.containers[0].image');
  const { items } = JSON.parse(await kubectl('get', 'pods', `--selector=app=${name}`, '--output=json')) as {
    items: readonly PodObject[];
  };
  return {
    template,
    pods: items.map(({ metadata, spec, status }) => ({
      name: metadata.name,
      uid: metadata.uid,
      image: spec.containers[0]?.image ?? '',
      ready: status?.conditions?.some(({ type, status: state }) => type === 'Ready' && state === 'True') ?? false,
    })),
  };
}

/** A pod of the set. */
export interface SeenPod {
  readonly name: string;
  readonly uid: string;
  readonly image: string;
  readonly ready: boolean;
}

interface PodObject {
  readonly metadata: { readonly name: string; readonly uid: string };
  readonly spec: { readonly containers: readonly { readonly image: string }[] };
  readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

/** The set as it is laid: every pod ready with the first patch. */
export const asLaid = {
  template: `${image}:1.35.0`,
  pods: [`${name}-0`, firstPod].map((pod) => ({ name: pod, image: `${image}:1.35.0`, ready: true })),
};

/** An OrderedReady StatefulSet whose patch never becomes ready. */
export const stuckUpdate: RealWork = {
  platform: (usual) => {
    const others = [...usual.workloads.others, { kind: 'StatefulSet' as const, name, selector: `app=${name}` }];
    return { workloads: { ...usual.workloads, others }, ...imagesOfOthers(usual) };
  },
  inputs: { 'progress-deadline': '10s', settle: '1s' },
  lay: async () => {
    await removeSet();
    await forgetQuarantine();
    await apply(manifest);
    await kubectl('rollout', 'status', subject, '--timeout=25s');
  },
  changes: async () => {
    const { template } = await stateOfSet();
    return template === asLaid.template ? [] : [template];
  },
  ports: registryOf,
  remove: async () => {
    await removeSet();
    await forgetQuarantine();
  },
};
