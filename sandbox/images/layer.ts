/** The entries of an image's layer: its `files/` folder, what it includes from the checkout, and its users. */
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, posix, resolve, sep } from 'node:path';
import type { ImageVersion } from './format.ts';
import { compiled, compiledName, packageFolders } from './programs.ts';
import type { TarEntry } from './tar.ts';

/** Where the content of a layer comes from. */
export interface LayerSources {
  /** The folder that holds `image.json`. */
  readonly folder: string;
  /** `include` paths are relative to it, and must stay in it. */
  readonly checkout: string;
}

const NOBODY = 65534;

/** The layer's entries by path. A later source replaces an earlier one: `files/`, `include`, `files` of the description. */
export function layerEntries(version: ImageVersion, sources: LayerSources): TarEntry[] {
  const entries = new Map<string, TarEntry>();
  const files = join(sources.folder, 'files');
  if (exists(files)) addTree(entries, files, '');
  for (const [target, source] of Object.entries(version.include)) {
    addTree(entries, checkedSource(version, sources, source), inside(target));
  }
  for (const [target, source] of Object.entries(version.programs)) {
    addTree(entries, checkedSource(version, sources, source), inside(target), compiledFile);
  }
  for (const [name, folder] of packageFolders(sources.checkout, version.packages)) {
    addTree(entries, folder, `app/node_modules/${name}`);
  }
  for (const [path, text] of Object.entries(version.files)) addFile(entries, inside(path), Buffer.from(text), 0o644);
  addUsers(entries, version);
  addFolders(entries, version);
  addParents(entries);
  return [...entries.values()];
}

/** The place in the checkout that an image takes content from. */
function checkedSource(version: ImageVersion, sources: LayerSources, source: string): string {
  const from = resolve(sources.checkout, source);
  if (!from.startsWith(sources.checkout + sep)) {
    throw new Error(`The image ${version.name} includes ${source}, which is not in the checkout.`);
  }
  if (!exists(from)) throw new Error(`The image ${version.name} includes ${source}, which does not exist.`);
  return from;
}

/** The user and group ids that a name of the image stands for. */
export function userId(version: ImageVersion, name: string): number {
  if (/^\d+$/.test(name)) return Number(name);
  if (name === 'root') return 0;
  if (name === 'nobody') return NOBODY;
  const id = version.users[name];
  if (id === undefined) {
    throw new Error(`The image ${version.name}:${version.tag} names the user ${name}. Add it to "users" with its id.`);
  }
  return id;
}

function inside(path: string): string {
  return posix.normalize(path).replace(/^\/+|\/+$/g, '');
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function addFile(entries: Map<string, TarEntry>, path: string, content: Buffer, mode: number): void {
  entries.set(path, { path, kind: 'file', mode, uid: 0, gid: 0, content });
}

/** What a file of the checkout becomes in the layer. */
type Transform = (path: string, content: Buffer) => { readonly path: string; readonly content: Buffer };

const asItIs: Transform = (path, content) => ({ path, content });

function compiledFile(path: string, content: Buffer): { path: string; content: Buffer } {
  if (!path.endsWith('.ts')) return { path, content };
  return { path: compiledName(path), content: Buffer.from(compiled(content.toString('utf8'))) };
}

function addTree(entries: Map<string, TarEntry>, from: string, path: string, transform: Transform = asItIs): void {
  const about = lstatSync(from);
  if (about.isSymbolicLink()) {
    entries.set(path, { path, kind: 'link', mode: 0o777, uid: 0, gid: 0, target: readlinkSync(from) });
  } else if (about.isDirectory()) {
    if (path) entries.set(path, { path, kind: 'folder', mode: 0o755, uid: 0, gid: 0 });
    for (const name of readdirSync(from))
      addTree(entries, join(from, name), path ? `${path}/${name}` : name, transform);
  } else if (about.isFile()) {
    const made = transform(path, readFileSync(from));
    // The checkout's umask must not change the image: only the executable bit counts.
    addFile(entries, made.path, made.content, about.mode & 0o100 ? 0o755 : 0o644);
  } else {
    throw new Error(`${from} is neither a file, a folder nor a link.`);
  }
}

function addUsers(entries: Map<string, TarEntry>, version: ImageVersion): void {
  if (entries.has('etc/passwd')) return;
  const users = Object.entries(version.users);
  const passwd = [
    'root:x:0:0:root:/root:/bin/sh',
    ...users.map(([name, id]) => `${name}:x:${id}:${id}:${name}:/:/bin/sh`),
    `nobody:x:${NOBODY}:${NOBODY}:nobody:/:/bin/false`,
  ];
  const group = ['root:x:0:', ...users.map(([name, id]) => `${name}:x:${id}:`), `nogroup:x:${NOBODY}:`];
  addFile(entries, 'etc/passwd', Buffer.from(`${passwd.join('\n')}\n`), 0o644);
  addFile(entries, 'etc/group', Buffer.from(`${group.join('\n')}\n`), 0o644);
}

function addFolders(entries: Map<string, TarEntry>, version: ImageVersion): void {
  for (const [path, { owner = 'root', mode }] of Object.entries(version.folders)) {
    const id = userId(version, owner);
    const known = entries.get(inside(path));
    const base: TarEntry = known ?? { path: inside(path), kind: 'folder', mode: 0o755, uid: 0, gid: 0 };
    entries.set(base.path, { ...base, uid: id, gid: id, mode: mode ? Number.parseInt(mode, 8) : base.mode });
  }
}

function addParents(entries: Map<string, TarEntry>): void {
  for (const path of [...entries.keys()]) {
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
      const parent = path.slice(0, at);
      if (!entries.has(parent)) entries.set(parent, { path: parent, kind: 'folder', mode: 0o755, uid: 0, gid: 0 });
    }
  }
}
