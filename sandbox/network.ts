/**
 * Addresses inside a sandbox's own network namespace. Every sandbox uses the same ones: `10.77.0.0/16` is local to the
 * namespace's loopback device, so each address of the prefix can be bound and reached, and nothing outside can.
 */

/** An address and a port inside the sandbox. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** A node of the sandbox: its name, the address of its kubelet, and the prefix of its pods' addresses. */
export interface SandboxNode {
  readonly name: string;
  readonly address: string;
  /** The first three octets with the final dot: pods take `.10` to `.250`. */
  readonly podPrefix: string;
}

/** The prefix that is added to the loopback device. */
export const PREFIX = '10.77.0.0/16';

export const API_SERVER: Endpoint = { host: '10.77.0.1', port: 6443 };
export const ETCD: Endpoint = { host: '10.77.0.2', port: 2379 };
export const ETCD_PEER: Endpoint = { host: '10.77.0.2', port: 2380 };
export const REGISTRY: Endpoint = { host: '10.77.0.5', port: 5000 };
export const OBJECT_STORE: Endpoint = { host: '10.77.0.6', port: 7070 };
export const DNS: Endpoint = { host: '10.77.0.10', port: 53 };
export const GITHUB: Endpoint = { host: '10.77.0.20', port: 8080 };
export const SIGNER: Endpoint = { host: '10.77.0.30', port: 8080 };
export const CERT_MANAGER: Endpoint = { host: '10.77.0.31', port: 8080 };

/** The port of every node's kubelet. */
export const KUBELET_PORT = 10250;
/** The last octets that pods of a node may take, both included. */
export const POD_RANGE = { first: 10, last: 250 } as const;

export const NODES: readonly SandboxNode[] = [1, 2, 3].map((k) => ({
  name: `node-${k}`,
  address: `10.77.${k}.1`,
  podPrefix: `10.77.${k}.`,
}));

export const CLUSTER_DOMAIN = 'cluster.local';
/** Service addresses that the API server may hand out; nothing routes them (Services of the sandbox are headless). */
export const SERVICE_RANGE = '10.78.0.0/16';
/** The first address of the service range, which the API server's certificate must name. */
export const KUBERNETES_SERVICE_ADDRESS = '10.78.0.1';

/** The namespace that Phoenix Rooivalk lives in. */
export const PLATFORM_NAMESPACE = 'phoenix-rooivalk';
/** The bucket of the platform's backups in the object store. */
export const BACKUP_BUCKET = 'phoenix-rooivalk-backups';
/** What the sandbox's signer is called in the Kubernetes CSR API. */
export const SIGNER_NAME = 'phoenix-rooivalk.example/serving';
/** The region that S3 signatures name. */
export const OBJECT_STORE_REGION = 'us-east-1';

/** `host:port` of an endpoint. */
export function hostPort(endpoint: Endpoint): string {
  return `${endpoint.host}:${endpoint.port}`;
}
