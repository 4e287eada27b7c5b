/** What an image's `binds` mean on this machine: files and folders that the pod sees read-only, and nothing else. */
import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDirectory } from '../toolchain/cache.ts';
import { libraryClosure } from './closure.ts';
import { type BindGroup, bindGroup } from './groups.ts';

/** A path of the machine (without symbolic links) at a path of the pod. */
export interface ResolvedBind {
  readonly source: string;
  readonly target: string;
}

/** Binds, and the links (`/lib` → `usr/lib`) that make their paths meet. */
export interface ResolvedBinds {
  readonly binds: readonly ResolvedBind[];
  readonly links: readonly { readonly path: string; readonly target: string }[];
}

const MERGED = ['bin', 'sbin', 'lib', 'lib32', 'lib64', 'libx32'];
const known = new Map<string, Promise<ResolvedBinds>>();

/** Resolves groups and paths; remembered for the life of the process. Throws with what is missing and what to install. */
export function resolveBinds(names: readonly string[]): Promise<ResolvedBinds> {
  const key = [...names].sort().join('\n');
  let resolved = known.get(key);
  if (!resolved) {
    resolved = resolve(names);
    known.set(key, resolved);
    resolved.catch(() => known.delete(key));
  }
  return resolved;
}

async function resolve(names: readonly string[]): Promise<ResolvedBinds> {
  if (names.length === 0) return { binds: [], links: [] };
  const links = mergedFolders();
  const targets = new Map<string, string>();
  const elf: string[] = [];
  const add = (target: string, source: string): void => {
    targets.set(throughMerged(target, links), realpathSync(source));
  };
  const groups = ['@libc', ...names].filter((name, at, all) => all.indexOf(name) === at);
  for (const name of groups) {
    const group = name.startsWith('@') ? bindGroup(name) : pathAsGroup(name);
    for (const [target, source] of group.programs) add(target, source);
    for (const path of [...group.folders, ...group.files, ...group.plugins]) add(path, path);
    elf.push(...group.programs.values(), ...group.plugins);
  }
  for (const library of await libraryClosure([...new Set(elf)], closureCache())) add(library, library);
  return { binds: withoutCovered(targets), links };
}

const closureCache = (): string => join(cacheDirectory(), 'library-closures');

function pathAsGroup(path: string): BindGroup {
  const about = statSync(path, { throwIfNoEntry: false });
  if (!about) throw new Error(`The image binds ${path}, which this machine does not have.`);
  const program = about.isFile() && (about.mode & 0o111) !== 0;
  return {
    programs: new Map(program ? [[path, realpathSync(path)]] : []),
    folders: about.isDirectory() ? [path] : [],
    files: about.isFile() && !program ? [path] : [],
    plugins: [],
  };
}

/** The machine's top folders that are links into /usr, which a pod must have too. */
function mergedFolders(): { path: string; target: string }[] {
  return MERGED.map((name) => `/${name}`)
    .filter((path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink())
    .map((path) => ({ path, target: readlinkSync(path).replace(/^\//, '') }));
}

function throughMerged(path: string, links: readonly { path: string; target: string }[]): string {
  const link = links.find((item) => path.startsWith(`${item.path}/`));
  return link ? `/${link.target}${path.slice(link.path.length)}` : path;
}

/** Folders first, and no file that one of them shows already: mounting below a read-only bind is not possible. */
function withoutCovered(targets: ReadonlyMap<string, string>): ResolvedBind[] {
  const all = [...targets].map(([target, source]) => ({ target, source }));
  const folders = all.filter((bind) => statSync(bind.source).isDirectory());
  const covered = (bind: ResolvedBind): boolean =>
    folders.some((folder) => folder !== bind && bind.target.startsWith(`${folder.target}/`));
  return all.filter((bind) => !covered(bind)).sort((a, b) => (a.target < b.target ? -1 : 1));
}
