import type { Cluster, ExecTarget } from '../../src/ports/cluster.ts';

/** A cluster to try the contract on. */
export interface ClusterSubject {
  /** May do everything in {@link ClusterSubject.namespace}. */
  readonly cluster: Cluster;
  /** May only `get` ConfigMaps there. */
  readonly restricted: Cluster;
  /** Exists, and is ours alone. */
  readonly namespace: string;
  /** A running container with `echo`, `cat` and `sh`. */
  readonly container: ExecTarget;
  /** How many lines that container has printed at least. */
  readonly printed: number;
  /** A port of that pod that answers `ping\n` with `pong\n`-like text: what is sent, and what the answer begins with. */
  readonly service: { readonly port: number; readonly send: string; readonly expect: string };
  /** A node whose kubelet knows its file systems. */
  readonly node: string;
  close(): Promise<void>;
}
