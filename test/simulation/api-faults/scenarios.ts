import { Bench } from '../../tasks/check-health/bench.ts';
import type { Scenario } from './scenario.ts';

const tuesday = '2026-11-24T02:10:00Z';
const sunday = '2026-11-29T02:10:00Z';

/** Changes that can be put back, proved by their rollouts. */
export const updates: Scenario = { task: 'apply-security-updates', window: 'weekly', at: sunday };

/** Files deleted by commands in pods: forward steps that read standard input. */
export const cleaning: Scenario = { task: 'clean-temporary-files', window: 'daily', at: tuesday };

/** Logs rotated by commands in pods: final steps, never to be taken twice. */
export const rotation: Scenario = { task: 'rotate-logs', window: 'daily', at: tuesday };

/** A plan that somebody approved: replicas, requests and limits, all of which can be put back. */
export const increase: Scenario = { task: 'increase-capacity', window: 'daily', at: tuesday };

/** Nothing but looking, at a platform that is well: whatever is called ill here was not seen. */
export const health: Scenario = {
  task: 'check-health',
  window: 'daily',
  at: tuesday,
  makeWorld: async () => {
    const { cluster, database, cache, metrics, certificates, store } = await Bench.well();
    return {
      ports: { cluster, database, cache, metrics, certificates, objectStore: store },
      changes: () => cluster.changes().map(({ verb, name }) => `${verb} ${name}`),
    };
  },
};

/** Both kinds of lists, objects and rows of a table, in several pages, by a task that only looks. */
export const healthInPages: Scenario = { ...health, pageSize: 3 };

/** The pods by which a change is watched come by twos. */
export const updatesInPages: Scenario = { ...updates, pageSize: 2 };
