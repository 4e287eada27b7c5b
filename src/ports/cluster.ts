import type { NodeFileSystem } from '../domain/kubernetes/node-summary.ts';
import type { KubernetesObject, ObjectMeta, Workload } from '../domain/kubernetes/objects.ts';
import type { Resource } from '../domain/kubernetes/resources.ts';
import type { PortError } from './port-error.ts';

/** Which objects a scan wants; the server does the selecting. */
export interface ListQuery<T extends KubernetesObject> {
  readonly resource: Resource<T>;
  /** Absent: every namespace (or a resource that has none). */
  readonly namespace?: string;
  /** Label selector as kubectl writes it. */
  readonly labels?: string;
  /** Field selector as kubectl writes it. */
  readonly fields?: string;
}

/** One row of the server's own table, as kubectl prints it (`kubectl get` without `-o`). */
export interface TableRow {
  readonly name: string;
  readonly namespace?: string;
  /** By lower-case column name: `status`, `ready`, `restarts`, … */
  readonly cells: Readonly<Record<string, string | number>>;
}

/** A container to run something in. */
export interface ExecTarget {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}

/** What a command may use. */
export interface ExecLimits {
  /** Wall time, ms. The adapter puts `timeout <seconds>` in front of the command, and gives up a little later itself. */
  readonly timeoutMs: number;
  /** Bytes of stdout kept; more ends the command with `truncated` and exit code 141. Default 4 MiB. */
  readonly maxOutputBytes?: number;
  /** Bytes for stdin, closed after them. */
  readonly stdin?: Uint8Array;
}

/** What a command did. Success is an exit code of 0 that the kubelet reported; a lost connection is a PortError. */
export interface ExecResult {
  readonly exitCode: number;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  readonly truncated: boolean;
}

/** Which part of a container's output is wanted. */
export interface LogQuery {
  /** The last lines; at most as many are read. */
  readonly lines: number;
  /** Of the container's last life but this, after a restart. */
  readonly previous?: boolean;
}

/** An open way to one port of a pod. */
export interface Forward extends AsyncDisposable {
  readonly host: string;
  readonly port: number;
  /** Why the pod's side last ended a connection, when it did: a clearer cause than the local reset that a client sees. */
  failure?(): PortError | undefined;
  close(): Promise<void>;
}

/** One operation of a JSON Patch (RFC 6902). A change to an existing object carries a `test` on uid and old value. */
export type JsonPatchOperation =
  | { readonly op: 'test' | 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string };

/** Another number of replicas for the workload of that uid, if it has that many. */
export interface ScaleChange {
  readonly uid: string;
  readonly from: number;
  readonly to: number;
}

/** Which cluster this is, for the report's head and for binding a plan to it. */
export interface ClusterIdentity {
  /** The context's name; shown. */
  readonly context: string;
  /** Host and port of the API server; shown. */
  readonly server: string;
  /** UID of namespace `kube-system`, or undefined when it may not be read. */
  readonly uid?: string;
  /** `v1.37.2` */
  readonly version: string;
}

/**
 * The Kubernetes API, as tasks may use it. Every method rejects with a PortError, within a bounded time (default 30 s a
 * request, retries included); `forbidden` names verb, resource and namespace, and the manifest that grants it.
 */
export interface Cluster {
  identity(): Promise<ClusterIdentity>;
  /** Whole objects, page by page (raw JSON). Memory does not grow with the number of objects. */
  list<T extends KubernetesObject>(query: ListQuery<T>): AsyncIterable<T>;
  /** The server's table rows, page by page: far cheaper than objects, and with the STATUS that kubectl computes. */
  rows(query: ListQuery<KubernetesObject>): AsyncIterable<TableRow>;
  /** One object, or undefined when there is none. */
  get<T extends KubernetesObject>(
    resource: Resource<T>,
    namespace: string | undefined,
    name: string,
  ): Promise<T | undefined>;
  /** The metadata of one object alone (`get` is the right for it): what is in a Secret never leaves the server. */
  metadata(resource: Resource, namespace: string | undefined, name: string): Promise<ObjectMeta | undefined>;
  create<T extends KubernetesObject>(resource: Resource<T>, namespace: string | undefined, object: object): Promise<T>;
  /** JSON Patch; a failed `test` is a `conflict`. */
  patch<T extends KubernetesObject>(
    resource: Resource<T>,
    namespace: string | undefined,
    name: string,
    operations: readonly JsonPatchOperation[],
  ): Promise<T>;
  /**
   * JSON Patch of a subresource: the status of an object, or the approval of a request for a certificate. Nothing else of
   * the object changes, and the right is one of its own. A failed `test` is a `conflict`.
   */
  patchSubresource<T extends KubernetesObject>(
    resource: Resource<T>,
    subresource: 'status' | 'approval',
    object: { readonly namespace?: string; readonly name: string },
    operations: readonly JsonPatchOperation[],
  ): Promise<T>;
  /**
   * Set a workload's number of replicas through its subresource `scale`: who may do that can change nothing else of it.
   * Uid and former number are tested in the request; when they are others, `conflict`.
   */
  scale(resource: Resource<Workload>, namespace: string, name: string, change: ScaleChange): Promise<void>;
  /** Replace with the object's own `metadata.resourceVersion`; somebody else's write in between is a `conflict`. */
  replace<T extends KubernetesObject>(
    resource: Resource<T>,
    namespace: string | undefined,
    name: string,
    object: object,
  ): Promise<T>;
  /** Delete that very object: another uid under the name is a `conflict`; none is fine. */
  delete(resource: Resource, namespace: string | undefined, name: string, uid: string): Promise<void>;
  exec(target: ExecTarget, command: readonly string[], limits: ExecLimits): Promise<ExecResult>;
  /**
   * The end of what a container has printed, oldest line first, 64 KiB at most: hostile text. None where it has printed
   * nothing or never ran; where there was no previous life, `invalid`.
   */
  logs(target: ExecTarget, query: LogQuery): Promise<readonly string[]>;
  /**
   * The file systems of a node, from its kubelet's own summary: asked through the API server, by `get` on `nodes/proxy`. That
   * right can run commands in every container, so it is asked for only where the configuration says so.
   */
  nodeFileSystems(node: string): Promise<readonly NodeFileSystem[]>;
  forward(target: { readonly namespace: string; readonly pod: string }, port: number): Promise<Forward>;
  /** Ask whether this identity may do something (SelfSubjectAccessReview). */
  may(access: {
    readonly verb: string;
    readonly resource: Resource;
    readonly subresource?: string;
    readonly namespace?: string;
    readonly name?: string;
  }): Promise<boolean>;
}
