import { openMaintenance } from '../../src/adapters/kubernetes/maintenance.ts';
import type { KubernetesObject } from '../../src/domain/kubernetes/objects.ts';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import type { Maintenance } from '../../src/pipeline/maintenance.ts';
import type { Cluster, ListQuery } from '../../src/ports/cluster.ts';
import type { Journal, JournalWriter } from '../../src/ports/journal.ts';
import type { Defects } from './defects.ts';
import type { Process } from './process.ts';

/** What really happened and when, ms, whatever the clocks of processes say. */
export interface Marks {
  /** When the Lease was last written for each holder. */
  readonly renewals: Map<string, number>;
  /** When the journal was last written. */
  journalAt: number;
}

const asked = new Set(['get', 'create', 'replace', 'patch', 'delete']);

/** The cluster as a process asks it: every request may fail, be late, or lose its answer. */
function clusterOf(process: Process, cluster: Cluster, marks: Marks): Cluster {
  return new Proxy(cluster, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      if (name === 'list') return listed(process, target);
      const method = member.bind(target) as (...args: unknown[]) => Promise<unknown>;
      if (typeof name !== 'string' || !asked.has(name)) return method;
      return (...args: unknown[]) => {
        const [resource, , object] = args as [{ plural: string }, string, string | object];
        const what = `${name} ${resource.plural} ${typeof object === 'string' ? object : ''}`.trim();
        return process.call(what, async () => {
          const answer = await method(...args);
          if (name !== 'get') mark(marks, process.clock().monotonic(), resource.plural, answer);
          return answer;
        });
      };
    },
  });
}

/** A list is read whole, in one request. */
function listed(process: Process, cluster: Cluster): Cluster['list'] {
  return async function* <T extends KubernetesObject>(query: ListQuery<T>) {
    const found = await process.call(`list ${query.resource.plural}`, async () => {
      const objects: T[] = [];
      for await (const object of cluster.list(query)) objects.push(object);
      return objects;
    });
    yield* found;
  };
}

function mark(marks: Marks, at: number, plural: string, written: unknown): void {
  const { spec, metadata } = (written ?? {}) as { spec?: { holderIdentity?: string }; metadata?: { name: string } };
  const holder = spec?.holderIdentity;
  if (plural === resources.leases.plural && holder !== undefined) marks.renewals.set(holder, at);
  if (plural === resources.configMaps.plural && metadata?.name === 'journal') marks.journalAt = at;
}

/** Lease, journal, state and spent approvals, by the real adapters, as a process sees them. */
export function maintenanceOf(process: Process, cluster: Cluster, marks: Marks, defects: Defects): Maintenance {
  const maintenance = openMaintenance(clusterOf(process, cluster, marks), process.clock());
  const { lease } = maintenance;
  return {
    ...maintenance,
    journal: defects.has('journal-late') ? lateJournal(maintenance.journal) : maintenance.journal,
    lease: defects.has('lease-unchecked')
      ? { take: lease.take.bind(lease), release: lease.release.bind(lease), renew: async () => true }
      : lease,
  };
}

/** The defect: `begun` is written when something else is. */
function lateJournal(journal: Journal): Journal {
  const late = (writer: JournalWriter): JournalWriter => {
    let owed: string | undefined;
    return {
      write: async (step, progress) => {
        if (progress === 'begun') {
          owed = step;
          return;
        }
        if (owed !== undefined) await writer.write(owed, 'begun');
        owed = undefined;
        await writer.write(step, progress);
      },
      close: () => writer.close(),
    };
  };
  return {
    read: () => journal.read(),
    open: async (opening) => late(await journal.open(opening)),
    takeOver: async (run) => {
      const writer = await journal.takeOver(run);
      return writer && late(writer);
    },
  };
}
