import type { HorizonHolder, SessionEntry } from '../../../src/ports/database.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { databaseContract } from '../../contracts/database.contract.ts';
import type { DatabaseSubject } from '../../contracts/database-subject.ts';
import { createFakeDatabase, fakeEntry, fakeServer, fakeTable } from './fake-database.ts';

const session = (change: Partial<SessionEntry>): SessionEntry => ({
  pid: 4711,
  application: 'reporting',
  user: 'bi',
  database: 'phoenixrooivalk',
  state: 'idle in transaction',
  command: 'SELECT',
  transactionMs: 60_000,
  startedAt: 0,
  ...change,
});

async function fakeSubject(): Promise<DatabaseSubject> {
  const primary = fakeServer('pod/postgres-0');
  const entry = fakeEntry('phoenixrooivalk');
  primary.databases.push(entry);
  const silent = fakeServer('pod/postgres-9');
  silent.fails = { code: 'unreachable', subject: 'pod/postgres-9', message: 'the connection was refused' };
  const locked = fakeServer('pod/postgres-0');
  locked.fails = { code: 'unauthorized', subject: 'pod/postgres-0', message: 'the password was not accepted' };
  const servers = { 'pod/postgres-0': primary, 'pod/postgres-9': silent };
  const database = createFakeDatabase(servers, () => Date.now());
  let oid = 16_384;

  const hold = (holder: HorizonHolder) => {
    primary.horizon.push(holder);
    return async () => {
      primary.horizon = primary.horizon.filter((other) => other !== holder);
    };
  };
  const find = (name: string) => {
    const table = entry.tables.find((candidate) => candidate.name === name);
    if (!table) throw new PortError({ code: 'not-found', subject: name, message: 'no such table' });
    return table;
  };

  return {
    database,
    stranger: createFakeDatabase({ 'pod/postgres-0': locked }, () => Date.now()),
    primary: 'pod/postgres-0',
    unreachable: 'pod/postgres-9',
    name: 'phoenixrooivalk',
    makeTable: async (name, { live, dead, owner = 'app' }) => {
      oid += 1;
      entry.tables.push(
        fakeTable(oid, name, {
          owner,
          mayMaintain: owner === 'app',
          liveRows: live,
          deadRows: dead,
          changedRows: live + dead,
          held: primary.horizon.length > 0,
        }),
      );
      const tuned = {
        oid,
        schema: 'public',
        name,
        mayAlter: owner === 'app',
        options: {},
        liveRows: live,
        deadRows: dead,
        bytes: 8192,
      };
      entry.tuning = { ...entry.tuning, tables: [...entry.tuning.tables, tuned] };
    },
    dropTable: async (name) => {
      entry.tables = entry.tables.filter((table) => table.name !== name);
    },
    holdSnapshot: async () => hold({ kind: 'transaction', age: 7, ...session({}) }),
    lockTable: async (name) => {
      const { oid: of } = find(name);
      const holder = session({ application: 'migration', user: 'app', command: 'LOCK' });
      primary.locks.set(of, [{ kind: 'session', lock: 'ACCESS EXCLUSIVE', granted: true, waitsFor: [], ...holder }]);
      return async () => {
        primary.locks.delete(of);
      };
    },
    queueOn: async (name) => {
      const { oid: of } = find(name);
      const reader = session({ pid: 4711, state: 'active' });
      const waiter = session({ pid: 4712, application: 'migration', user: 'app', state: 'active', command: 'ALTER' });
      primary.locks.set(of, [
        { kind: 'session', lock: 'ACCESS EXCLUSIVE', granted: false, waitsFor: [reader.pid], ...waiter },
        { kind: 'session', lock: 'ACCESS SHARE', granted: true, waitsFor: [], ...reader },
      ]);
      return async () => {
        primary.locks.delete(of);
      };
    },
    prepareTransaction: async (id) =>
      hold({ kind: 'prepared-transaction', age: 3, id, owner: 'app', database: 'phoenixrooivalk', preparedMs: 1 }),
    makeSlot: async (name) =>
      hold({
        kind: 'replication-slot',
        age: 5,
        name,
        holds: 'catalogues',
        type: 'logical',
        active: false,
        database: 'phoenixrooivalk',
        retainedBytes: 0,
      }),
    leaveSession: async (run) => {
      primary.sessions.set(run, (primary.sessions.get(run) ?? 0) + 1);
    },
    close: async () => undefined,
  };
}

databaseContract('fake', fakeSubject);
