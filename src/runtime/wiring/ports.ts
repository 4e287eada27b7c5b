import type { KubernetesCluster } from '../../adapters/kubernetes/kubernetes-cluster.ts';
import type { Configuration } from '../../domain/configuration/configuration.ts';
import type { StateDocuments } from '../../domain/state/documents.ts';
import { firstSeenOf } from '../../domain/state/sightings.ts';
import type { Cluster } from '../../ports/cluster.ts';
import type { Ports } from '../../ports/index.ts';
import type { State } from '../../ports/state.ts';
import { systemClock } from '../clock.ts';
import type { Process } from '../process.ts';
import { accessKey } from './access-key.ts';
import { drillHost } from './drill-host.ts';
import { imageRecord } from './image-record.ts';
import { prometheusServer } from './prometheus.ts';
import { registryServers, signingKeys } from './registries.ts';
import { maskSecret, readSecret, readText } from './secrets.ts';
import { reachThrough, targetsOf } from './targets.ts';

/** What adapters are made from. */
export interface Wiring {
  readonly self: Process;
  readonly configuration: Configuration;
  readonly cluster: () => Promise<KubernetesCluster>;
  /** The stored history, or why it cannot be read (rejects with a PortError). */
  readonly history: () => Promise<StateDocuments['history']>;
  readonly state: State;
  /** Run URL, attempt and job. */
  readonly run: string;
}

type Makers = { readonly [P in keyof Ports]: (wiring: Wiring) => Promise<Ports[P]> };

/** How each port's adapter is made. Loading happens here, and only for the ports that a task declares. */
const makers: Makers = {
  cluster: ({ cluster }) => cluster(),
  history: async ({ history, state }) => ({
    series: async (metric) => (await history())[metric] ?? [],
    firstSeen: async (kind) => firstSeenOf(await state.read('sightings'), kind),
  }),
  certificates: async ({ cluster }) => {
    const { createCertificates } = await import('../../adapters/certificates/certificates.ts');
    return createCertificates({ reach: reachThrough(cluster) });
  },
  metrics: async ({ configuration, cluster }) => {
    const { createMetrics } = await import('../../adapters/monitoring/metrics.ts');
    const prometheus = prometheusServer(configuration.platform, cluster);
    return createMetrics({ prometheus, reach: reachThrough(cluster), clock: systemClock });
  },
  probe: async ({ cluster }) => {
    const { createProbe } = await import('../../adapters/monitoring/probe.ts');
    return createProbe({ reach: reachThrough(cluster), clock: systemClock });
  },
  database: async ({ self, configuration, cluster, run }) => {
    const { createDatabase } = await import('../../adapters/postgres/index.ts');
    const { database, namespace } = configuration.platform;
    return createDatabase({
      targets: () => targetsOf(cluster, namespace, database),
      database: database.name,
      user: database.user,
      password: async () => readSecret(self, await cluster(), namespace, database.password),
      tls: () => tlsOf(cluster, namespace, database),
      run,
      clock: systemClock,
    });
  },
  objectStore: async ({ self, configuration, cluster }) => {
    const { createObjectStore } = await import('../../adapters/s3/index.ts');
    const { backups, namespace } = configuration.platform;
    const { endpoint, region, bucket } = backups;
    return createObjectStore({
      ...(endpoint === undefined ? {} : { endpoint }),
      region,
      bucket,
      credentials: () => accessKey(self, cluster, namespace, backups.credentials),
    });
  },
  registry: async ({ self, configuration, cluster }) => {
    const { createRegistry } = await import('../../adapters/registry/index.ts');
    return createRegistry({
      servers: registryServers(self, configuration.platform, cluster),
      keys: () => signingKeys(configuration.platform, cluster),
      clock: systemClock,
      signal: self.signal,
    });
  },
  imageRecord: async ({ state }) => imageRecord(state, systemClock),
  drill: async () => {
    const { createDrill } = await import('../../adapters/postgres-drill/index.ts');
    return createDrill(drillHost());
  },
  manifestCheck: async ({ self, cluster }) => {
    const { createManifestCheck } = await import('../../adapters/kubernetes/manifest-check.ts');
    return createManifestCheck({ cluster, mask: (secret) => maskSecret(self, secret) });
  },
  cache: async ({ self, configuration, cluster, run }) => {
    const { createCache } = await import('../../adapters/redis/index.ts');
    const { cache, namespace } = configuration.platform;
    const { user, password } = cache;
    return createCache({
      targets: () => targetsOf(cluster, namespace, cache),
      ...(user === undefined ? {} : { user }),
      ...(password === undefined
        ? {}
        : { password: async () => readSecret(self, await cluster(), namespace, password) }),
      tls: () => tlsOf(cluster, namespace, cache),
      run,
      clock: systemClock,
    });
  },
};

/** The names of all ports. */
export const portNames = Object.keys(makers) as readonly (keyof Ports)[];

/** Make the adapters of these ports, and no others. */
export async function makePorts(names: readonly (keyof Ports)[], wiring: Wiring): Promise<Ports> {
  const made = await Promise.all(names.map(async (name) => [name, await makers[name](wiring)] as const));
  return Object.fromEntries(made) as unknown as Ports;
}

async function tlsOf(
  cluster: () => Promise<Cluster>,
  namespace: string,
  store: Pick<Configuration['platform']['database'], 'address' | 'tls' | 'workload'>,
) {
  const { mode, ca, serverName } = store.tls;
  const name = serverName ?? store.address ?? store.workload.name;
  return {
    mode,
    serverName: name,
    ...(ca === undefined ? {} : { ca: await readText(await cluster(), namespace, ca) }),
  };
}
