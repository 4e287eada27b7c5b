/** The named groups of an image's `binds`: which of the machine's programs and folders each stands for. */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** What a group shows. */
export interface BindGroup {
  /** Programs with their libraries: path in the pod → path on the machine. */
  readonly programs: ReadonlyMap<string, string>;
  /** Folders, shown whole. */
  readonly folders: readonly string[];
  /** Files without libraries of their own. */
  readonly files: readonly string[];
  /** Files that are loaded at run time and whose libraries are needed too (extensions). */
  readonly plugins: readonly string[];
}

/** A machine that lacks what a group needs. The message says what to install. */
export class MissingProgramError extends Error {
  override readonly name = 'MissingProgramError';
}

const COREUTILS =
  `sh dash bash [ awk base64 basename cat chmod chown cmp cp cut date dd df dirname du echo env expr false find flock
  fold grep egrep gzip gunzip head hostname id kill ln logger ls md5sum mkdir mkfifo mktemp mv nice nl nohup od paste pgrep pkill
  printenv printf ps pwd readlink realpath rm rmdir sed seq sha256sum sleep sort split stat stdbuf sync tac tail tar tee test timeout
  touch tr true truncate tty uname uniq wc which xargs yes zcat`.split(/\s+/);
const NEEDED_COREUTILS = ['sh', 'cat', 'df', 'find', 'ls', 'rm', 'sleep', 'stat', 'tar', 'timeout'];
const LOCALE_FOLDERS = ['/usr/share/zoneinfo', '/usr/lib/locale/C.utf8', '/usr/lib/locale/C.UTF-8'];
const SEARCH = ['/usr/bin', '/bin', '/usr/sbin', '/sbin'];

const only = (...folders: string[]): string[] => folders.filter((folder) => existsSync(folder));

function find(name: string): string | undefined {
  return SEARCH.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function programs(
  names: readonly string[],
  needed: readonly string[],
  group: string,
  packages: string,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of names) {
    const path = find(name);
    if (path) found.set(path, realpathSync(path));
    else if (needed.includes(name)) {
      throw new MissingProgramError(`The bind group ${group} needs ${name}. Install the package ${packages}.`);
    }
  }
  return found;
}

function named(group: string, packages: string, names: readonly string[], folders: string[] = []): BindGroup {
  return {
    programs: programs(names, [names[0] ?? ''], group, packages),
    folders: only(...folders),
    files: [],
    plugins: [],
  };
}

function libc(): BindGroup {
  const multiarch = ['/lib', '/lib64', '/usr/lib'].flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((item) => item.isDirectory() && /-linux-gnu$/.test(item.name))
      .map((item) => join(folder, item.name)),
  );
  const modules = ['libnss_files.so.2', 'libnss_dns.so.2', 'libresolv.so.2'];
  const plugins = [...new Set(multiarch)].flatMap((folder) => only(...modules.map((name) => join(folder, name))));
  return { programs: new Map(), folders: only(...LOCALE_FOLDERS), files: [], plugins };
}

function postgresql(): BindGroup {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root)
    ? readdirSync(root).filter((name) => existsSync(join(root, name, 'bin/postgres')))
    : [];
  // The platform's data folders and history are of version 15; another server would refuse them.
  if (!versions.includes('15')) {
    const have = versions.length > 0 ? ` This machine has ${versions.join(', ')}.` : '';
    throw new MissingProgramError(
      `The bind group @postgresql needs PostgreSQL 15. Install the package postgresql-15.${have}`,
    );
  }
  const bin = join(root, '15/bin');
  const lib = join(root, '15/lib');
  return {
    programs: new Map(readdirSync(bin).map((name) => [join(bin, name), realpathSync(join(bin, name))])),
    folders: only(join(root, '15/lib'), '/usr/share/postgresql/15', ...LOCALE_FOLDERS),
    files: [],
    plugins: readdirSync(lib)
      .filter((name) => name.endsWith('.so'))
      .map((name) => join(lib, name)),
  };
}

const GROUPS: Readonly<Record<string, () => BindGroup>> = {
  '@libc': libc,
  '@coreutils': () => ({
    programs: programs(COREUTILS, NEEDED_COREUTILS, '@coreutils', 'coreutils, findutils, tar'),
    folders: [],
    files: [],
    plugins: [],
  }),
  '@node': () => ({
    programs: new Map([['/usr/local/bin/node', realpathSync(process.execPath)]]),
    folders: [],
    files: [],
    plugins: [],
  }),
  '@postgresql': postgresql,
  '@redis': () =>
    named('@redis', 'redis-server', [
      'redis-server',
      'redis-cli',
      'redis-check-rdb',
      'redis-check-aof',
      'redis-benchmark',
    ]),
  '@prometheus': () => named('@prometheus', 'prometheus', ['prometheus', 'promtool'], ['/usr/share/prometheus']),
  '@logrotate': () => named('@logrotate', 'logrotate', ['logrotate', 'gzip', 'sh']),
  '@openssl': () => named('@openssl', 'openssl', ['openssl']),
};

/** The group's content on this machine. Throws for an unknown name and, with what to install, for a missing program. */
export function bindGroup(name: string): BindGroup {
  const group = GROUPS[name];
  if (!group) throw new Error(`There is no bind group ${name}. There are: ${Object.keys(GROUPS).join(', ')}.`);
  return group();
}
