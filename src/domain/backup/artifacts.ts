import type { BackupSet, ListedObject } from './backup-set.ts';
import { isBeside } from './beside.ts';
import { isManifest } from './manifest.ts';

/** A dump among the objects of a database backup: one object, or the files of a directory format. */
export interface Artifact {
  /** What it is called, the same every day: `database-backup.sql.gz`, `dump/` for a folder. */
  readonly name: string;
  /** `globals`: roles alone, as pg_dumpall --globals-only writes them. */
  readonly kind: 'dump' | 'globals';
  readonly objects: readonly ListedObject[];
}

/** The dumps of a set, in the order of their names. */
export function artifactsOf(set: BackupSet): readonly Artifact[] {
  const folders = set.objects.filter(({ key }) => baseName(key) === 'toc.dat').map(({ key }) => folderOf(key));
  const inFolders = folders.map(
    (folder): Artifact => ({
      name: `${nameIn(set, folder)}` || '/',
      kind: 'dump',
      objects: set.objects.filter(({ key }) => folderOf(key) === folder && !isManifest(key)),
    }),
  );
  const single = set.objects
    .filter(({ key }) => !folders.includes(folderOf(key)) && !isBeside(key))
    .map((object): Artifact => {
      const name = nameIn(set, object.key);
      return { name, kind: /globals|roles/i.test(name) ? 'globals' : 'dump', objects: [object] };
    });
  return [...inFolders, ...single].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A key without what names the set. */
export function nameIn({ prefix }: BackupSet, key: string): string {
  return key.startsWith(prefix) ? key.slice(prefix.length).replace(/^[/.]/, '') : key;
}

/** The last part of a key. */
export function baseName(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

const folderOf = (key: string): string => key.slice(0, key.lastIndexOf('/') + 1);

/** Bytes of an artifact. */
export function sizeOf({ objects }: Artifact): number {
  return objects.reduce((sum, { bytes }) => sum + bytes, 0);
}
