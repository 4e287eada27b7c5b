import type { Reached } from './reach.ts';

/** One end that can be connected to: an address that the configuration names, or a port of one pod. */
export type Endpoint =
  | { readonly kind: 'address'; readonly host: string; readonly port: number }
  | { readonly kind: 'pod'; readonly namespace: string; readonly pod: string; readonly port: number };

/** How long, and until when, a call may take. */
export interface Limits {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** Opens the way to a pod's port (a port-forward); the runtime hands it to adapters. Rejects with a PortError. */
export type Reach = (target: Extract<Endpoint, { kind: 'pod' }>) => Promise<Reached>;

/** An endpoint as a reader may copy it. */
export function endpointText(endpoint: Endpoint): string {
  return endpoint.kind === 'address'
    ? `${endpoint.host.includes(':') ? `[${endpoint.host}]` : endpoint.host}:${endpoint.port}`
    : `port ${endpoint.port} of pod/${endpoint.pod} in ${endpoint.namespace}`;
}
