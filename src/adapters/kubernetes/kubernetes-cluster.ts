import { type NodeFileSystem, nodeFileSystems } from '../../domain/kubernetes/node-summary.ts';
import type { KubernetesObject, ObjectMeta, Workload } from '../../domain/kubernetes/objects.ts';
import { type Resource, resources } from '../../domain/kubernetes/resources.ts';
import type {
  Cluster,
  ClusterIdentity,
  ExecLimits,
  ExecResult,
  ExecTarget,
  Forward,
  JsonPatchOperation,
  ListQuery,
  LogQuery,
  ScaleChange,
  TableRow,
} from '../../ports/cluster.ts';
import { PortError } from '../../ports/port-error.ts';
import type { Access } from './access.ts';
import { apiError } from './api-error.ts';
import { ApiClient, type ClientOptions, managerName, Refused, type RequestForm } from './client.ts';
import { runInContainer } from './exec.ts';
import { forwardToPod } from './forward.ts';
import { listObjects, listRows } from './pages.ts';
import { ask } from './refusal.ts';
import { type Asked, pathOf } from './resource-path.ts';

const mostLogBytes = 64 * 1024;
const metadataForm = 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1';
const written = { fieldManager: managerName };

/** The port `Cluster` on a real API server. */
export class KubernetesCluster implements Cluster, AsyncDisposable {
  readonly #client: ApiClient;
  readonly #forwards = new Set<Forward>();
  #identity: Promise<ClusterIdentity> | undefined;

  constructor(access: Access, options: ClientOptions) {
    this.#client = new ApiClient(access, options);
  }

  /** Which cluster and user this acts on, without asking it: for the first line of a run. */
  get acting(): { readonly context: string; readonly user: string; readonly server: string } {
    const { context, user, server } = this.#client.speaker;
    return { context, user, server };
  }

  identity(): Promise<ClusterIdentity> {
    this.#identity ??= this.#readIdentity().catch((error: unknown) => {
      this.#identity = undefined;
      throw error;
    });
    return this.#identity;
  }

  list<T extends KubernetesObject>(query: ListQuery<T>): AsyncGenerator<T> {
    return listObjects(this.#client, query);
  }

  rows(query: ListQuery<KubernetesObject>): AsyncGenerator<TableRow> {
    return listRows(this.#client, query);
  }

  get<T extends KubernetesObject>(
    resource: Resource<T>,
    namespace: string | undefined,
    name: string,
  ): Promise<T | undefined> {
    return this.#find<T>({ verb: 'get', resource, namespace, name });
  }

  async metadata(resource: Resource, namespace: string | undefined, name: string): Promise<ObjectMeta | undefined> {
    const asked: Asked = { verb: 'get', resource, namespace, name };
    return (await this.#find<KubernetesObject>(asked, { accept: metadataForm }))?.metadata;
  }

  async #find<T>(asked: Asked, form: RequestForm = {}): Promise<T | undefined> {
    const { name } = asked;
    try {
      return await this.#client.attempt<T>(asked, form);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.status === 404 && error.answer.details?.name === name) return undefined;
      throw apiError(asked, error.status, error.answer, this.#client.speaker);
    }
  }

  create<T extends KubernetesObject>(resource: Resource<T>, namespace: string | undefined, object: object): Promise<T> {
    const { name } = (object as KubernetesObject).metadata;
    const asked: Asked = { verb: 'create', resource, namespace, name };
    const path = pathOf({ resource, namespace });
    return this.#client.request<T>(asked, { method: 'POST', path, query: written, body: typed(resource, object) });
  }

  patch<T extends KubernetesObject>(
    resource: Resource<T>,
    namespace: string | undefined,
    name: string,
    operations: readonly JsonPatchOperation[],
  ): Promise<T> {
    const contentType = 'application/json-patch+json';
    const asked: Asked = { verb: 'patch', resource, namespace, name };
    return this.#client.request<T>(asked, { method: 'PATCH', contentType, query: written, body: operations });
  }

  patchSubresource<T extends KubernetesObject>(
    resource: Resource<T>,
    subresource: 'status' | 'approval',
    object: { readonly namespace?: string; readonly name: string },
    operations: readonly JsonPatchOperation[],
  ): Promise<T> {
    const contentType = 'application/json-patch+json';
    const asked: Asked = { verb: 'patch', resource, subresource, ...object };
    return this.#client.request<T>(asked, { method: 'PATCH', contentType, query: written, body: operations });
  }

  async scale(resource: Resource<Workload>, namespace: string, name: string, change: ScaleChange): Promise<void> {
    const { uid, from, to } = change;
    const contentType = 'application/json-patch+json';
    const asked: Asked = { verb: 'patch', resource, subresource: 'scale', namespace, name };
    const body: readonly JsonPatchOperation[] = [
      { op: 'test', path: '/metadata/uid', value: uid },
      // A Scale (autoscaling/v1) leaves out a number that is 0; null tests that, and add takes it back in.
      { op: 'test', path: '/spec/replicas', value: from === 0 ? null : from },
      { op: 'add', path: '/spec/replicas', value: to },
    ];
    await this.#client.request(asked, { method: 'PATCH', contentType, query: written, body });
  }

  async replace<T extends KubernetesObject>(
    resource: Resource<T>,
    namespace: string | undefined,
    name: string,
    object: object,
  ): Promise<T> {
    const asked: Asked = { verb: 'update', resource, namespace, name };
    if ((object as Partial<KubernetesObject>).metadata?.resourceVersion === undefined) {
      // Without a version the API server would overwrite whatever is there.
      const details = { causes: [{ field: 'metadata.resourceVersion' }] };
      throw apiError(asked, 422, { details }, this.#client.speaker);
    }
    return this.#client.request<T>(asked, { method: 'PUT', query: written, body: typed(resource, object) });
  }

  async delete(resource: Resource, namespace: string | undefined, name: string, uid: string): Promise<void> {
    const asked: Asked = { verb: 'delete', resource, namespace, name };
    // Jobs would otherwise leave their pods behind.
    const body = { apiVersion: 'v1', kind: 'DeleteOptions', propagationPolicy: 'Background', preconditions: { uid } };
    try {
      await this.#client.request(asked, { method: 'DELETE', body, repeatable: true });
    } catch (error) {
      if (!(error instanceof PortError && error.code === 'not-found')) throw error;
    }
  }

  exec(target: ExecTarget, command: readonly string[], limits: ExecLimits): Promise<ExecResult> {
    return runInContainer(this.#client, target, command, limits);
  }

  async logs({ namespace, pod, container }: ExecTarget, { lines, previous }: LogQuery): Promise<readonly string[]> {
    const asked: Asked = { verb: 'get', resource: resources.pods, subresource: 'log', namespace, name: pod };
    const query = {
      container,
      tailLines: String(lines),
      limitBytes: String(mostLogBytes),
      ...(previous === true ? { previous: 'true' } : {}),
    };
    const text = await this.#client.text(asked, { query, accept: 'text/plain, application/json, */*' });
    return text === '' ? [] : text.replace(/\n$/, '').split('\n');
  }

  async nodeFileSystems(node: string): Promise<readonly NodeFileSystem[]> {
    const asked: Asked = { verb: 'get', resource: resources.nodes, subresource: 'proxy', name: node };
    const path = `${pathOf(asked)}/stats/summary`;
    return nodeFileSystems(await this.#client.request<unknown>(asked, { path }));
  }

  async forward(target: { readonly namespace: string; readonly pod: string }, port: number): Promise<Forward> {
    const forward = await forwardToPod(this.#client, target, port);
    this.#forwards.add(forward);
    return forward;
  }

  may(access: Parameters<Cluster['may']>[0]): Promise<boolean> {
    return ask(this.#client, access);
  }

  /**
   * A client that acts as a ServiceAccount, by a token of ten minutes that our identity may ask for. `mask` is handed the
   * token before anything is sent with it. The caller closes the client.
   */
  async actAs(
    account: { readonly namespace: string; readonly name: string },
    mask: (secret: string) => void,
  ): Promise<ApiClient> {
    const asked: Asked = { verb: 'create', resource: resources.serviceAccounts, subresource: 'token', ...account };
    const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { expirationSeconds: 600 } };
    const answer = await this.#client.request<{ status: { token: string } }>(asked, { method: 'POST', body });
    const { token } = answer.status;
    mask(token);
    const { clientCertificate: _certificate, impersonate: _impersonate, ...access } = this.#client.access;
    const user = `system:serviceaccount:${account.namespace}:${account.name}`;
    return new ApiClient({ ...access, user, identification: { kind: 'token', token } }, this.#client.options);
  }

  /** End every connection and forward. */
  async close(): Promise<void> {
    await Promise.all([...this.#forwards].map((forward) => forward.close()));
    await this.#client.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #readIdentity(): Promise<ClusterIdentity> {
    const { context, server } = this.#client.speaker;
    const asked: Asked = { verb: 'get', resource: resources.namespaces, name: 'kube-system' };
    const [{ gitVersion }, uid] = await Promise.all([
      this.#client.request<{ gitVersion: string }>(asked, { path: '/version' }),
      this.#kubeSystemUid(),
    ]);
    return { context, server, version: gitVersion, ...(uid === undefined ? {} : { uid }) };
  }

  async #kubeSystemUid(): Promise<string | undefined> {
    try {
      return (await this.get(resources.namespaces, undefined, 'kube-system'))?.metadata.uid;
    } catch (error) {
      if (error instanceof PortError && error.code === 'forbidden') return undefined;
      throw error;
    }
  }
}

/** The object with the two fields that the API server wants in what is written. */
function typed({ group, version, kind }: Resource, object: object): object {
  return { apiVersion: group === '' ? version : `${group}/${version}`, kind, ...object };
}
