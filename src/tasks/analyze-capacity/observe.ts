import { attempt } from '../../observation/trouble.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Inputs } from './inputs.ts';
import { notConfigured } from './queries.ts';
import { readBackups } from './read-backups.ts';
import { readDatabases } from './read-databases.ts';
import { readHistories } from './read-history.ts';
import { readNodes, readRequests } from './read-requests.ts';
import { readUnused } from './read-unused.ts';
import type { CapacityObservation } from './seen.ts';

/** Read the histories of all twelve metrics; what cannot be read is part of what was seen. */
export async function observe(
  context: TaskContext<'cluster' | 'database' | 'metrics' | 'objectStore' | 'history'>,
  inputs: Inputs,
): Promise<CapacityObservation> {
  context.progress(`analyze-capacity: reading ${Math.round(inputs.history / 86_400_000)} days of history`);
  const nodes = await attempt('nodes', () => readNodes(context));
  const [histories, requests, databases, backups, unused] = await Promise.all([
    readHistories(context, inputs, nodes),
    readRequests(context),
    readDatabases(context),
    readBackups(context),
    readUnused(context, inputs),
  ]);
  const read = [histories, requests, databases, backups];
  const { prometheus } = histories;
  return {
    basis: null,
    measurements: {
      series: read.flatMap(({ series }) => series),
      missing: [...read.flatMap(({ missing }) => missing), ...notConfigured(context.platform)],
      unused,
      ...(prometheus === undefined ? {} : { prometheus }),
    },
  };
}
