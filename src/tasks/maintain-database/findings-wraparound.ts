import type { Finding } from '../../domain/finding/finding.ts';
import { formatCount, formatShare } from '../../domain/quantities.ts';
import { isPasteable, quoteIdentifier } from '../../observation/database/wording.ts';
import type { Inputs } from './inputs.ts';
import type { ObservedDatabase } from './observe.ts';

/** Transaction numbers are compared within half of 2^32 (PostgreSQL, routine vacuuming); writes stop a little before. */
export const transactionNumbers = 2 ** 31;

/** Share of its transaction numbers (or multixacts, if that is more) that a database has used up. */
export function usedShare(entry: { readonly transactionAge: number; readonly multixactAge: number }): number {
  return Math.max(entry.transactionAge, entry.multixactAge) / transactionNumbers;
}

/** Every database, also those that nobody can log in to: one that reaches the end stops writes in all of them. */
export function wraparoundFindings(databases: readonly ObservedDatabase[], inputs: Inputs): readonly Finding[] {
  const warn = inputs['wraparound-warn'];
  return databases.flatMap((database) => {
    const share = usedShare(database.entry);
    const severity = share >= inputs['wraparound-fail'] ? 'fail' : share >= warn ? 'warn' : undefined;
    if (severity === undefined) return [];
    return [
      {
        code: 'wraparound-near',
        severity,
        subject: `database ${database.entry.name}`,
        title: 'the database is running out of transaction numbers; at the end it takes no more writes',
        evidence: evidenceOf(database, share, inputs),
        next: nextOf(database),
      },
    ];
  });
}

function evidenceOf({ entry, survey }: ObservedDatabase, share: number, inputs: Inputs): string {
  const multixacts = entry.multixactAge > entry.transactionAge;
  const age = formatCount(multixacts ? entry.multixactAge : entry.transactionAge);
  const bounds = `warns from ${formatShare(inputs['wraparound-warn'])}, fails from ${formatShare(inputs['wraparound-fail'])}`;
  const oldest = survey?.oldest ? `; oldest rows in ${kindOf(survey.oldest.what)} ${survey.oldest.name}` : '';
  return `${formatShare(share)} used: ${age} ${multixacts ? 'multixacts' : 'transactions'} since its oldest row (${bounds})${oldest}`;
}

const kindOf = (what: 'table' | 'catalog' | 'temporary'): string =>
  what === 'temporary' ? 'the temporary table' : what === 'catalog' ? 'the system catalogue' : 'table';

function nextOf({ entry, survey }: ObservedDatabase): string {
  if (!entry.allowsConnections) {
    return 'nobody can log in to it, only autovacuum freezes it: look at whether autovacuum runs and at what it waits for';
  }
  if (survey?.oldest?.what === 'temporary') {
    return 'end the session that owns the temporary table; nobody else can vacuum it';
  }
  const command = isPasteable(entry.name)
    ? `\`vacuum (freeze, verbose)\` in database ${quoteIdentifier(entry.name)}`
    : '`vacuum (freeze, verbose)` in it';
  return `end what holds the horizon first, then ${command} as its owner or a superuser`;
}
