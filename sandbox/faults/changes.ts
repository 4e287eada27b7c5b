/** The ways in which faults change the cluster, each with its way back. */

import { ApiError } from '../kubelet/api.ts';
import { PLATFORM_NAMESPACE } from '../network.ts';
import { FIELD_MANAGER, type PatchOperation, until } from '../platform/cluster.ts';
import { unreadyWorkloads } from '../platform/health.ts';
import { image } from '../platform/manifests/objects.ts';
import type { FaultContext } from './fault.ts';

/** How long a change may take to be seen, in milliseconds, on a slow machine. */
export const SETTLE = 120_000;
/** The namespace of pods that faults need; it is not the platform's. */
export const FAULT_NAMESPACE = 'sandbox-faults';

/** Kinds of workloads. */
export type WorkloadKind = 'StatefulSet' | 'Deployment';

interface Workload {
  readonly spec: { readonly replicas: number };
}

interface PodList {
  readonly metadata: { readonly name: string; readonly deletionTimestamp?: string };
  readonly status: { readonly phase?: string; readonly conditions?: readonly { type: string; status: string }[] };
}

/** The pods of a workload that are not on their way out. */
export async function podsOf(context: FaultContext, app: string): Promise<readonly PodList[]> {
  const pods = await context.cluster.list<PodList>('v1', 'Pod', PLATFORM_NAMESPACE, `app=${app}`);
  return pods.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
}

/** Whether a pod is ready. */
export function isReady(pod: PodList): boolean {
  return pod.status.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false;
}

/** Waits until a workload has so many pods. */
export async function untilPods(context: FaultContext, app: string, count: number): Promise<void> {
  await until(`${app} has not ${count} pods`, SETTLE, async () => {
    const pods = await context.cluster.list<PodList>('v1', 'Pod', PLATFORM_NAMESPACE, `app=${app}`);
    return pods.length === count ? undefined : `it has ${pods.length}`;
  });
}

/** Waits until workloads are ready again. */
export async function untilReady(context: FaultContext, ...names: readonly string[]): Promise<void> {
  await until(`${names.join(', ')} not ready`, SETTLE, () => unreadyWorkloads(context.cluster, names));
}

/** Sets a workload's replicas and keeps how many it had. */
export async function scale(context: FaultContext, kind: WorkloadKind, name: string, replicas: number): Promise<void> {
  const workload = await context.cluster.find<Workload>('apps/v1', kind, PLATFORM_NAMESPACE, name);
  context.memory.keep(`replicas of ${name}`, workload?.spec.replicas ?? 1);
  await setReplicas(context, kind, name, replicas);
  await untilPods(context, name, replicas);
}

/** Gives a workload the replicas back that `scale` found. */
export async function scaleBack(context: FaultContext, kind: WorkloadKind, name: string): Promise<void> {
  await setReplicas(context, kind, name, context.memory.recall<number>(`replicas of ${name}`));
  await untilReady(context, name);
}

function setReplicas(context: FaultContext, kind: WorkloadKind, name: string, replicas: number): Promise<unknown> {
  const change: PatchOperation[] = [{ op: 'replace', path: '/spec/replicas', value: replicas }];
  return context.cluster.patch('apps/v1', kind, PLATFORM_NAMESPACE, name, change);
}

interface Templated {
  readonly spec: {
    readonly template: {
      readonly spec: {
        readonly containers: readonly {
          readonly image: string;
          readonly env?: readonly { name: string; value?: string }[];
        }[];
      };
    };
  };
}

const CONTAINER = '/spec/template/spec/containers/0';

/** Sets the image of a workload's first container and keeps what it had. */
export async function setImage(context: FaultContext, kind: WorkloadKind, name: string, tag: string): Promise<void> {
  const workload = await context.cluster.find<Templated>('apps/v1', kind, PLATFORM_NAMESPACE, name);
  context.memory.keep(`image of ${name}`, workload?.spec.template.spec.containers[0]?.image);
  await replaceImage(context, kind, name, image(name, tag));
}

/** Gives a workload the image back that `setImage` found. Pods that are stuck are deleted: OrderedReady waits for them. */
export async function setImageBack(context: FaultContext, kind: WorkloadKind, name: string): Promise<void> {
  await replaceImage(context, kind, name, context.memory.recall<string>(`image of ${name}`));
  if (kind === 'StatefulSet') {
    for (const pod of (await podsOf(context, name)).toReversed()) {
      if (!isReady(pod)) await context.cluster.delete('v1', 'Pod', PLATFORM_NAMESPACE, pod.metadata.name, 0);
    }
  }
  await untilReady(context, name);
}

function replaceImage(context: FaultContext, kind: WorkloadKind, name: string, value: string): Promise<unknown> {
  const change: PatchOperation[] = [{ op: 'replace', path: `${CONTAINER}/image`, value }];
  return context.cluster.patch('apps/v1', kind, PLATFORM_NAMESPACE, name, change);
}

/** Sets a variable that a Deployment's first container has, and keeps its value. */
export async function setVariable(context: FaultContext, name: string, variable: string, value: string): Promise<void> {
  const { index, found } = await variableOf(context, name, variable);
  context.memory.keep(`${variable} of ${name}`, found);
  await replaceVariable(context, name, index, value);
}

/** Gives a variable the value back that `setVariable` found. */
export async function setVariableBack(context: FaultContext, name: string, variable: string): Promise<void> {
  const { index } = await variableOf(context, name, variable);
  await replaceVariable(context, name, index, context.memory.recall<string>(`${variable} of ${name}`));
}

async function variableOf(
  context: FaultContext,
  name: string,
  variable: string,
): Promise<{ index: number; found: string }> {
  const workload = await context.cluster.find<Templated>('apps/v1', 'Deployment', PLATFORM_NAMESPACE, name);
  const variables = workload?.spec.template.spec.containers[0]?.env ?? [];
  const index = variables.findIndex((each) => each.name === variable);
  if (index < 0) throw new Error(`The Deployment ${name} has no variable ${variable}.`);
  return { index, found: variables[index]?.value ?? '' };
}

async function replaceVariable(context: FaultContext, name: string, index: number, value: string): Promise<void> {
  const change: PatchOperation[] = [{ op: 'replace', path: `${CONTAINER}/env/${index}/value`, value }];
  await context.cluster.patch('apps/v1', 'Deployment', PLATFORM_NAMESPACE, name, change);
  await untilReady(context, name);
  const replicas = (await context.cluster.find<Workload>('apps/v1', 'Deployment', PLATFORM_NAMESPACE, name))?.spec
    .replicas;
  await untilPods(context, name, replicas ?? 1);
}

interface Secret {
  readonly data: Readonly<Record<string, string>>;
}

/** Replaces keys of a Secret and keeps what they held. */
export async function replaceSecret(
  context: FaultContext,
  name: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const secret = await context.cluster.find<Secret>('v1', 'Secret', PLATFORM_NAMESPACE, name);
  context.memory.keep(`Secret ${name}`, secret?.data);
  await context.cluster.api.patch(secretPath(name), { stringData: values });
}

/** Gives a Secret the values back that `replaceSecret` found. */
export async function secretBack(context: FaultContext, name: string): Promise<void> {
  const data = context.memory.recall<Record<string, string>>(`Secret ${name}`);
  await context.cluster.api.patch(secretPath(name), { data });
}

/** Secrets are changed as their owner does it. */
const secretPath = (name: string): string =>
  `/api/v1/namespaces/${PLATFORM_NAMESPACE}/secrets/${name}?fieldManager=${FIELD_MANAGER}`;

/** What an admission policy forbids. */
export interface Forbidden {
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  readonly operations: readonly ('CREATE' | 'UPDATE' | 'DELETE' | 'CONNECT')[];
  /** What must hold for a request to pass, in CEL. */
  readonly expression: string;
  readonly message: string;
}

const POLICIES = 'admissionregistration.k8s.io/v1';

/** Forbids requests by an admission policy. It needs a moment to be in force: the caller waits for its effect. */
export async function forbid(context: FaultContext, name: string, forbidden: Forbidden): Promise<void> {
  const { groups, resources, operations, expression, message } = forbidden;
  const rule = { apiGroups: groups, apiVersions: ['*'], resources, operations };
  await context.cluster.apply({
    apiVersion: POLICIES,
    kind: 'ValidatingAdmissionPolicy',
    metadata: { name: `sandbox-fault-${name}` },
    spec: {
      failurePolicy: 'Fail',
      matchConstraints: { resourceRules: [rule] },
      validations: [{ expression, message }],
    },
  });
  await context.cluster.apply({
    apiVersion: POLICIES,
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata: { name: `sandbox-fault-${name}` },
    spec: { policyName: `sandbox-fault-${name}`, validationActions: ['Deny'] },
  });
}

/** Allows again what `forbid` forbade. */
export async function allow(context: FaultContext, name: string): Promise<void> {
  await context.cluster.delete(POLICIES, 'ValidatingAdmissionPolicyBinding', '', `sandbox-fault-${name}`);
  await context.cluster.delete(POLICIES, 'ValidatingAdmissionPolicy', '', `sandbox-fault-${name}`);
}

/** Keeps pods of these names away: they are deleted, and nothing may create them. */
export async function keepAway(context: FaultContext, name: string, pods: readonly string[]): Promise<void> {
  const list = pods.map((pod) => `'${pod}'`).join(', ');
  await forbid(context, name, {
    groups: [''],
    resources: ['pods'],
    operations: ['CREATE'],
    expression: `!(object.metadata.name in [${list}])`,
    message: 'a fault of the sandbox keeps this pod away',
  });
  // A pod that was created before the policy was in force is deleted again.
  await until(`${list} not away`, SETTLE, async () => {
    const here: string[] = [];
    for (const pod of pods) {
      if ((await context.cluster.find('v1', 'Pod', PLATFORM_NAMESPACE, pod)) === undefined) continue;
      here.push(pod);
      await context.cluster.delete('v1', 'Pod', PLATFORM_NAMESPACE, pod, 0);
    }
    if (here.length > 0) return `${here.join(', ')} there`;
    return (await isForbidden(context, pods[0] ?? '')) ? undefined : 'the policy is not in force yet';
  });
}

/** Whether creating a pod of this name is refused; it is only tried. */
export async function isForbidden(context: FaultContext, pod: string): Promise<boolean> {
  const path = `/api/v1/namespaces/${PLATFORM_NAMESPACE}/pods?dryRun=All`;
  const body = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: pod },
    spec: { containers: [{ name: 'probe', image: image('probe', '1.35.0') }] },
  };
  try {
    await context.cluster.api.create(path, body);
    return false;
  } catch (error) {
    return error instanceof ApiError && error.status === 422;
  }
}

/** A pod of a fault's own, in a namespace that is not the platform's. Returns when it is ready. */
export async function startPod(
  context: FaultContext,
  name: string,
  spec: object,
  secret: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { cluster } = context;
  await cluster.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: FAULT_NAMESPACE } });
  const metadata = { name, namespace: FAULT_NAMESPACE };
  await until('no account for pods of faults', SETTLE, async () =>
    (await cluster.find('v1', 'ServiceAccount', FAULT_NAMESPACE, 'default')) === undefined
      ? 'no default account'
      : undefined,
  );
  await cluster.apply({ apiVersion: 'v1', kind: 'Secret', metadata, stringData: secret });
  await cluster.apply({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata,
    spec: { automountServiceAccountToken: false, terminationGracePeriodSeconds: 1, ...spec },
  });
  await until(`the pod ${name} is not ready`, SETTLE, async () => {
    const pod = await cluster.find<PodList>('v1', 'Pod', FAULT_NAMESPACE, name);
    return pod !== undefined && isReady(pod) ? undefined : (pod?.status.phase ?? 'absent');
  });
}

/** Ends a pod that `startPod` started. */
export async function endPod(context: FaultContext, name: string): Promise<void> {
  const { cluster } = context;
  await cluster.delete('v1', 'Pod', FAULT_NAMESPACE, name, 1);
  await cluster.delete('v1', 'Secret', FAULT_NAMESPACE, name);
  await until(`the pod ${name} does not end`, SETTLE, async () =>
    (await cluster.find('v1', 'Pod', FAULT_NAMESPACE, name)) === undefined ? undefined : 'it is still there',
  );
}
