import type { Platform } from '../platform.ts';
import type { WorkloadKind } from './workload-kind.ts';

/** A workload that the configuration names. */
export interface NamedWorkload {
  readonly kind: WorkloadKind;
  readonly name: string;
}

/** Every workload that the configuration names: what tasks may change, and whose names manifests give. Each once. */
export function namedWorkloads(platform: Pick<Platform, 'workloads' | 'database' | 'cache'>): readonly NamedWorkload[] {
  const { blockchain, gateway, others } = platform.workloads;
  const stores = [platform.database.workload, platform.cache.workload];
  const all = [blockchain, gateway, ...stores, ...others].map(({ kind, name }) => ({ kind, name }));
  return [...new Map(all.map((one) => [`${one.kind}/${one.name}`, one])).values()];
}

/** The names of those of one kind. */
export function namesOfKind(kind: WorkloadKind) {
  return (platform: Platform): readonly string[] =>
    namedWorkloads(platform)
      .filter((one) => one.kind === kind)
      .map(({ name }) => name);
}

/** The Secrets that workloads start with and whose version may be read, as far as the configuration says. */
export function startingSecrets({ workloads, database, cache, certificates }: Platform): readonly string[] {
  const passwords = [database.password.secret, cache.password?.secret].filter((name) => name !== undefined);
  const listed = certificates.secrets === 'all' ? [] : certificates.secrets;
  return [...new Set([workloads.gateway.tlsSecret, ...passwords, ...listed, ...workloads.secrets])];
}
