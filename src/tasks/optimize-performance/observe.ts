import { mapBounded } from '../../domain/bounded.ts';
import { type NamedWorkload, namedWorkloads } from '../../domain/configuration/platform/named-workloads.ts';
import type { Json } from '../../domain/json.ts';
import { workloadResource } from '../../domain/kubernetes/workloads.ts';
import { type ObservedCache, observeCache } from '../../observation/cache.ts';
import { observeTuning, type SeenTuning, tuningBasis } from '../../observation/database/tuning.ts';
import { attempt, type Trouble } from '../../observation/trouble.ts';
import { readUse, type SeenUse, type UsedTarget } from '../../observation/usage/read-use.ts';
import { podsOfWorkload } from '../../observation/workloads.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Inputs } from './inputs.ts';
import { unusedIndex } from './unused-indexes.ts';

type Context = TaskContext<'cluster' | 'metrics' | 'database' | 'cache' | 'history'>;

/** A configured workload, and what it used. */
export interface UsedWorkload {
  readonly target: UsedTarget;
  readonly use: SeenUse;
}

/** A part of what was looked at, or why it could not be. */
export type Part<T> = { readonly value: T } | { readonly trouble: Trouble };

/** What optimize-performance saw. */
export interface Seen {
  readonly basis: Json;
  readonly measurements: {
    readonly database: Part<SeenTuning>;
    readonly cache: Part<ObservedCache>;
    readonly workloads: Part<readonly UsedWorkload[]>;
    /** Since when indexes have been seen unused, by key; empty where that could not be read: then none is named. */
    readonly unusedSince: ReadonlyMap<string, number>;
  };
}

const atOnce = 4;

/** Look at the database, the cache and the configured workloads, each by itself; change nothing. */
export async function observe(context: Context, inputs: Inputs): Promise<Seen> {
  const { ports, platform } = context;
  const [database, cache, workloads, since] = await Promise.all([
    attempt('database', () => observeTuning(ports.database)),
    attempt('cache', () => observeCache(ports.cache)),
    attempt('workloads', async () => {
      const read = (workload: NamedWorkload) => readOne(context, workload, inputs['usage-window']);
      const found = await mapBounded(namedWorkloads(platform), atOnce, read);
      return found.filter((one) => one !== undefined);
    }),
    attempt('stored state', () => ports.history.firstSeen(unusedIndex)),
  ]);
  const basis = 'value' in database ? tuningBasis(database.value) : null;
  return {
    basis,
    measurements: { database, cache, workloads, unusedSince: 'value' in since ? since.value : new Map() },
  };
}

async function readOne(
  context: Context,
  { kind, name }: NamedWorkload,
  spanMs: number,
): Promise<UsedWorkload | undefined> {
  const { cluster } = context.ports;
  const workload = await cluster.get(workloadResource(kind), context.platform.namespace, name);
  if (workload === undefined) return undefined;
  const target = { kind, workload, pods: await podsOfWorkload(cluster, kind, workload) };
  return { target, use: await readUse(context, target, spanMs) };
}
