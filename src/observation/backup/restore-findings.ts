import type { RestoreDrillParameters } from '../../domain/backup/step-parameters.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import { counted, formatCount } from '../../domain/quantities.ts';
import type { Expected, Restoration } from '../../ports/drill.ts';

type Said = Omit<Finding, 'subject'>;

/** What restoring a whole dump has shown to be wrong; `rolesAreKept`: whether another object of the backup holds the roles. */
export function restoreFindings(
  subject: string,
  restoration: Restoration,
  parameters: RestoreDrillParameters,
  rolesAreKept: boolean,
): readonly Finding[] {
  const said = [
    ...extensions(restoration),
    ...refusedStatements(restoration),
    ...content(restoration, parameters),
    ...storage(restoration),
    ...(rolesAreKept ? [] : roles(restoration)),
    ...links(restoration),
    ...leftOut(restoration),
  ];
  return said.map((finding) => ({ ...finding, subject }));
}

function extensions({ missingExtensions, server }: Restoration): readonly Said[] {
  if (missingExtensions.length === 0) return [];
  const [first] = missingExtensions;
  const listed = missingExtensions.every(({ why }) => why === 'not-installed');
  const names = missingExtensions.map(({ name, why }) => `${name.slice(0, 63)} (${why.replace('-', ' ')})`).join(', ');
  return [
    {
      code: 'extension-missing',
      severity: 'unknown',
      title: 'the dump needs extensions that the throw-away server does not have',
      evidence: `${names}; PostgreSQL ${server}`,
      next: listed
        ? `install the package with ${first?.name.slice(0, 63)} for PostgreSQL ${server.split('.')[0]} on the runner in an earlier step of the job`
        : 'name them in the input `extensions` if they belong into this database, and install them on the runner',
    },
  ];
}

/** SQLSTATE classes that say what is missing here, not what is wrong in the dump (manual, "PostgreSQL Error Codes"). */
const missingHere = (code: string): boolean => ['58P01', '0A000', '42704'].includes(code);

function refusedStatements({ refused, refusedCount, missingExtensions, tables }: Restoration): readonly Said[] {
  if (refusedCount === 0) return [];
  const unsure = missingExtensions.length > 0 || refused.every(({ code }) => missingHere(code));
  const some = refused.slice(0, 3).map(({ statement, code }) => `\`${statement}\` (SQLSTATE ${code})`);
  return [
    {
      code: 'not-restored',
      severity: unsure ? 'unknown' : 'fail',
      title: unsure ? 'part of the dump could not be restored here' : 'part of the dump cannot be restored',
      evidence: `${counted(refusedCount, 'statement')} refused beside ${counted(tables, 'table')} that are there: ${some.join('; ')}`,
      next: 'restore it by hand into an empty database of the same version, and look at what is refused',
    },
  ];
}

function content({ tables, rows, expected }: Restoration, { expectations }: RestoreDrillParameters): readonly Said[] {
  if (tables === 0) {
    return [
      {
        code: 'nothing-restored',
        severity: 'fail',
        title: 'the dump restores to a database without tables',
        evidence: '0 tables, 0 rows',
        next: 'look at which database the backup job dumps',
      },
    ];
  }
  const unmet = expected.flatMap((each) => unmetExpectation(each) ?? []);
  if (expectations.length > 0 || rows > 0) return unmet;
  return [
    {
      code: 'rows-missing',
      severity: 'warn',
      title: 'the dump restores to tables without rows',
      evidence: `${counted(tables, 'table')}, 0 rows`,
      next: 'look at whether the backup job dumps the schema only; name tables under `platform.backups.content`',
    },
  ];
}

function unmetExpectation({ table, atLeast, rows, rowFound }: Expected): Said | undefined {
  const next = `look at ${table} on the platform, and at what the backup job leaves out`;
  if (rows === undefined) {
    const evidence = `${table} is configured under \`platform.backups.content\`, and is not in the restored database`;
    return { code: 'table-missing', severity: 'fail', title: 'a table is not in the backup', evidence, next };
  }
  if (rows < atLeast) {
    const evidence = `${table} has ${formatCount(rows)} rows (at least ${formatCount(atLeast)} expected)`;
    return {
      code: 'rows-missing',
      severity: 'fail',
      title: 'a table has fewer rows than it must have',
      evidence,
      next,
    };
  }
  if (rowFound !== false) return undefined;
  const evidence = `the row that is configured for ${table} is not among its ${formatCount(rows)}`;
  return { code: 'row-not-found', severity: 'fail', title: 'a row that must be there is not', evidence, next };
}

function storage({ amcheck }: Restoration): readonly Said[] {
  if (amcheck === undefined || amcheck.outcome === 'clean') return [];
  const corrupt = amcheck.outcome === 'corrupt';
  return [
    {
      code: corrupt ? 'storage-damaged' : 'storage-not-checked',
      severity: corrupt ? 'fail' : 'unknown',
      title: corrupt ? 'what was restored is damaged' : 'what was restored could not be checked',
      evidence: amcheck.says,
      next: corrupt
        ? 'run the task on another machine: it is the memory or disk of the runner, or a defect of PostgreSQL'
        : 'install the package that holds amcheck (postgresql-contrib) on the runner',
    },
  ];
}

/** Bootstrap superusers of the usual clusters are there before any backup is restored. */
const alwaysThere = new Set(['postgres', 'rds_superuser', 'cloudsqlsuperuser', 'azure_superuser']);

/** The roles of a dump that a new cluster does not have of itself. */
export function rolesNeeded({ inventory }: Restoration): readonly string[] {
  return inventory.roles.filter((role) => !alwaysThere.has(role) && !role.startsWith('pg_'));
}

function roles(restoration: Restoration): readonly Said[] {
  const needed = rolesNeeded(restoration);
  if (needed.length === 0) return [];
  const names = needed.slice(0, 8).map((role) => role.slice(0, 63));
  return [
    {
      code: 'roles-not-kept',
      severity: 'warn',
      title: 'the roles that own the data are in no backup',
      evidence: `${counted(needed.length, 'role')}: ${names.join(', ')}; pg_dump keeps none`,
      next: 'let the backup job store `pg_dumpall --globals-only --no-role-passwords` beside the dump, as `globals.sql.gz`',
    },
  ];
}

function links({ inventory }: Restoration): readonly Said[] {
  if (inventory.links === 0) return [];
  return [
    {
      code: 'link-in-dump',
      severity: 'warn',
      title: 'the dump connects to other servers when it is restored',
      evidence: `${counted(inventory.links, 'foreign server, foreign table, user mapping or subscription', 'foreign servers, foreign tables, user mappings or subscriptions')}; none was reached here`,
      next: 'know what they lead to before it is restored for real: a subscription begins to replicate at once',
    },
  ];
}

function leftOut({ leftOut: count }: Restoration): readonly Said[] {
  if (count === 0) return [];
  return [
    {
      code: 'statements-left-out',
      severity: 'info',
      title: 'some statements were left out, since only a superuser may run them',
      evidence: `${counted(count, 'statement')} (event triggers, languages, subscriptions, user mappings)`,
      next: 'nothing, if they are known',
    },
  ];
}
