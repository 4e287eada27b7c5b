import type { World } from '../../contracts/world.ts';
import { PerformanceBench, tuned } from './bench.ts';

/** Two large tables on which autovacuum begins late, a small one, and a failed REINDEX. */
export async function makeWorld(): Promise<World> {
  const bench = new PerformanceBench();
  const { tuning } = bench.main;
  bench.main.tuning = { ...tuning, tables: [...tuning.tables, tuned(3, '::error::<b>[x](y)</b>', 5_000_000)] };
  return {
    ports: bench.ports(),
    changes: () => [...bench.changes(), ...bench.database.calls, ...bench.cache.calls],
    subjects: () => bench.main.tuning,
  };
}
