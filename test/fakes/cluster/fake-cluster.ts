import type { Asked } from '../../../src/adapters/kubernetes/resource-path.ts';
import type { NodeFileSystem } from '../../../src/domain/kubernetes/node-summary.ts';
import type { KubernetesObject, ObjectMeta, Workload } from '../../../src/domain/kubernetes/objects.ts';
import { type Resource, resources } from '../../../src/domain/kubernetes/resources.ts';
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
} from '../../../src/ports/cluster.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { type Call, type CallFilter, CallLog, callOf, type Fault, type Interceptor, selects } from './calls.ts';
import { Containers, type Listener, missingTool, type Printer, type Program, printed } from './containers.ts';
import { copyOf } from './copy.ts';
import { FakeApi } from './fake-api.ts';
import { Forwards } from './forwards.ts';
import type { Grant } from './grants.ts';
import type { Change } from './object-store.ts';
import { printedRow } from './printed-rows.ts';
import { assertRunning } from './running.ts';

export type { Call, CallFilter, Change, Fault, Grant, Interceptor, Listener, Program };
export { missingTool, printed };

/** What a fake cluster may be given; everything has a default. */
export interface FakeClusterOptions {
  /** Wall clock, epoch ms; default 2026-11-24T02:00:00Z, standing still. */
  readonly now?: () => number;
  /** Used for injected delays; default: does not wait. */
  readonly sleep?: (ms: number) => Promise<void>;
  readonly identity?: Partial<ClusterIdentity>;
  /** Id of the task in the hints of `forbidden`. */
  readonly task?: string;
}

/**
 * An in-memory cluster with the API server's semantics: resourceVersion and uid, conflicts, JSON Patch with `test`, label
 * and field selectors, table rows, permissions. No controllers run; {@link FakeCluster.onChange} lets a test be one.
 * Tests arrange with `add`, `edit`, `remove`, `onExec`, `onForward`, `restrict`, `intercept`, and read `changes`,
 * `calls`, `snapshot`.
 */
export class FakeCluster implements Cluster {
  readonly #identity: ClusterIdentity;
  readonly #api: FakeApi;
  readonly #log: CallLog;
  readonly #containers = new Containers();
  readonly #forwards = new Forwards();

  constructor(options: FakeClusterOptions = {}) {
    this.#identity = {
      context: 'fake',
      server: 'fake.example:6443',
      uid: '00000000-0000-4000-8000-0000000000ff',
      version: 'v1.37.2',
      ...options.identity,
    };
    const { server, context } = this.#identity;
    const now = options.now ?? (() => Date.UTC(2026, 10, 24, 2));
    this.#api = new FakeApi(now, { server, context, user: 'maintenance', task: options.task });
    this.#log = new CallLog(options.sleep ?? (() => Promise.resolve()));
  }

  // --- arranging: nothing here is recorded as a change, checked for permissions, or made to fail ---

  /** Put an object there, as somebody else did before; its namespace comes with it. Answers the stored object. */
  add<T extends KubernetesObject>(resource: Resource<T>, object: object): T {
    const namespace = (object as { metadata: { namespace?: string } }).metadata.namespace;
    if (resource.namespaced && namespace === undefined) {
      throw new TypeError(`add: a ${resource.kind} needs metadata.namespace`);
    }
    if (namespace !== undefined) this.#api.ensureNamespace(namespace);
    return copyOf(this.#api.store.insert(resource, namespace, object)) as KubernetesObject as T;
  }

  /** Let somebody else change an object; `change` edits a draft. */
  edit<T extends KubernetesObject>(
    resource: Resource<T>,
    namespace: string | undefined,
    name: string,
    // biome-ignore lint/suspicious/noExplicitAny: tests write fields of raw objects
    change: (draft: any) => void,
  ): T {
    const current = this.#api.stored(resource, namespace, name);
    const draft = copyOf(current);
    change(draft);
    return copyOf(this.#api.store.update(resource, current, draft)) as KubernetesObject as T;
  }

  /** Let somebody else delete an object (finalizers hold it as usual). */
  remove(resource: Resource, namespace: string | undefined, name: string): void {
    this.#api.store.remove(resource, this.#api.stored(resource, namespace, name));
  }

  /** Register what answers commands; the last one registered is asked first. Without any answer the program is missing. */
  onExec(program: Program): void {
    this.#containers.addProgram(program);
  }

  /** Register what answers forwards with a local port; the last one registered is asked first. */
  onForward(listener: Listener): void {
    this.#containers.addListener(listener);
  }

  /** What the kubelets of nodes say of their file systems, by node. */
  readonly summaries = new Map<string, readonly NodeFileSystem[]>();

  /** Register what containers have printed; the last one registered is asked first. Without any it is nothing. */
  onLogs(printer: Printer): void {
    this.#containers.addPrinter(printer);
  }

  /** Be a controller: called after each change of the port (not after `add`, `edit`, `remove`). */
  onChange(watcher: (change: Change) => void): void {
    this.#api.watchers.push(watcher);
  }

  /** From now on only this is allowed. */
  restrict(grants: readonly Grant[]): void {
    this.#api.grants = grants;
  }

  /** From now on this is forbidden as well. */
  forbid(...denials: readonly Grant[]): void {
    this.#api.denials = [...this.#api.denials, ...denials];
  }

  /** Let an interceptor decide about every call; the returned function removes it. */
  intercept(interceptor: Interceptor): () => void {
    return this.#log.intercept(interceptor);
  }

  /** Let a fault happen to the nth call (default: the first) that the filter selects, or to every one. */
  fail(filter: CallFilter, fault: Fault | PortError, nth: number | 'every' = 1): void {
    const parts: Fault = fault instanceof PortError ? { before: fault } : fault;
    let seen = 0;
    this.#log.intercept((call) => {
      if (!selects(filter, call)) return undefined;
      seen += 1;
      return nth === 'every' || nth === seen ? parts : undefined;
    });
  }

  // --- reading what happened ---

  /** Every write that the port made, in order. Reads, exec and forwards are not in it. */
  changes(): readonly Change[] {
    return this.#api.changes;
  }

  /** Every call of the port, in order. */
  calls(): readonly Call[] {
    return this.#log.all();
  }

  /** All objects by key (`deployments.apps/ns/name`), without resourceVersion and generation. */
  snapshot(): Record<string, object> {
    return this.#api.store.snapshot();
  }

  /** Forwards that were opened and not closed yet. */
  openForwards(): number {
    return this.#forwards.count;
  }

  // --- the port ---

  identity(): Promise<ClusterIdentity> {
    return this.#log.perform({ verb: 'identity' }, () => this.#identity);
  }

  async *list<T extends KubernetesObject>(query: ListQuery<T>): AsyncGenerator<T> {
    yield* (await this.#select('list', query)) as T[];
  }

  async *rows(query: ListQuery<KubernetesObject>): AsyncGenerator<TableRow> {
    for (const object of await this.#select('rows', query)) yield printedRow(query.resource, object);
  }

  get<T extends KubernetesObject>(
    resource: Resource<T>,
    namespace: string | undefined,
    name: string,
  ): Promise<T | undefined> {
    const asked: Asked = { verb: 'get', resource, namespace, name };
    return this.#log.perform(callOf('get', asked), () => this.#api.get(asked) as T | undefined);
  }

  metadata(resource: Resource, namespace: string | undefined, name: string): Promise<ObjectMeta | undefined> {
    const asked: Asked = { verb: 'get', resource, namespace, name };
    return this.#log.perform(callOf('get', asked), () => this.#api.get(asked)?.metadata);
  }

  create<T extends KubernetesObject>(resource: Resource<T>, namespace: string | undefined, object: object): Promise<T> {
    const name = (object as KubernetesObject).metadata.name;
    const asked: Asked = { verb: 'create', resource, namespace, name };
    return this.#log.perform(callOf('create', asked), () => this.#api.create(asked, object) as T);
  }

  patch<T extends KubernetesObject>(
    resource: Resource<T>,
    namespace: string | undefined,
    name: string,
    operations: readonly JsonPatchOperation[],
  ): Promise<T> {
    const asked: Asked = { verb: 'patch', resource, namespace, name };
    return this.#log.perform(callOf('patch', asked), () => this.#api.patch(asked, operations) as T);
  }

  patchSubresource<T extends KubernetesObject>(
    resource: Resource<T>,
    subresource: 'status' | 'approval',
    object: { readonly namespace?: string; readonly name: string },
    operations: readonly JsonPatchOperation[],
  ): Promise<T> {
    const asked: Asked = { verb: 'patch', resource, subresource, ...object };
    return this.#log.perform(callOf('patch', asked), () => this.#api.patchStatus(asked, operations) as T);
  }

  scale(resource: Resource<Workload>, namespace: string, name: string, change: ScaleChange): Promise<void> {
    const asked: Asked = { verb: 'patch', resource, subresource: 'scale', namespace, name };
    return this.#log.perform(callOf('patch', asked), () => this.#api.scale(asked, change));
  }

  replace<T extends KubernetesObject>(
    resource: Resource<T>,
    namespace: string | undefined,
    name: string,
    object: object,
  ): Promise<T> {
    const asked: Asked = { verb: 'update', resource, namespace, name };
    return this.#log.perform(callOf('replace', asked), () => this.#api.replace(asked, object) as T);
  }

  delete(resource: Resource, namespace: string | undefined, name: string, uid: string): Promise<void> {
    const asked: Asked = { verb: 'delete', resource, namespace, name };
    return this.#log.perform(callOf('delete', asked), () => this.#api.delete(asked, uid));
  }

  exec(target: ExecTarget, command: readonly string[], limits: ExecLimits): Promise<ExecResult> {
    const { namespace, pod } = target;
    return this.#log.perform({ verb: 'exec', resource: resources.pods, namespace, name: pod, command }, async () => {
      this.#allowStream('exec', namespace, pod);
      assertRunning(this.#api.podOf(namespace, pod), target);
      const answer = await this.#containers.run(target, command, limits.stdin);
      const most = limits.maxOutputBytes ?? 4 * 1024 * 1024;
      if (answer.stdout.byteLength <= most) return answer;
      return { ...answer, exitCode: 141, stdout: answer.stdout.slice(0, most), truncated: true };
    });
  }

  logs(target: ExecTarget, query: LogQuery): Promise<readonly string[]> {
    const { namespace, pod: name } = target;
    const asked: Asked = { verb: 'get', resource: resources.pods, subresource: 'log', namespace, name };
    return this.#log.perform(callOf('logs', asked), () => {
      this.#api.allow(asked);
      this.#api.podOf(namespace, name);
      return this.#containers.print(target, query);
    });
  }

  nodeFileSystems(name: string): Promise<readonly NodeFileSystem[]> {
    const asked: Asked = { verb: 'get', resource: resources.nodes, subresource: 'proxy', namespace: undefined, name };
    return this.#log.perform(callOf('get', asked), () => {
      this.#api.existing(asked);
      return this.summaries.get(name) ?? [];
    });
  }

  forward(target: { readonly namespace: string; readonly pod: string }, port: number): Promise<Forward> {
    const { namespace, pod } = target;
    return this.#log.perform({ verb: 'forward', resource: resources.pods, namespace, name: pod }, () => {
      this.#allowStream('portforward', namespace, pod);
      assertRunning(this.#api.podOf(namespace, pod), target);
      return this.#forwards.open(this.#containers.listen(namespace, pod, port));
    });
  }

  may(access: Parameters<Cluster['may']>[0]): Promise<boolean> {
    const { verb, resource, subresource, namespace, name } = access;
    const asked: Asked = { verb, resource, subresource, namespace, name };
    return this.#log.perform(callOf('may', asked), () => this.#api.isAllowed(asked));
  }

  // --- inside ---

  #select(verb: 'list' | 'rows', query: ListQuery<KubernetesObject>): Promise<KubernetesObject[]> {
    const asked: Asked = { verb: 'list', resource: query.resource, namespace: query.namespace };
    return this.#log.perform(callOf(verb, asked), () => this.#api.select(query));
  }

  /** Since Kubernetes 1.35 a WebSocket needs both verbs. */
  #allowStream(subresource: string, namespace: string, name: string): void {
    const asked = { resource: resources.pods, subresource, namespace, name };
    for (const verb of ['get', 'create']) this.#api.allow({ verb, ...asked });
  }
}
