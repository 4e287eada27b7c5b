import type { Finding } from '../../domain/finding/finding.ts';
import { counted, formatBytes, formatSpan } from '../../domain/quantities.ts';
import type { Sightings } from '../../domain/state/sightings.ts';
import type { SeenTuning, TunedDatabase } from '../../observation/database/tuning.ts';
import type { IndexEntry } from '../../ports/database.ts';
import type { Inputs } from './inputs.ts';

/** The kind of sightings under which the state keeps since when an index has been unused. */
export const unusedIndex = 'unused-index';

type Primary = NonNullable<SeenTuning['primary']>;

const mebibyte = 2 ** 20;
const mostReasons = 3;

/** Indexes that nobody needs for a rule, and that no query has used since counting began. */
const candidates = ({ survey }: TunedDatabase, inputs: Inputs): readonly IndexEntry[] =>
  survey.indexes.filter(
    ({ scans, holdsRule, valid, bytes }) =>
      scans === 0 && !holdsRule && valid && bytes >= inputs['least-size'] * mebibyte,
  );

/** Numbers of objects are unique in a database alone, and databases in a cluster of servers. */
const keyOf = ({ systemIdentifier = '' }: Primary, { name }: TunedDatabase, { oid }: IndexEntry): string =>
  `${systemIdentifier}/${name}/${oid}`;

/** The indexes that are unused now, for the state; none where a part was not read: that would begin their time anew. */
export function unusedSightings(primary: Primary, inputs: Inputs): Sightings | undefined {
  if (primary.unread.length > 0) return undefined;
  const keys = primary.databases.flatMap((database) =>
    candidates(database, inputs).map((index) => keyOf(primary, database, index)),
  );
  return { of: unusedIndex, keys };
}

/**
 * Indexes that no server has used for so long, by the shortest span for which any of them counts, and seen unused by us for
 * as long: nobody else knows how old an index is. None where a server was not read, since it may need them.
 */
export function unusedFindings(
  primary: Primary,
  inputs: Inputs,
  now: number,
  since: ReadonlyMap<string, number>,
): readonly Finding[] {
  const { databases, unread } = primary;
  const found = databases.flatMap((database) => candidates(database, inputs).map((index) => ({ database, index })));
  if (found.length > 0 && unread.length > 0) return [notJudged(found.length, unread)];
  return found.flatMap(({ database, index }): readonly Finding[] => {
    const countedSince = database.survey.countedSince ?? now;
    const seenSince = since.get(keyOf(primary, database, index)) ?? now;
    const unusedMs = now - Math.max(countedSince, seenSince);
    return unusedMs < inputs['unused-after']
      ? []
      : [unused(primary, database, index, now - countedSince, now - seenSince)];
  });
}

const unused = (
  { servers }: Primary,
  { name }: TunedDatabase,
  index: IndexEntry,
  countedMs: number,
  seenMs: number,
): Finding => ({
  code: 'unused-index',
  severity: 'info',
  subject: `index ${index.schema}.${index.name} in ${name}`,
  title: 'no query uses the index, on no server',
  evidence: `${formatBytes(index.bytes)}, of table ${index.table}; use is counted for ${formatSpan(countedMs)} on ${counted(servers, 'server')}, seen unused for ${formatSpan(seenMs)}`,
  next: '`drop index concurrently`, once its owner knows no query of a quarter or a year that needs it',
});

const notJudged = (count: number, unread: readonly string[]): Finding => ({
  code: 'index-use-not-judged',
  severity: 'info',
  subject: 'database',
  title: `whether ${counted(count, 'index', 'indexes')} without use on the servers that answered are used elsewhere is not known`,
  evidence: `${unread.slice(0, mostReasons).join('; ')}${unread.length > mostReasons ? `; and ${unread.length - mostReasons} more` : ''}`,
  next: 'let every server be reached, and give our role pg_monitor on it; until then no index is called unused',
});
