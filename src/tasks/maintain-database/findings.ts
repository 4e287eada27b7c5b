import type { Finding } from '../../domain/finding/finding.ts';
import { isPasteable, quoteIdentifier } from '../../observation/database/wording.ts';
import type { ObservedDatabase, Seen } from './observe.ts';

/** Servers that did not answer, and more than one that takes writes. */
export function serverFindings({ servers, primary }: Seen): readonly Finding[] {
  const silent = servers.servers.flatMap((observed): Finding[] =>
    'instance' in observed
      ? []
      : [
          {
            code: 'server-not-reached',
            // with the primary at hand nothing is missing here; whether its standbys are well is check-health's business
            severity: primary ? 'info' : 'unknown',
            subject: observed.server,
            title: 'the database server could not be asked',
            evidence: observed.cause,
            next: observed.next ?? `look at ${observed.server}`,
          },
        ],
  );
  if (servers.primaries.length < 2) return silent;
  return [
    ...silent,
    {
      code: 'several-primaries',
      severity: 'fail',
      subject: 'database',
      title: 'more than one server takes writes',
      evidence: `${servers.primaries.map((instance) => instance.server).join(', ')} are all primaries`,
      next: 'find out which one the applications write to, and fence the others, before anything else',
    },
  ];
}

/** Only standbys were reached. */
export function standbyFindings({ servers }: Seen): readonly Finding[] {
  if (servers.primaries.length > 0) return [];
  return servers.standbys.map((standby) => ({
    code: 'no-primary',
    severity: 'warn',
    subject: standby.server,
    title: 'only a standby was reached, and a standby cannot be vacuumed',
    evidence: standby.primary
      ? `${standby.server} is a standby of ${standby.primary}`
      : `${standby.server} is a standby and receives from nobody now`,
    next: standby.primary
      ? `point \`platform.database\` in .github/maintenance.yml to the primary, ${standby.primary}`
      : 'bring the primary back, or promote a standby; then run this again',
  }));
}

/** Databases whose tables could not be looked at. */
export function databaseFindings(databases: readonly ObservedDatabase[], user: string): readonly Finding[] {
  return databases.flatMap(({ entry, trouble }) => {
    const subject = `database ${entry.name}`;
    const title = 'its tables could not be looked at';
    if (trouble !== undefined) {
      const next = trouble.next ?? `look at database ${entry.name}`;
      return [{ code: 'tables-not-seen', severity: 'unknown' as const, subject, title, evidence: trouble.cause, next }];
    }
    if (entry.mayConnect || !entry.allowsConnections) return [];
    const next = isPasteable(entry.name)
      ? `\`grant connect on database ${quoteIdentifier(entry.name)} to ${quoteIdentifier(user)};\``
      : `grant role ${user} CONNECT on it`;
    const evidence = `role ${user} may not connect (wraparound was looked at)`;
    return [{ code: 'tables-not-seen', severity: 'unknown' as const, subject, title, evidence, next }];
  });
}
