import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { versionOf } from '../../domain/backup/dump/head.ts';
import { insecurity, type PostgresVersion, versionText } from '../../domain/backup/postgres-releases.ts';
import { PortError } from '../../ports/port-error.ts';

const execute = promisify(execFile);

/** PostgreSQL's programs of one version. */
export interface Installation {
  /** The folder with `postgres`, `initdb`, `pg_restore` and `pg_amcheck`. */
  readonly programs: string;
  readonly version: PostgresVersion;
}

/** Folders whose subfolders are versions: Debian's and the PostgreSQL project's own packages. */
const parents = ['/usr/lib/postgresql', '/usr/local/pgsql', '/opt/postgresql'];

/** Every installed version, oldest first. */
export async function installations(): Promise<readonly Installation[]> {
  const folders = [
    ...parents.flatMap((parent) => namesIn(parent).map((name) => join(parent, name, 'bin'))),
    ...namesIn('/usr').flatMap((name) => (/^pgsql-\d+$/.test(name) ? [join('/usr', name, 'bin')] : [])),
    '/usr/local/pgsql/bin',
  ];
  const found = await Promise.all(folders.map(installationIn));
  const all = found.filter((installation) => installation !== undefined);
  return all.sort((a, b) => a.version.major - b.version.major || a.version.minor - b.version.minor);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

async function installationIn(programs: string): Promise<Installation | undefined> {
  try {
    const names = ['postgres', 'initdb', 'pg_restore'];
    const options = { timeout: 10_000, env: { LC_ALL: 'C' } };
    const said = await Promise.all(names.map((name) => execute(join(programs, name), ['--version'], options)));
    const versions = said.map(({ stdout }) => versionOf(stdout));
    const [version] = versions;
    const same = versions.every((each) => each?.major === version?.major && each?.minor === version?.minor);
    return version === undefined || !same ? undefined : { programs, version };
  } catch {
    return undefined;
  }
}

/**
 * The oldest installation that may restore a dump of this version of server and pg_dump: at least as new, and with every
 * security release. Rejects with `missing-tool` and the package to install.
 */
export async function installationFor(dump: PostgresVersion): Promise<Installation> {
  const all = await installations();
  const newEnough = all.filter(({ version }) => version.major >= dump.major);
  const fit = newEnough.find(({ version }) => insecurity(version) === undefined);
  if (fit !== undefined) return fit;
  const [first] = newEnough;
  const there = all.map(({ version }) => versionText(version)).join(', ');
  throw new PortError({
    code: 'missing-tool',
    subject: 'PostgreSQL on the runner',
    message:
      first === undefined
        ? `a dump of version ${versionText(dump)} needs PostgreSQL ${dump.major} or newer on the runner; ${there === '' ? 'none is installed' : `there is ${there}`}`
        : `PostgreSQL on the runner must not read a backup: ${insecurity(first.version)}`,
    next: `\`sudo apt-get install postgresql-${Math.max(dump.major, first?.version.major ?? 0)}\` in an earlier step of the job`,
  });
}
