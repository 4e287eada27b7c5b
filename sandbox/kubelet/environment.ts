/** A container's environment: `env`, `envFrom`, the downward API, and `$(NAME)` in values and arguments. */
import type { Container, EnvVar, Pod, ResourceFieldSelector } from './objects.ts';
import { quantity } from './quantity.ts';
import type { References } from './references.ts';

/** What the kubelet knows of a pod that is not in its specification. */
export interface PodContext {
  readonly pod: Pod;
  readonly podIP: string;
  readonly hostIP: string;
  readonly nodeName: string;
  /** What a container without limits may use: `cpu` in cores, `memory` and others in bytes. */
  readonly allocatable: Readonly<Record<string, number>>;
}

/** A container that cannot be configured: a missing Secret, ConfigMap or key. Shown as CreateContainerConfigError. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The variables that the container asks for, in order, over those of its image. */
export async function containerEnvironment(
  container: Container,
  context: PodContext,
  references: References,
  base: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const variables = new Map(base);
  for (const source of container.envFrom ?? []) {
    const data = await fromSource(source, context, references);
    for (const [key, value] of Object.entries(data)) variables.set(`${source.prefix ?? ''}${key}`, value);
  }
  for (const variable of container.env ?? []) {
    const value = await variableValue(variable, container, context, references, variables);
    if (value !== undefined) variables.set(variable.name, value);
  }
  return variables;
}

async function fromSource(
  source: NonNullable<Container['envFrom']>[number],
  context: PodContext,
  references: References,
): Promise<Record<string, string>> {
  const reference = source.configMapRef ?? source.secretRef;
  if (!reference) return {};
  const kind = source.configMapRef ? 'configmaps' : 'secrets';
  const data = await references.data(kind, context.pod.metadata.namespace ?? '', reference.name);
  if (data) return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, value.toString('utf8')]));
  if (reference.optional) return {};
  throw new ConfigError(`${kind === 'secrets' ? 'secret' : 'configmap'} "${reference.name}" not found`);
}

async function variableValue(
  variable: EnvVar,
  container: Container,
  context: PodContext,
  references: References,
  known: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  const from = variable.valueFrom;
  if (!from) return expand(variable.value ?? '', known);
  if (from.fieldRef) return fieldValue(from.fieldRef.fieldPath, context);
  if (from.resourceFieldRef) return resourceValue(from.resourceFieldRef, container, context);
  const selector = from.secretKeyRef ?? from.configMapKeyRef;
  if (!selector) return undefined;
  const kind = from.secretKeyRef ? 'secrets' : 'configmaps';
  const data = await references.data(kind, context.pod.metadata.namespace ?? '', selector.name);
  const value = data?.[selector.key];
  if (value !== undefined) return value.toString('utf8');
  if (selector.optional) return undefined;
  const what = kind === 'secrets' ? 'secret' : 'configmap';
  if (!data) throw new ConfigError(`${what} "${selector.name}" not found`);
  throw new ConfigError(`couldn't find key ${selector.key} in ${what} "${selector.name}"`);
}

/** Replaces `$(NAME)` by known variables; `$$` stands for `$`; an unknown name stays as it is. */
export function expand(text: string, known: ReadonlyMap<string, string>): string {
  return text.replace(/\$(?:\$|\(([^()\s]+)\))/g, (whole, name: string | undefined) => {
    if (name === undefined) return '$';
    return known.get(name) ?? whole;
  });
}

/** The value of a downward API field. Throws a `ConfigError` for one that does not exist. */
export function fieldValue(path: string, context: PodContext): string {
  const { metadata, spec } = context.pod;
  const keyed = /^metadata\.(labels|annotations)\['(.+)'\]$/.exec(path);
  if (keyed) return metadata[keyed[1] as 'labels' | 'annotations']?.[keyed[2] ?? ''] ?? '';
  const fields: Readonly<Record<string, () => string>> = {
    'metadata.name': () => metadata.name,
    'metadata.namespace': () => metadata.namespace ?? '',
    'metadata.uid': () => metadata.uid,
    'metadata.labels': () => asLines(metadata.labels),
    'metadata.annotations': () => asLines(metadata.annotations),
    'spec.nodeName': () => context.nodeName,
    'spec.serviceAccountName': () => spec.serviceAccountName ?? 'default',
    'status.podIP': () => context.podIP,
    'status.podIPs': () => context.podIP,
    'status.hostIP': () => context.hostIP,
    'status.hostIPs': () => context.hostIP,
  };
  const field = fields[path];
  if (!field) throw new ConfigError(`unsupported fieldPath: ${path}`);
  return field();
}

function asLines(map: Readonly<Record<string, string>> = {}): string {
  return Object.keys(map)
    .sort()
    .map((key) => `${key}=${JSON.stringify(map[key])}`)
    .join('\n');
}

/** The value of a resource field, divided and rounded up; the node's allocatable stands for a missing limit. */
export function resourceValue(selector: ResourceFieldSelector, container: Container, context: PodContext): string {
  const all = [...context.pod.spec.containers, ...(context.pod.spec.initContainers ?? [])];
  const of = selector.containerName ? all.find(({ name }) => name === selector.containerName) : container;
  const [list = '', resource = ''] = selector.resource.split('.', 2);
  if (!of || !['limits', 'requests'].includes(list) || !resource) {
    throw new ConfigError(`unsupported resource field: ${selector.resource}`);
  }
  const text = of.resources?.[list as 'limits' | 'requests']?.[resource];
  const value = text === undefined ? (list === 'limits' ? (context.allocatable[resource] ?? 0) : 0) : quantity(text);
  const divisor = quantity(selector.divisor && selector.divisor !== '0' ? selector.divisor : '1');
  return String(Math.ceil(value / divisor - 1e-9));
}
