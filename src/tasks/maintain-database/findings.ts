import type { Finding } from '../../domain/finding/finding.ts';
import { counted } from '../../domain/quantities.ts';
import { isPasteable, quoteIdentifier } from '../../observation/database/wording.ts';
import type { Instance, TableEntry } from '../../ports/database.ts';
import type { Need } from './need.ts';
import type { ObservedDatabase, ObservedPrimary, Seen } from './observe.ts';

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

/** Tables that need work which our role may not do: one finding for each owner in each database, with the grant. */
export function permissionFindings(
  needs: readonly Need[],
  { databases, instance }: ObservedPrimary,
): readonly Finding[] {
  const groups = Map.groupBy(
    needs.filter((need) => !need.table.mayMaintain),
    (need) => JSON.stringify([need.database, need.table.owner]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { database, table } = first;
    const tables = databases.find(({ entry }) => entry.name === database)?.survey?.tables ?? [];
    const none = !tables.some((other) => other.mayMaintain);
    const names = group.slice(0, 5).map((need) => `${need.table.schema}.${need.table.name}`);
    const more = group.length > names.length ? ` and ${group.length - names.length} more` : '';
    return [
      {
        code: 'not-permitted',
        severity: none ? ('fail' as const) : ('warn' as const),
        subject: `tables of role ${table.owner} in database ${database}`,
        title: none
          ? 'our role may not vacuum any table of the database'
          : 'some tables may not be vacuumed by our role',
        evidence: `${counted(group.length, 'table')} in need, owned by ${table.owner}: ${names.join(', ')}${more}`,
        next: grantFor(table, instance),
      },
    ];
  });
}

/** From version 17 on MAINTAIN is enough; before, only the owner's rights are. Never a superuser's. */
function grantFor({ owner, ownedBySuperuser }: TableEntry, instance: Instance): string {
  const user = quoteIdentifier(instance.user);
  if (instance.majorVersion >= 17) return `\`grant pg_maintain to ${user};\` (or MAINTAIN on these tables alone)`;
  if (ownedBySuperuser) {
    return `give the tables an owner that is no superuser (\`alter table … owner to …;\`), and make ${instance.user} a member of that role; never of ${owner}`;
  }
  return isPasteable(owner)
    ? `\`grant ${quoteIdentifier(owner)} to ${user};\``
    : `make role ${instance.user} a member of the role that owns them`;
}
