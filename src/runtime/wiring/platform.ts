import type { Configuration } from '../../domain/configuration/configuration.ts';
import type { Report } from '../../domain/report/schema.ts';
import type { Maintenance } from '../../pipeline/maintenance.ts';
import type { ClusterIdentity } from '../../ports/cluster.ts';
import type { Ports } from '../../ports/index.ts';
import { systemClock } from '../clock.ts';
import { type Process, runWord } from '../process.ts';
import { connectCluster } from './cluster.ts';
import { readJournalKey } from './journal-key.ts';
import { makePorts, portNames } from './ports.ts';

/** The platform that a process acts on: its cluster, what the maintenance namespace holds, and the ports of its tasks. */
export interface OpenPlatform {
  readonly maintenance: Maintenance;
  /** What credentials do not enforce here, for the report; absent: nothing. */
  readonly advisory?: string;
  readonly ports: (names: readonly (keyof Ports)[]) => Promise<Ports>;
  /** Every port, for settling steps of whichever task. */
  readonly allPorts: () => Promise<Ports>;
  /** Which cluster this is, for binding a plan to it. */
  readonly identity: () => Promise<ClusterIdentity>;
  /** Which platform this is, for the report's head. */
  readonly describe: () => Promise<Report['platform']>;
}

const unsignedJournal =
  'the journal carries no authentication code (secret MAINTENANCE_JOURNAL_KEY is not set): whoever may write to namespace rooivalk-maintenance could change what recovery undoes';

/** A pod's own access has no context that an engineer could name. */
const contextFor = (context: string): Pick<Report['platform'], 'context'> =>
  context === 'in-cluster' ? {} : { context };

/** Connect to the platform. Nothing is read yet; a kubeconfig that cannot be used is a PortError. */
export async function openPlatform(self: Process, configuration: Configuration, task?: string): Promise<OpenPlatform> {
  const cluster = await connectCluster(self, configuration, task);
  const { openMaintenance } = await import('../../adapters/kubernetes/maintenance.ts');
  const journalKey = readJournalKey(self);
  const maintenance = openMaintenance(cluster, systemClock, journalKey);
  const { context, server, user } = cluster.acting;
  self.stdout.print(`Acting on ${context} (${server}) as ${user}.`);
  const wiring = {
    self,
    configuration,
    cluster: async () => cluster,
    history: () => maintenance.state.read('history'),
    state: maintenance.state,
    run: runWord(self.environment.run, self.environment.job),
  };
  const { platform } = configuration;
  return {
    maintenance,
    ...(journalKey === undefined ? { advisory: unsignedJournal } : {}),
    ports: (names) => makePorts(names, wiring),
    allPorts: () => makePorts(portNames, wiring),
    identity: () => cluster.identity(),
    describe: async () => ({
      name: platform.name,
      cluster: platform.cluster ?? context,
      namespace: platform.namespace,
      ...contextFor(platform.context ?? context),
    }),
  };
}
