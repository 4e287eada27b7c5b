import type { Platform } from '../../src/domain/configuration/platform.ts';
import type { StepKind } from '../../src/domain/step/kinds.ts';
import type { Identity } from './identity.ts';
import { policy, text } from './policy.ts';

/** Kinds of steps that write a workload's template, each with what it may change in it. */
const templateKinds = {
  'set-image': 'images',
  'set-resources': 'resources',
  'restart-workload': 'annotations',
  'reload-consumers': 'annotations',
  'write-certificate': 'annotations',
} as const satisfies Partial<Record<StepKind, string>>;

type Part = (typeof templateKinds)[keyof typeof templateKinds];

/** Fields of a container that nobody of ours changes, besides image and resources. */
const containerFields = [
  'command',
  'args',
  'workingDir',
  'env',
  'envFrom',
  'ports',
  'volumeMounts',
  'volumeDevices',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'lifecycle',
  'securityContext',
  'imagePullPolicy',
  'restartPolicy',
] as const;

/** Fields of a pod's spec that nobody of ours changes. */
const specFields = [
  'volumes',
  'serviceAccountName',
  'automountServiceAccountToken',
  'hostNetwork',
  'hostPID',
  'hostIPC',
  'securityContext',
  'nodeSelector',
  'affinity',
  'tolerations',
  'imagePullSecrets',
  'priorityClassName',
  'runtimeClassName',
] as const;

const same = (one: string, other: string, fields: readonly string[]): string =>
  fields.map((field) => `${one}.?${field} == ${other}.?${field}`).join(' && ');

/** What the name of an image may change in: with the right to set images, its patch and its digest alone. */
function imageRule(parts: ReadonlySet<Part>, patchOnly: boolean): string {
  if (!parts.has('images')) return 'c.image == o.image';
  if (!patchOnly) return 'true';
  const written = (image: string) => `${image}.split('@')[0]`;
  const release = (image: string) => `${written(image)}.find('^.+:v?[0-9]+[.][0-9]+[.]')`;
  const suffix = (image: string) => `${written(image)}.find('-[^:/]*$')`;
  const patch = `${release('c.image')} != '' && ${release('c.image')} == ${release('o.image')} && ${suffix('c.image')} == ${suffix('o.image')}`;
  return `(c.image == o.image || (${patch}))`;
}

const containersRule = (list: string, rule: string): string => {
  const [now, before] = [`variables.now.?${list}.orValue([])`, `variables.before.?${list}.orValue([])`];
  return `${now}.size() == ${before}.size() && ${now}.all(c, ${before}.exists(o, o.name == c.name && ${rule}))`;
};

/** Annotations of the template that are not ours stay; ours do too where no kind of step writes them. */
function annotationsRule(parts: ReadonlySet<Part>): string {
  const of = (object: string) => `${object}.spec.template.?metadata.?annotations.orValue({})`;
  if (!parts.has('annotations')) return `${of('object')} == ${of('oldObject')}`;
  const kept = (one: string, other: string) =>
    `${of(one)}.all(k, k.startsWith('rooivalk.maintenance/') || (k in ${of(other)} && ${of(other)}[k] == ${of(one)}[k]))`;
  return `${kept('object', 'oldObject')} && ${kept('oldObject', 'object')}`;
}

/**
 * RBAC lets whoever may patch a workload change all of it. These policies compare what is written with what was there, and
 * let an identity change only what the kinds of step of its tasks change: images (in a preventive identity only to another
 * patch), requests and limits, our own annotations of the template. The number of replicas goes by subresource `scale`
 * alone. Volume claims only grow. They fail closed (kubernetes.io, "Validating Admission Policy").
 */
export function changePolicies(identity: Identity, platform: Platform): readonly object[] {
  const kinds = identity.changes ? new Set(identity.tasks.flatMap(({ steps }) => steps)) : new Set<StepKind>();
  return [...workloadPolicy(identity, platform, kinds), ...claimPolicy(identity, platform, kinds)];
}

function workloadPolicy(identity: Identity, platform: Platform, kinds: ReadonlySet<StepKind>): readonly object[] {
  const parts = new Set(
    Object.entries(templateKinds).flatMap(([kind, part]) => (kinds.has(kind as StepKind) ? [part] : [])),
  );
  if (parts.size === 0) return [];
  const patchOnly = identity.tasks.every(({ type }) => type === 'preventive');
  const container = [
    imageRule(parts, patchOnly),
    ...(parts.has('resources') ? [] : ['c.?resources == o.?resources']),
    same('c', 'o', containerFields),
  ].join(' && ');
  return policy({
    name: `rooivalk-${identity.name}-workloads`,
    identity: identity.name,
    rule: { apiGroups: ['apps'], resources: ['deployments', 'statefulsets', 'daemonsets'] },
    variables: [
      { name: 'now', expression: 'object.spec.template.spec' },
      { name: 'before', expression: 'oldObject.spec.template.spec' },
    ],
    validations: [
      [
        `request.namespace == ${text(platform.namespace)}`,
        `${identity.name} may only change what is in ${platform.namespace}`,
      ],
      [
        `${containersRule('containers', container)} && ${containersRule('initContainers', container)}`,
        `${identity.name} may change ${partWords(parts, patchOnly)} of containers`,
      ],
      [annotationsRule(parts), `${identity.name} may only change annotations of its own in a template`],
      [
        `${same('variables.now', 'variables.before', specFields)} && dyn(object.spec).?replicas == dyn(oldObject.spec).?replicas && object.spec.template.?metadata.?labels == oldObject.spec.template.?metadata.?labels`,
        `${identity.name} may change nothing else of a workload; replicas go by its subresource scale`,
      ],
    ],
  });
}

function claimPolicy(identity: Identity, platform: Platform, kinds: ReadonlySet<StepKind>): readonly object[] {
  if (!kinds.has('expand-volume')) return [];
  const size = (object: string) => `quantity(string(dyn(${object}.spec).resources.requests.storage))`;
  return policy({
    name: `rooivalk-${identity.name}-claims`,
    identity: identity.name,
    rule: { apiGroups: [''], resources: ['persistentvolumeclaims'] },
    variables: [],
    validations: [
      [
        `request.namespace == ${text(platform.namespace)} && ${size('object')}.compareTo(${size('oldObject')}) >= 0`,
        `${identity.name} may only make volume claims of ${platform.namespace} larger`,
      ],
    ],
  });
}

function partWords(parts: ReadonlySet<Part>, patchOnly: boolean): string {
  const words = [
    ...(parts.has('images') ? [patchOnly ? 'images to another patch' : 'images'] : []),
    ...(parts.has('resources') ? ['requests and limits'] : []),
  ];
  return words.length === 0 ? 'nothing' : `only ${words.join(', ')}`;
}
