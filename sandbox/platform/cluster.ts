/** The API server as the platform's installer and the faults use it: objects are applied by name and awaited. */
import { setTimeout as pause } from 'node:timers/promises';
import { Api, ApiError, readKubeconfig } from '../kubelet/api.ts';

/** Any object of the API. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** Who the platform's objects belong to, in their `managedFields`. */
export const FIELD_MANAGER = 'phoenix-platform-team';

/** A JSON Patch operation. */
export interface PatchOperation {
  readonly op: 'add' | 'remove' | 'replace' | 'test';
  readonly path: string;
  readonly value?: unknown;
}

const CLUSTER_SCOPED = new Set([
  'Namespace',
  'Node',
  'PersistentVolume',
  'StorageClass',
  'ClusterRole',
  'ClusterRoleBinding',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
]);
const PLURALS: Readonly<Record<string, string>> = {
  Ingress: 'ingresses',
  StorageClass: 'storageclasses',
  NetworkPolicy: 'networkpolicies',
  ValidatingAdmissionPolicy: 'validatingadmissionpolicies',
};

/** The path of an object, or of its collection when no name is given. */
export function pathOf(apiVersion: string, kind: string, namespace?: string, name?: string): string {
  const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const plural = PLURALS[kind] ?? `${kind.toLowerCase()}s`;
  const scope = namespace === undefined || CLUSTER_SCOPED.has(kind) ? '' : `/namespaces/${namespace}`;
  return `${root}${scope}/${plural}${name === undefined ? '' : `/${name}`}`;
}

/** The cluster, as its administrator. */
export class Cluster {
  readonly api: Api;

  constructor(kubeconfig: string) {
    this.api = new Api(readKubeconfig(kubeconfig), 'rooivalk-sandbox-platform');
  }

  /** Creates the object or brings it to what is given; what others have added stays. */
  async apply(object: KubernetesObject): Promise<void> {
    const { apiVersion, kind, metadata } = object;
    const path = pathOf(apiVersion, kind, metadata.namespace, metadata.name);
    const query = `fieldManager=${FIELD_MANAGER}&force=true`;
    await this.api.patch(`${path}?${query}`, object, 'application/apply-patch+yaml');
  }

  find<T>(apiVersion: string, kind: string, namespace: string, name: string): Promise<T | undefined> {
    return this.api.find<T>(pathOf(apiVersion, kind, namespace, name));
  }

  async list<T>(apiVersion: string, kind: string, namespace: string, selector = ''): Promise<readonly T[]> {
    const query = selector === '' ? '' : `?labelSelector=${encodeURIComponent(selector)}`;
    const { items } = await this.api.get<{ items: readonly T[] }>(`${pathOf(apiVersion, kind, namespace)}${query}`);
    return items;
  }

  patch(apiVersion: string, kind: string, namespace: string, name: string, operations: readonly PatchOperation[]) {
    const path = pathOf(apiVersion, kind, namespace, name);
    return this.api.patch(`${path}?fieldManager=${FIELD_MANAGER}`, operations as object, 'application/json-patch+json');
  }

  /** Deletes an object; one that is not there is no error. */
  async delete(apiVersion: string, kind: string, namespace: string, name: string, gracePeriodSeconds?: number) {
    const body = gracePeriodSeconds === undefined ? undefined : { gracePeriodSeconds };
    try {
      await this.api.delete(pathOf(apiVersion, kind, namespace, name), body);
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404)) throw error;
    }
  }
}

/** Milliseconds between two looks at something that is awaited. */
const LOOK = 200;

/**
 * Waits until `look` returns undefined; what it returns until then says what is missing and becomes the error when the
 * time (in milliseconds) is over. Errors that it throws count as missing.
 */
export async function until(what: string, timeout: number, look: () => Promise<string | undefined>): Promise<void> {
  const end = Date.now() + timeout;
  for (;;) {
    const missing = await look().catch((error: Error) => error.message);
    if (missing === undefined) return;
    if (Date.now() > end) throw new Error(`${what}: still not so after ${timeout / 1000} s: ${missing}`);
    await pause(LOOK);
  }
}
