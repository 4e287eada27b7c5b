import type { Finding } from '../../domain/finding/finding.ts';
import { counted } from '../../domain/quantities.ts';
import { isPasteable, quoteIdentifier } from '../../observation/database/wording.ts';
import type { Instance, TableEntry } from '../../ports/database.ts';
import type { Need } from './need.ts';
import type { ObservedPrimary } from './observe.ts';

/** What our role may not do: whole databases first, then the tables in need. */
export function rightsFindings(
  needs: readonly Need[],
  primary: ObservedPrimary,
  platformDatabase: string,
): readonly Finding[] {
  return [...withoutAnyRight(needs, primary, platformDatabase), ...notPermitted(needs, primary.instance)];
}

/** Databases of which our role may vacuum no table: the platform's own, and any other in which a table is in need. */
function withoutAnyRight(
  needs: readonly Need[],
  { databases, instance }: ObservedPrimary,
  platformDatabase: string,
): readonly Finding[] {
  return databases.flatMap(({ entry, survey }) => {
    const tables = survey?.tables ?? [];
    const [first] = tables;
    const matters = entry.name === platformDatabase || needs.some((need) => need.database === entry.name);
    if (first === undefined || !matters || tables.some((table) => table.mayMaintain)) return [];
    return [
      {
        code: 'no-rights',
        severity: 'fail' as const,
        subject: `database ${entry.name}`,
        title: 'our role may not vacuum any table of the database',
        evidence: `0 of ${counted(tables.length, 'table')} may be vacuumed by role ${instance.user}; ${first.schema}.${first.name} belongs to ${first.owner}`,
        next: grantFor(first, instance),
      },
    ];
  });
}

/** Tables in need that our role may not vacuum: one finding for each owner in each database, with the grant. */
function notPermitted(needs: readonly Need[], instance: Instance): readonly Finding[] {
  const groups = Map.groupBy(
    needs.filter((need) => !need.table.mayMaintain),
    (need) => JSON.stringify([need.database, need.table.owner]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { database, table } = first;
    const names = group.slice(0, 5).map((need) => `${need.table.schema}.${need.table.name}`);
    const more = group.length > names.length ? ` and ${group.length - names.length} more` : '';
    return [
      {
        code: 'not-permitted',
        severity: 'warn' as const,
        subject: `tables of role ${table.owner} in database ${database}`,
        title: 'tables in need may not be vacuumed by our role',
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
