import type { IndexEntry, SequenceEntry, TunedTable } from '../../../src/ports/database.ts';
import {
  createFakeCache,
  type FakeCache,
  type FakeCacheServer,
  fakeCacheServer,
} from '../../fakes/cache/fake-cache.ts';
import { type FakeDatabaseEntry, fakeEntry } from '../../fakes/database/fake-database.ts';
import { WorkloadBench } from '../workload-bench/bench.ts';

const million = 1_000_000;

/** A table of ours without options, as large as its rows need. */
export function tuned(oid: number, name: string, liveRows: number, over: Partial<TunedTable> = {}): TunedTable {
  const bytes = liveRows * 100;
  return {
    oid,
    schema: 'public',
    name,
    mayAlter: true,
    options: {},
    liveRows,
    deadRows: 0,
    bytes,
    neededBytes: bytes,
    ...over,
  };
}

/** A used, valid index of 50 MB, like no other. */
export function index(oid: number, name: string, over: Partial<IndexEntry> = {}): IndexEntry {
  const facts = { scans: 10, valid: true, building: false, holdsRule: false, sameAs: name };
  return { oid, schema: 'public', name, table: 'telemetry', bytes: 50 * million, ...facts, ...over };
}

/** A sequence of an integer column. */
export function sequence(name: string, lastValue: number, over: Partial<SequenceEntry> = {}): SequenceEntry {
  return { schema: 'public', name, lastValue, bound: 2 ** 31 - 1, cycles: false, ...over };
}

/** The platform of {@link WorkloadBench} with a database that has one large and one small table, and a cache. */
export class PerformanceBench extends WorkloadBench {
  readonly main: FakeDatabaseEntry = fakeEntry('phoenixrooivalk');
  readonly cacheServer: FakeCacheServer = fakeCacheServer('pod/redis-0');
  readonly cache: FakeCache;
  /** Since when indexes were seen unused, by key. */
  readonly unusedSince = new Map<string, number>();

  constructor() {
    super('optimize-performance');
    this.server.databases.push(this.main);
    this.main.tuning = {
      tables: [tuned(1, 'telemetry', 20 * million), tuned(2, 'sensors', 400)],
      indexes: [],
      sequences: [],
      countedSince: 0,
    };
    this.cache = createFakeCache({ 'pod/redis-0': this.cacheServer });
  }

  /** The ports of the task. */
  ports() {
    const { cluster, metrics, database, cache } = this;
    const history = { series: async () => [], firstSeen: async () => this.unusedSince };
    return { cluster, metrics, database, cache, history };
  }
}
