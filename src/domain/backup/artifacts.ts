import type { BackupSet, ListedObject } from './backup-set.ts';
import { isBeside } from './beside.ts';
import { isManifest } from './manifest.ts';

/**
 * A dump among the objects of a database backup: one object, or the files of a directory format. Whether it is a
 * database or roles alone, its content says and no name.
 */
export interface Artifact {
  /** What it is called, the same every day: `database-backup.sql.gz`, `dump/` for a folder. */
  readonly name: string;
  readonly objects: readonly ListedObject[];
}

/** The dumps of a set, in the order of their names. */
export function artifactsOf(set: BackupSet): readonly Artifact[] {
  const folders = set.objects.filter(({ key }) => baseName(key) === 'toc.dat').map(({ key }) => folderOf(key));
  const inFolders = folders.map(
    (folder): Artifact => ({
      name: `${nameIn(set, folder)}` || '/',
      objects: set.objects.filter(({ key }) => folderOf(key) === folder && !isManifest(key)),
    }),
  );
  const single = set.objects
    .filter(({ key }) => !folders.includes(folderOf(key)) && !isBeside(key))
    .map((object): Artifact => ({ name: nameIn(set, object.key), objects: [object] }));
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
