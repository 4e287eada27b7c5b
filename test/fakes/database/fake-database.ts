import type {
  BlockingSession,
  ClientAddress,
  Connections,
  Database,
  DatabaseEntry,
  HorizonHolder,
  Instance,
  Replication,
  ServerSettings,
  SessionEntry,
  TableEntry,
  TableOptionsChange,
  TableOptionsOutcome,
  TableSurvey,
  TestWrite,
  TuningSurvey,
  VacuumOutcome,
  VacuumRequest,
} from '../../../src/ports/database.ts';
import { PortError, type PortErrorParts } from '../../../src/ports/port-error.ts';

/** A table of the fake. Dead rows that came while a holder was there stay as long as it does. */
export interface FakeTable extends TableEntry {
  readonly held?: boolean;
}

/** One database of the fake. */
export interface FakeDatabaseEntry extends DatabaseEntry {
  tables: FakeTable[];
  tuning: TuningSurvey;
  oldest?: TableSurvey['oldest'];
}

/** One server of the fake. Everything may be set by a test at any time. */
export interface FakeServer {
  instance: Instance;
  databases: FakeDatabaseEntry[];
  horizon: HorizonHolder[];
  /** By oid: who holds a lock on the table. */
  locks: Map<number, BlockingSession[]>;
  /** By oid: who will wait behind a vacuum of it. */
  waiting: Map<number, SessionEntry[]>;
  connections: Connections;
  clients: readonly ClientAddress[];
  replication: Replication;
  usedBytes: number;
  settings: ServerSettings;
  write: TestWrite;
  /** Sessions of runs, by run. */
  sessions: Map<string, number>;
  /** Set: every call to this server fails with it. */
  fails?: PortErrorParts;
}

/** The port `Database` in memory. `calls` are the changes that were asked for. */
export interface FakeDatabase extends Database {
  readonly world: Map<string, FakeServer>;
  readonly calls: string[];
}

const million = 1_000_000;

/** The defaults of PostgreSQL 15 on a small server. */
export const fakeSettings: ServerSettings = {
  sharedBuffersBytes: 128 * 2 ** 20,
  effectiveCacheSizeBytes: 4 * 2 ** 30,
  workMemBytes: 4 * 2 ** 20,
  maintenanceWorkMemBytes: 64 * 2 ** 20,
  maxConnections: 100,
  vacuumThreshold: 50,
  vacuumScaleFactor: 0.2,
  analyzeThreshold: 50,
  analyzeScaleFactor: 0.1,
  hitShare: 0.995,
};

/** A primary of version 15 without databases of its own. */
export function fakeServer(name: string, change: Partial<Instance> = {}): FakeServer {
  return {
    instance: {
      server: name,
      version: '15.8',
      majorVersion: 15,
      role: 'primary',
      systemIdentifier: '7300000000000000001',
      startedAt: 0,
      user: 'maintenance',
      superuser: false,
      readsStatistics: true,
      freezeMaxAge: 200 * million,
      multixactFreezeMaxAge: 400 * million,
      ...change,
    },
    databases: [fakeEntry('template0', { allowsConnections: false, mayConnect: false })],
    horizon: [],
    locks: new Map(),
    waiting: new Map(),
    connections: { used: 12, max: 100, reserved: 3, idleInTransaction: 0 },
    clients: [{ address: '127.0.0.1', sessions: 12 }],
    replication: { role: 'primary', standbys: [] },
    usedBytes: 512 * million,
    settings: fakeSettings,
    write: { accepted: true, flushed: true, tookMs: 12 },
    sessions: new Map(),
  };
}

/** A database of the fake, young and small. */
export function fakeEntry(name: string, change: Partial<FakeDatabaseEntry> = {}): FakeDatabaseEntry {
  return {
    name,
    owner: 'app',
    bytes: 8 * million,
    allowsConnections: true,
    mayConnect: true,
    transactionAge: 1000,
    multixactAge: 0,
    tables: [],
    tuning: { tables: [], indexes: [], sequences: [], countedSince: 0 },
    ...change,
  };
}

/** A table of the fake: ours, small and clean. */
export function fakeTable(oid: number, name: string, change: Partial<FakeTable> = {}): FakeTable {
  return {
    oid,
    schema: 'public',
    name,
    kind: 'table',
    owner: 'app',
    ownedBySuperuser: false,
    mayMaintain: true,
    bytes: million,
    liveRows: 0,
    deadRows: 0,
    changedRows: 0,
    transactionAge: 1000,
    multixactAge: 0,
    ...change,
  };
}

/** Make the port over these servers. */
export function createFakeDatabase(servers: Readonly<Record<string, FakeServer>>, now: () => number): FakeDatabase {
  const known = new Map(Object.entries(servers));
  const calls: string[] = [];

  const serverOf = (name: string): FakeServer => {
    const server = known.get(name);
    if (server === undefined) {
      throw new PortError({ code: 'not-found', subject: name, message: `${name} is none of the database's servers` });
    }
    if (server.fails) throw new PortError(server.fails);
    return server;
  };
  const databaseOf = (name: string, database: string): FakeDatabaseEntry => {
    const entry = serverOf(name).databases.find((candidate) => candidate.name === database);
    const subject = `database ${database} on ${name}`;
    if (entry === undefined) {
      throw new PortError({ code: 'not-found', subject, message: `${subject}: there is no such database` });
    }
    if (!entry.mayConnect) {
      throw new PortError({ code: 'forbidden', subject, message: `${subject}: role maintenance lacks CONNECT` });
    }
    return entry;
  };

  return {
    world: known,
    calls,
    servers: async () => [...known.keys()],
    instance: async (server) => serverOf(server).instance,
    databases: async (server) =>
      serverOf(server).databases.map(({ tables: _tables, oldest: _oldest, tuning: _tuning, ...entry }) => entry),
    tables: async (server, database) => {
      const { tables, oldest } = databaseOf(server, database);
      const entries = tables.map(({ held: _held, ...entry }) => entry);
      return oldest === undefined ? { tables: entries } : { tables: entries, oldest };
    },
    horizon: async (server) => [...serverOf(server).horizon].sort((a, b) => b.age - a.age),
    blockers: async (server, _database, oid) => serverOf(server).locks.get(oid) ?? [],
    vacuum: async (server, request, signal) => {
      const on = serverOf(server);
      if (on.instance.role === 'standby') {
        throw new PortError({
          code: 'conflict',
          subject: server,
          message: `${server}: the server is a standby or read-only`,
        });
      }
      // as on a real server, a cancellation that comes right after the call is still in time
      await Promise.resolve();
      calls.push(`${request.vacuum ? 'vacuum' : 'analyze'} ${request.schema}.${request.table}`);
      return vacuum(on, databaseOf(server, request.database), request, signal, now());
    },
    connections: async (server) => serverOf(server).connections,
    clients: async (server) => serverOf(server).clients,
    replication: async (server) => serverOf(server).replication,
    disk: async (server) => ({ usedBytes: serverOf(server).usedBytes, logBytes: 16 * million }),
    testWrite: async (server, database) => {
      databaseOf(server, database);
      calls.push(`test write in ${database}`);
      return serverOf(server).write;
    },
    systemIdentifier: async (server) => {
      serverOf(server);
      return '7412345678901234567';
    },
    tuning: async (server, database) => databaseOf(server, database).tuning,
    settings: async (server) => serverOf(server).settings,
    tableOptions: async (server, table) => tunedTable(databaseOf(server, table.database), table)?.options,
    setTableOptions: async (server, change) => {
      calls.push(`set options of ${change.schema}.${change.table}`);
      const blockers = serverOf(server).locks.get(change.oid);
      if (blockers !== undefined) {
        calls.pop();
        return { outcome: 'locked', blockers };
      }
      const outcome = setOptions(databaseOf(server, change.database), change);
      if (outcome !== 'done') calls.pop();
      return { outcome };
    },
    endDeadRun: async (server, run) => {
      const { sessions } = serverOf(server);
      const count = sessions.get(run) ?? 0;
      sessions.delete(run);
      return count;
    },
  };
}

const tunedTable = (database: FakeDatabaseEntry, { oid, table }: Pick<TableOptionsChange, 'oid' | 'table'>) =>
  database.tuning.tables.find((each) => each.oid === oid && each.name === table);

function setOptions(
  database: FakeDatabaseEntry,
  change: TableOptionsChange,
): Exclude<TableOptionsOutcome['outcome'], 'locked'> {
  const table = tunedTable(database, change);
  if (table === undefined) return 'gone';
  if (!table.mayAlter) return 'not-permitted';
  const { options } = table;
  if (Object.entries(change.from).some(([option, value]) => (options[option] ?? null) !== value)) return 'moved';
  const next = Object.entries({ ...options, ...change.to }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  const changed = { ...table, options: Object.fromEntries(next) };
  const tables = database.tuning.tables.map((each) => (each === table ? changed : each));
  database.tuning = { ...database.tuning, tables };
  return 'done';
}

function vacuum(
  server: FakeServer,
  database: FakeDatabaseEntry,
  request: VacuumRequest,
  signal: AbortSignal,
  now: number,
): VacuumOutcome {
  const index = database.tables.findIndex((table) => table.oid === request.oid && table.name === request.table);
  const table = database.tables[index];
  if (signal.aborted) {
    throw new PortError({ code: 'cancelled', subject: `table ${request.table}`, message: 'the vacuum was cancelled' });
  }
  if (table === undefined) return { outcome: 'gone' };
  if (!table.mayMaintain) return { outcome: 'not-permitted' };
  const blockers = server.locks.get(table.oid);
  if (blockers) return { outcome: 'locked', blockers };
  const waiting = server.waiting.get(table.oid);
  if (waiting) return { outcome: 'yielded', waiting };
  const stays = !request.vacuum || (table.held === true && server.horizon.length > 0);
  const deadAfter = stays ? table.deadRows : 0;
  database.tables[index] = {
    ...table,
    deadRows: deadAfter,
    ...(request.analyze ? { changedRows: 0, lastAnalyze: now } : {}),
    ...(request.vacuum ? { lastVacuum: now } : {}),
    ...(request.freeze && !stays ? { transactionAge: 0, multixactAge: 0 } : {}),
  };
  if (!request.vacuum) return { outcome: 'done', deadBefore: table.deadRows, deadAfter };
  const removed = table.deadRows - deadAfter;
  return { outcome: 'done', deadBefore: table.deadRows, deadAfter, removed, notYetRemovable: deadAfter };
}
