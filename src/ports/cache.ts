/** How many keys one of the numbered databases holds. */
export interface KeySpace {
  readonly index: number;
  readonly keys: number;
  /** Of these, with an expiry. Expired ones that have not been removed yet count as well. */
  readonly expiring: number;
}

/** Memory of one server, bytes. */
export interface CacheMemory {
  readonly usedBytes: number;
  /** As the operating system sees it. */
  readonly residentBytes: number;
  /** Held by the allocator without use, and can be given back; absent where the allocator does not tell. */
  readonly reclaimableBytes?: number;
  /** `maxmemory`; absent: no limit. */
  readonly limitBytes?: number;
  /** `maxmemory-policy`: what happens at the limit. */
  readonly policy: string;
}

/** A shard's master in a cluster, as one of its nodes knows it. */
export interface ClusterMaster {
  readonly id: string;
  readonly address: string;
  readonly failed: boolean;
}

/** What one server is and how it is. */
export interface CacheInstance {
  readonly server: string;
  readonly version: string;
  readonly role: 'master' | 'replica';
  /** Only of a replica: where its master is, and whether it is in step with it. */
  readonly master?: string;
  readonly linkUp?: boolean;
  /** Only of a master: how many replicas are connected. */
  readonly replicas: number;
  /** Only in a cluster: this node's own id, and all masters that hold keys. */
  readonly cluster?: { readonly id: string; readonly masters: readonly ClusterMaster[] };
  /** A sweep of this connection's life stopped there because others had to wait: nothing more is asked of it now. */
  readonly strained?: true;
  /** It reads its data from disk and answers nothing else. */
  readonly loading: boolean;
  readonly startedAt: number;
  readonly databases: readonly KeySpace[];
  /** Redis' own estimate: the share of keys with an expiry that have expired and are still there. */
  readonly staleShare: number;
  /** Since the server was started. */
  readonly expiredKeys: number;
  readonly evictedKeys: number;
  /** Reads that found their key, and that did not, since the server was started. */
  readonly hits: number;
  readonly misses: number;
  readonly memory: CacheMemory;
  readonly clients: { readonly used: number; readonly max?: number };
  /** Whether the last save to disk worked; true where nothing is saved. */
  readonly lastSaveWorked: boolean;
}

/** Bounds of a sweep. */
export interface SweepLimits {
  /** How many keys are looked at in one request. */
  readonly pageSize: number;
  /** It stops when requests of others take longer than before by more than this. */
  readonly latencyLimitMs: number;
  readonly timeLimitMs: number;
}

/** What came of a sweep. */
export interface SweepOutcome {
  readonly looked: number;
  /** Expired keys that were removed meanwhile on that server, by its own count. */
  readonly reclaimed: number;
  /** Round trip of a request, ms: before the sweep, and meanwhile (the slower of a page and a request beside it). */
  readonly latency: { readonly beforeMs: number; readonly p95Ms: number; readonly worstMs: number };
  /** `whole`: every key was looked at. */
  readonly ended: 'whole' | 'latency' | 'time' | 'not-master';
}

/**
 * The platform's cache, in the words of its keepers. `server` is a name that {@link Cache.servers} gave. Every method
 * rejects with a PortError within a bounded time. No key and no value ever leaves the adapter.
 */
export interface Cache {
  /** The servers that can be asked: the configured address, or each pod. */
  servers(): Promise<readonly string[]>;
  instance(server: string): Promise<CacheInstance>;
  /** Median round trip of a few requests, ms. */
  latency(server: string): Promise<number>;
  /**
   * Look at every key of one database, page by page: a master removes an expired key when it is looked at (a replica does
   * not). The signal stops it.
   */
  sweep(server: string, database: number, limits: SweepLimits, signal: AbortSignal): Promise<SweepOutcome>;
  /** Let the allocator give back what it holds without use; resolves when the server's own figures show it. */
  giveBackMemory(server: string): Promise<void>;
}
