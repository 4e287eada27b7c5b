import type { Finding } from '../../../src/domain/finding/finding.ts';
import type { Instance, SessionEntry } from '../../../src/ports/database.ts';
import vacuumStep from '../../../src/steps/vacuum-table.ts';
import task from '../../../src/tasks/maintain-database/index.ts';
import {
  createFakeDatabase,
  type FakeServer,
  type FakeTable,
  fakeEntry,
  fakeServer,
  fakeTable,
} from '../../fakes/database/fake-database.ts';
import { run, testNow } from '../environment.ts';

/** The name of the one server. */
export const primaryName = 'pod/postgres-0';
/** Milliseconds. */
export const hour = 3_600_000;
/** Statistics were collected an hour ago. */
export const analyzed = { lastAnalyze: testNow - hour };
/** A table with a third of its rows dead. */
export const dusty = (oid: number, name: string, change: Partial<FakeTable> = {}) =>
  fakeTable(oid, name, { liveRows: 10_000, deadRows: 5_000, ...analyzed, ...change });

/** A primary with one database of these tables. */
export function primaryWith(tables: FakeTable[], change: Partial<Instance> = {}): FakeServer {
  const server = fakeServer(primaryName, change);
  server.databases.push(fakeEntry('phoenixrooivalk', { tables }));
  return server;
}

/** Carry the task out on these servers; `calls` are the changes that were asked for. */
export async function maintain(
  servers: Readonly<Record<string, FakeServer>> | FakeServer,
  options: { mode?: 'plan' | 'apply'; inputs?: Record<string, string>; closesInMs?: number } = {},
) {
  const all = 'instance' in servers ? { [primaryName]: servers as FakeServer } : servers;
  const database = createFakeDatabase(all, () => testNow);
  const outcome = await run(task, { ports: { database }, executors: { 'vacuum-table': vacuumStep }, ...options });
  return { ...outcome, calls: database.calls };
}

/** The codes of findings. */
export const codes = (findings: readonly Finding[]) => findings.map((finding) => finding.code);
/** The finding of that code; there must be one. */
export const find = (findings: readonly Finding[], code: string): Finding => {
  const found = findings.find((finding) => finding.code === code);
  if (found === undefined) throw new Error(`no finding ${code} among ${codes(findings)}`);
  return found;
};

/** Somebody else's session. */
export const session = (change: Partial<SessionEntry> = {}): SessionEntry => ({
  pid: 4711,
  application: 'reporting',
  user: 'bi',
  database: 'phoenixrooivalk',
  state: 'idle in transaction',
  command: 'SELECT',
  queryId: '-42',
  transactionMs: 7.2 * hour,
  startedAt: 0,
  ...change,
});
