import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Database, TableEntry, VacuumRequest } from '../../src/ports/database.ts';
import { codeOf } from './code-of.ts';
import type { DatabaseSubject } from './database-subject.ts';
import { tuningContract } from './tuning.contract.ts';

const never = new AbortController().signal;

/** What every implementation of the port `Database` does. */
export function databaseContract(title: string, arrange: () => Promise<DatabaseSubject>): void {
  describe(`database contract: ${title}`, () => {
    let subject: DatabaseSubject;
    let database: Database;
    let server: string;
    let name: string;

    beforeAll(async () => {
      subject = await arrange();
      ({ database, name, primary: server } = subject);
    }, 60_000);
    afterAll(() => subject.close());

    const tableOf = async (table: string): Promise<TableEntry> => {
      const found = (await database.tables(server, name)).tables.find((entry) => entry.name === table);
      if (found === undefined) throw new Error(`no table ${table}`);
      return found;
    };
    const requestFor = async (table: string, change: Partial<VacuumRequest> = {}): Promise<VacuumRequest> => ({
      database: name,
      oid: (await tableOf(table)).oid,
      schema: 'public',
      table,
      vacuum: true,
      analyze: true,
      freeze: false,
      lockTimeoutMs: 300,
      statementTimeoutMs: 20_000,
      ...change,
    });

    test('says what the server is and what our role may', async () => {
      expect(await database.servers()).toEqual(expect.arrayContaining([server, subject.unreachable]));
      expect(await database.instance(server)).toMatchObject({
        server,
        role: 'primary',
        user: 'maintenance',
        superuser: false,
        readsStatistics: true,
        freezeMaxAge: 200_000_000,
        version: expect.stringMatching(/^\d+\.\d+$/),
        majorVersion: expect.any(Number),
      });
    });

    test('lists every database, also those that nobody can log in to', async () => {
      const databases = await database.databases(server);
      expect(databases).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ name, mayConnect: true, allowsConnections: true, bytes: expect.any(Number) }),
          expect.objectContaining({ name: 'template0', mayConnect: false, allowsConnections: false }),
        ]),
      );
      for (const entry of databases) expect(entry.transactionAge).toBeGreaterThanOrEqual(0);
    });

    test('says of a table how many rows live and are dead, whose it is, and that it was never vacuumed', async () => {
      await subject.makeTable('counted', { live: 500, dead: 200 });
      const entry = await tableOf('counted');
      expect(entry).toMatchObject({
        schema: 'public',
        kind: 'table',
        owner: 'app',
        mayMaintain: true,
        ownedBySuperuser: false,
      });
      expect(entry).toMatchObject({ liveRows: 500, deadRows: 200 });
      expect(entry.lastVacuum).toBeUndefined();
      expect(entry.lastAnalyze).toBeUndefined();
    });

    test('knows which tables it may not vacuum, and vacuuming one says so', async () => {
      await subject.makeTable('foreign_owned', { live: 10, dead: 50, owner: 'somebody' });
      expect(await tableOf('foreign_owned')).toMatchObject({ owner: 'somebody', mayMaintain: false });
      const outcome = await database.vacuum(server, await requestFor('foreign_owned'), never);
      expect(outcome).toEqual({ outcome: 'not-permitted' });
      expect((await tableOf('foreign_owned')).lastVacuum).toBeUndefined();
    }, 15_000);

    test('vacuums: dead rows are gone by the statistics, and vacuuming again changes nothing more', async () => {
      await subject.makeTable('dusty', { live: 1_000, dead: 3_000 });
      const before = Date.now();
      const outcome = await database.vacuum(server, await requestFor('dusty'), never);
      expect(outcome).toMatchObject({
        outcome: 'done',
        deadBefore: 3_000,
        deadAfter: 0,
        removed: 3_000,
        notYetRemovable: 0,
      });
      const entry = await tableOf('dusty');
      expect(entry).toMatchObject({ liveRows: 1_000, deadRows: 0, changedRows: 0 });
      expect(entry.lastVacuum).toBeGreaterThanOrEqual(before - 1_000);
      expect(entry.lastAnalyze).toBeGreaterThanOrEqual(before - 1_000);
      const again = await database.vacuum(server, await requestFor('dusty'), never);
      expect(again).toMatchObject({ outcome: 'done', deadAfter: 0, removed: 0 });
    });

    test('only collects statistics when that is asked for', async () => {
      await subject.makeTable('unmeasured', { live: 300, dead: 40 });
      const request = await requestFor('unmeasured', { vacuum: false });
      expect(await database.vacuum(server, request, never)).toMatchObject({ outcome: 'done', deadAfter: 40 });
      const entry = await tableOf('unmeasured');
      expect(entry.lastAnalyze).toBeDefined();
      expect(entry.lastVacuum).toBeUndefined();
    });

    test('a snapshot held elsewhere keeps dead rows: that shows, and who holds it', async () => {
      const release = await subject.holdSnapshot();
      try {
        await subject.makeTable('held', { live: 100, dead: 2_000 });
        const outcome = await database.vacuum(server, await requestFor('held'), never);
        expect(outcome).toMatchObject({ outcome: 'done', removed: 0, notYetRemovable: 2_000 });
        expect((await tableOf('held')).deadRows).toBeGreaterThanOrEqual(1_900);
        const [holder] = await database.horizon(server);
        expect(holder).toMatchObject({
          kind: 'transaction',
          application: 'reporting',
          user: 'bi',
          database: name,
          state: 'idle in transaction',
          command: 'SELECT',
          pid: expect.any(Number),
          transactionMs: expect.any(Number),
        });
        expect(JSON.stringify(holder)).not.toContain('hidden-in-the-query');
      } finally {
        await release();
      }
      expect(await database.horizon(server)).toEqual([]);
    }, 15_000);

    test('a locked table does not hang us: it is skipped, and who locks it is named', async () => {
      await subject.makeTable('locked', { live: 10, dead: 100 });
      const request = await requestFor('locked');
      const release = await subject.lockTable('locked');
      const blocker = {
        kind: 'session',
        application: 'migration',
        lock: 'ACCESS EXCLUSIVE',
        command: 'LOCK',
        state: 'idle in transaction',
      };
      try {
        const started = performance.now();
        const outcome = await database.vacuum(server, request, never);
        expect(performance.now() - started).toBeLessThan(5_000);
        expect(outcome).toMatchObject({ outcome: 'locked', blockers: [blocker] });
        expect(await database.blockers(server, name, request.oid)).toMatchObject([blocker]);
        // looking must not hang on the locked table either
        expect(await tableOf('locked')).toMatchObject({ deadRows: 100 });
      } finally {
        await release();
      }
      expect(await database.blockers(server, name, request.oid)).toEqual([]);
      expect(await database.vacuum(server, request, never)).toMatchObject({ outcome: 'done', removed: 100 });
    }, 20_000);

    test('a queue for a table is told to its head: who waits in front of us, and for whom', async () => {
      await subject.makeTable('queued', { live: 10, dead: 100 });
      const request = await requestFor('queued');
      const release = await subject.queueOn('queued');
      try {
        const queue = await database.blockers(server, name, request.oid);
        const head = queue.at(-1);
        if (head?.kind !== 'session') throw new Error('there is nobody at the head of the queue');
        const [reader, waiter] = [
          {
            application: 'reporting',
            user: 'bi',
            command: 'SELECT',
            lock: 'ACCESS SHARE',
            granted: true,
            waitsFor: [],
          },
          { application: 'migration', user: 'app', command: 'ALTER', lock: 'ACCESS EXCLUSIVE', granted: false },
        ].map((each) => ({ kind: 'session', state: 'active', pid: expect.any(Number), ...each }));
        const expected = [{ ...waiter, waitsFor: [head.pid] }, reader];
        expect(queue).toMatchObject(expected);
        expect(head.transactionMs).toBeGreaterThan(0);
        expect(await database.vacuum(server, request, never)).toMatchObject({ outcome: 'locked', blockers: expected });
        expect(JSON.stringify(queue)).not.toContain('hidden-in-the-query');
      } finally {
        await release();
      }
      expect(await database.blockers(server, name, request.oid)).toEqual([]);
      expect(await database.vacuum(server, request, never)).toMatchObject({ outcome: 'done', removed: 100 });
    }, 20_000);

    test('prepared transactions and slots hold the horizon as well, though no session does', async () => {
      await subject.makeTable('written', { live: 10, dead: 0 });
      // in this order: making a slot waits for transactions that are open
      const drop = await subject.makeSlot('forgotten');
      const unprepare = await subject.prepareTransaction('order 66', 'written');
      try {
        expect(await database.horizon(server)).toEqual(
          expect.arrayContaining([
            expect.objectContaining({ kind: 'prepared-transaction', id: 'order 66', owner: 'app', database: name }),
            expect.objectContaining({
              kind: 'replication-slot',
              name: 'forgotten',
              active: false,
              holds: 'catalogues',
            }),
          ]),
        );
      } finally {
        await unprepare();
        await drop();
      }
      expect(await database.horizon(server)).toEqual([]);
    });

    test('a table that is gone, or that another has taken the place of, is left alone', async () => {
      await subject.makeTable('short_lived', { live: 1, dead: 1 });
      const request = await requestFor('short_lived');
      await subject.dropTable('short_lived');
      expect(await database.vacuum(server, request, never)).toEqual({ outcome: 'gone' });
      await subject.makeTable('short_lived', { live: 1, dead: 1 });
      expect(await database.vacuum(server, request, never)).toEqual({ outcome: 'gone' });
    });

    test('a cancelled run does not vacuum', async () => {
      await subject.makeTable('cancelled', { live: 1, dead: 100 });
      const request = await requestFor('cancelled', { lockTimeoutMs: 15_000 });
      const release = await subject.lockTable('cancelled');
      const abort = new AbortController();
      const code = codeOf(database.vacuum(server, request, abort.signal));
      abort.abort();
      try {
        expect(await code).toBe('cancelled');
      } finally {
        await release();
      }
      expect((await tableOf('cancelled')).lastVacuum).toBeUndefined();
    }, 20_000);

    test('a test write is accepted, flushed, and leaves nothing', async () => {
      const before = (await database.tables(server, name)).tables.length;
      expect(await database.testWrite(server, name)).toMatchObject({ accepted: true, flushed: true });
      expect((await database.tables(server, name)).tables).toHaveLength(before);
      expect(await database.horizon(server)).toEqual([]);
    });

    test('connections, replication and disk', async () => {
      const { used, max, reserved } = await database.connections(server);
      expect(used).toBeGreaterThan(0);
      expect(used).toBeLessThanOrEqual(max);
      expect(reserved).toBeLessThan(max);
      const clients = await database.clients(server);
      expect(clients.map(({ address }) => address)).toEqual(['127.0.0.1']);
      expect(clients[0]?.sessions).toBeLessThanOrEqual(used);
      expect(await database.replication(server)).toMatchObject({ role: 'primary', standbys: expect.any(Array) });
      expect((await database.disk(server)).usedBytes).toBeGreaterThan(1_000_000);
    });

    tuningContract(() => subject);

    test('which database cluster it is, always the same', async () => {
      const identifier = await database.systemIdentifier(server);
      expect(identifier).toMatch(/^[1-9]\d{15,}$/);
      expect(await database.systemIdentifier(server)).toBe(identifier);
    });

    test('ends the sessions of a dead run and no others', async () => {
      await subject.leaveSession('run 41');
      await subject.leaveSession('run 42');
      expect(await database.endDeadRun(server, 'run 41')).toBe(1);
      expect(await database.endDeadRun(server, 'run 41')).toBe(0);
      expect(await database.endDeadRun(server, 'run 42')).toBe(1);
    });

    test.each([
      ['an unknown server', () => database.instance('pod/none'), 'not-found'],
      ['a server that does not answer', () => database.instance(subject.unreachable), 'unreachable'],
      ['a database that does not exist', () => database.tables(server, 'none'), 'not-found'],
      ['a wrong password', () => subject.stranger.instance(server), 'unauthorized'],
    ] as const)('%s is a PortError', async (_title, ask, code) => {
      expect(await codeOf(ask() as Promise<unknown>)).toBe(code);
    });
  });
}
