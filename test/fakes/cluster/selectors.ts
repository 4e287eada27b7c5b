import type { KubernetesObject } from '../../../src/domain/kubernetes/objects.ts';
import type { Resource } from '../../../src/domain/kubernetes/resources.ts';

/** Thrown for a selector that the API server would answer with 400. */
export class SelectorError extends Error {}

/** Splits at commas that are not inside parentheses. */
function requirementsOf(selector: string): string[] {
  return selector
    .split(/,(?![^(]*\))/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const wordsIn = (list: string): string[] => list.split(',').map((word) => word.trim());

function labelRequirement(text: string): (labels: Readonly<Record<string, string>>) => boolean {
  const set = /^([\w./-]+)\s+(in|notin)\s+\(([^)]*)\)$/.exec(text);
  if (set) {
    const [, key = '', operator, list = ''] = set;
    const words = wordsIn(list);
    return operator === 'in'
      ? (labels) => words.includes(labels[key] ?? '\0')
      : (labels) => !words.includes(labels[key] ?? '\0');
  }
  const equality = /^([\w./-]+)\s*(=|==|!=)\s*([\w.-]*)$/.exec(text);
  if (equality) {
    const [, key = '', operator, value] = equality;
    return operator === '!=' ? (labels) => labels[key] !== value : (labels) => labels[key] === value;
  }
  const existence = /^(!?)\s*([\w./-]+)$/.exec(text);
  if (existence) {
    const [, not, key = ''] = existence;
    return (labels) => (not === '!') !== Object.hasOwn(labels, key);
  }
  throw new SelectorError(`label selector ${text}`);
}

/** A test for labels, from a selector as `kubectl` writes it (equality, sets and existence). */
export function labelSelector(selector: string | undefined): (object: KubernetesObject) => boolean {
  const requirements = requirementsOf(selector ?? '').map(labelRequirement);
  return (object) => requirements.every((holds) => holds(object.metadata.labels ?? {}));
}

/** The fields, besides name and namespace, that the API server can select by; it refuses every other. */
const selectableFields: Readonly<Record<string, readonly string[]>> = {
  pods: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'spec.hostNetwork',
    'status.phase',
    'status.podIP',
    'status.nominatedNodeName',
  ],
  secrets: ['type'],
  nodes: ['spec.unschedulable'],
  namespaces: ['status.phase'],
  jobs: ['status.successful'],
  events: ['involvedObject.kind', 'involvedObject.name', 'involvedObject.namespace', 'reason', 'type', 'source'],
};

/** The value at a dotted path, as the text that a field selector compares. */
function fieldText(object: object, path: string): string {
  let value: unknown = object;
  for (const key of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
  return value === undefined || value === null ? '' : String(value);
}

/** A test for fields, from a selector as `kubectl` writes it; unknown fields are refused as the API server does. */
export function fieldSelector(resource: Resource, selector: string | undefined): (object: KubernetesObject) => boolean {
  const allowed = ['metadata.name', ...(resource.namespaced ? ['metadata.namespace'] : [])];
  allowed.push(...(selectableFields[resource.plural] ?? []));
  const requirements = requirementsOf(selector ?? '').map((text) => {
    const match = /^([\w.]+)\s*(=|==|!=)\s*(.*)$/.exec(text);
    const [, path = '', operator, value] = match ?? [];
    if (!match || !allowed.includes(path)) throw new SelectorError(`field selector ${text}`);
    return (object: KubernetesObject) => (fieldText(object, path) === value) !== (operator === '!=');
  });
  return (object) => requirements.every((holds) => holds(object));
}
