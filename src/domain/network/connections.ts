import type { Platform } from '../configuration/platform.ts';

/** What must accept a connection from a pod. */
export interface Connection {
  /** As the report calls it. */
  readonly name: string;
  /** Host name or IP address. */
  readonly host: string;
  readonly port: number;
  /** The configuration names no host: it is where the Service usually is, which may be called otherwise here. */
  readonly guessed: boolean;
}

/** The connections that are tried from inside: the configured ones, else database, cache and gateway where pods usually reach them. */
export function connectionsOf({ namespace, network, database, cache, workloads }: Platform): readonly Connection[] {
  if (network.connections !== undefined) return network.connections.map((each) => ({ ...each, guessed: false }));
  const service = (name: string): string => `${name}.${namespace}.svc.cluster.local`;
  const store = (name: string, { address, workload, port }: typeof database | typeof cache): Connection => ({
    name,
    host: address ?? service(workload.name),
    port,
    guessed: address === undefined,
  });
  const { gateway } = workloads;
  return [
    store('database', database),
    store('cache', cache),
    { name: 'gateway', host: service(gateway.service), port: gateway.port, guessed: true },
  ];
}
