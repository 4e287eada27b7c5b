import type { Cache } from '../../ports/cache.ts';
import { PortError } from '../../ports/port-error.ts';
import type { Target } from '../../ports/reach.ts';
import { askedOnce } from '../asked-once.ts';
import { type Connection, openConnection, type RedisOptions } from './connection.ts';
import { readInstance } from './read-info.ts';
import { measureLatency, memoryCounted, sweepDatabase } from './sweep.ts';

export { connectionNameOf, type RedisOptions } from './connection.ts';

/** The cache port on Redis 6 and later, alone, replicated or as a cluster. Connections are kept until `close`. */
export function createCache(options: RedisOptions): Cache & { close(): Promise<void> } {
  const connections = new Connections(options);
  const { clock } = options;
  const strained = new Set<string>();
  return {
    servers: async () => (await connections.targets()).map((target) => target.name),
    instance: async (server) => ({
      ...(await readInstance(await connections.shared(server), server, clock.now())),
      ...(strained.has(server) ? { strained: true } : {}),
    }),
    latency: async (server) => measureLatency(await connections.shared(server), clock),
    sweep: async (server, database, limits, signal) => {
      const worker = await connections.open(server);
      try {
        const beside = await connections.shared(server);
        const outcome = await sweepDatabase(worker, beside, database, limits, clock, signal);
        if (outcome.ended === 'latency') strained.add(server);
        return outcome;
      } finally {
        await worker.close();
      }
    },
    giveBackMemory: async (server) => {
      const connection = await connections.shared(server);
      await connection.send('MEMORY', 'PURGE');
      await memoryCounted(connection, clock);
    },
    close: () => connections.close(),
  };
}

/** One connection a server, opened when it is needed and again when it broke. */
class Connections {
  private readonly options: RedisOptions;
  private readonly kept = new Map<string, Connection>();
  /** The servers; asked once a run, and again after a failure. */
  readonly targets: () => Promise<readonly Target[]>;

  constructor(options: RedisOptions) {
    this.options = options;
    this.targets = askedOnce(() => options.targets());
  }

  async open(server: string): Promise<Connection> {
    const target = (await this.targets()).find((candidate) => candidate.name === server);
    if (target === undefined) {
      throw new PortError({ code: 'not-found', subject: server, message: `${server} is none of the cache's servers` });
    }
    return openConnection(this.options, target);
  }

  async shared(server: string): Promise<Connection> {
    const kept = this.kept.get(server);
    if (kept !== undefined && !kept.ended) return kept;
    if (kept !== undefined) await kept.close();
    const opened = await this.open(server);
    this.kept.set(server, opened);
    return opened;
  }

  async close(): Promise<void> {
    await Promise.all([...this.kept.values()].map((connection) => connection.close()));
    this.kept.clear();
  }
}
