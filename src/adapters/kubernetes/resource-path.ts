import type { Resource } from '../../domain/kubernetes/resources.ts';

/** What a request is about: the words of RBAC, from which address, subject and messages are made. */
export interface Asked {
  /** As RBAC writes it: `get`, `list`, `create`, `patch`, `update`, `delete`. */
  readonly verb: string;
  readonly resource: Resource;
  readonly subresource?: string | undefined;
  readonly namespace?: string | undefined;
  readonly name?: string | undefined;
}

/** `pods`, `deployments.apps`, `pods/exec`: a resource as `kubectl` and RBAC users write it. */
export function resourceWord(resource: Resource, subresource?: string): string {
  const word = resource.group === '' ? resource.plural : `${resource.plural}.${resource.group}`;
  return subresource === undefined ? word : `${word}/${subresource}`;
}

/** Where something is: ` in phoenix-rooivalk`, ` in all namespaces`, or nothing for what has no namespace. */
export function placeWord(asked: Pick<Asked, 'resource' | 'namespace'>): string {
  if (!asked.resource.namespaced) return '';
  return asked.namespace === undefined ? ' in all namespaces' : ` in ${asked.namespace}`;
}

/** The subject of a PortError: `pods in phoenix-rooivalk`, `deployments.apps/api-gateway in phoenix-rooivalk`, `nodes`. */
export function subjectOf(asked: Asked): string {
  const name = asked.name === undefined ? '' : `/${asked.name}`;
  return `${resourceWord(asked.resource)}${name}${placeWord(asked)}`;
}

/** The path of a collection or an object at the API server, each part escaped. */
export function pathOf(asked: Omit<Asked, 'verb'>): string {
  const { resource, namespace, name, subresource } = asked;
  const root = resource.group === '' ? `/api/${resource.version}` : `/apis/${resource.group}/${resource.version}`;
  const parts = [root];
  if (resource.namespaced && namespace !== undefined) parts.push('namespaces', encodeURIComponent(namespace));
  parts.push(resource.plural);
  if (name !== undefined) parts.push(encodeURIComponent(name));
  if (subresource !== undefined) parts.push(subresource);
  return parts.join('/');
}
