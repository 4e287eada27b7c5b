import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import { counted, formatBytes } from '../../domain/quantities.ts';
import { observeServers } from '../../observation/database/primary.ts';
import { attempt } from '../../observation/trouble.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { DatabaseEntry } from '../../ports/database/survey.ts';
import { PortError } from '../../ports/port-error.ts';
import type { Read } from './seen.ts';
import { withStored } from './with-stored.ts';

const subject = 'databases';

/** What all databases of the primary take, and their largest tables. */
export async function readDatabases(context: TaskContext<'database' | 'history'>): Promise<Read> {
  const read = await attempt(subject, () => sizes(context));
  if ('trouble' in read) {
    const { message, next = `look at the database first: ${kubectl(context.platform.namespace)`get pods`}` } =
      read.trouble;
    return { series: [], missing: [{ code: 'data-storage', subject, why: message, next }] };
  }
  const { bytes, facts } = read.value;
  return withStored(context, { code: 'data-storage', subject, source: 'the database catalogue', value: bytes, facts });
}

async function sizes({ ports, platform }: TaskContext<'database'>): Promise<{ bytes: number; facts: string }> {
  const { database } = ports;
  const { primaries, servers } = await observeServers(database);
  const [primary] = primaries;
  if (primary === undefined) {
    const cause = servers.flatMap((server) => ('cause' in server ? [server.cause] : []))[0];
    const message = cause ?? 'no server takes writes, so nobody can say what the databases hold';
    throw new PortError({ code: 'not-found', subject, message });
  }
  const databases = await database.databases(primary.server);
  const known = databases.filter(({ bytes }) => bytes !== undefined);
  const bytes = known.reduce((sum, entry) => sum + (entry.bytes ?? 0), 0);
  if (known.length === 0 || known.length < databases.length) {
    const message = `the role ${primary.user} may not see the size of ${unseen(databases)}; ${formatBytes(bytes)} in ${counted(known.length, 'other database')} is not the whole`;
    const next = `grant pg_read_all_stats to ${primary.user}`;
    throw new PortError({ code: 'forbidden', subject, message, next });
  }
  const largest = await largestTables({ ports }, primary.server, platform.database.name);
  return { bytes, facts: `${counted(known.length, 'database')}${largest}` };
}

/** Databases that are named, at most. */
const mostNamed = 5;

function unseen(databases: readonly DatabaseEntry[]): string {
  const names = databases.filter(({ bytes }) => bytes === undefined).map(({ name }) => name);
  if (names.length === 0) return 'any database';
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  return `${names.slice(0, mostNamed).join(', ')}${more}`;
}

async function largestTables(
  { ports }: Pick<TaskContext<'database'>, 'ports'>,
  server: string,
  name: string,
): Promise<string> {
  const read = await attempt(`database ${name}`, () => ports.database.tables(server, name));
  if (!('value' in read)) return '';
  const tables = read.value.tables.toSorted((a, b) => b.bytes - a.bytes).slice(0, 3);
  const texts = tables.map((table) => `${table.schema}.${table.name} ${formatBytes(table.bytes)}`);
  return texts.length === 0 ? '' : `; largest tables of ${name}: ${texts.join(', ')}`;
}
