import type { World } from '../../contracts/world.ts';
import { Bench } from './bench.ts';

/** Two weeks of backups, of which one day is missing and the newest dump is cut off. */
export async function makeWorld(): Promise<World> {
  const bench = new Bench();
  for (const key of [...bench.store.objects.keys()])
    if (key.startsWith(`blockchain/${bench.date(3)}`)) bench.store.objects.delete(key);
  bench.spoil('database/database-backup.sql', (content) => content.subarray(0, content.length - 80));
  return {
    ports: {
      objectStore: bench.store,
      drill: bench.drill,
      manifestCheck: bench.check,
      history: { series: async () => [], firstSeen: async () => new Map() },
    },
    changes: () => [],
    state: () => [...bench.store.objects.keys()].sort(),
    platform: bench.platform,
  };
}
