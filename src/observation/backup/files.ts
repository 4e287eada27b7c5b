import type { PlannedObject } from '../../domain/backup/step-parameters.ts';
import type { BackupFile } from '../../ports/drill.ts';
import type { ObjectStore } from '../../ports/object-store.ts';

/** Planned objects as files to read, and the checksums that the store turns out to keep for them. */
export interface StoredFiles {
  readonly files: readonly BackupFile[];
  /** The stored SHA-256 of an object, by its name: of the plan, else of the store. */
  readonly expected: () => Readonly<Record<string, string>>;
}

/** Objects of the bucket as files that are opened when they are read. */
export function storedFiles(store: ObjectStore, objects: readonly PlannedObject[]): StoredFiles {
  const expected: Record<string, string> = {};
  const folder = commonFolder(objects.map(({ key }) => key));
  const files = objects.map(({ key, bytes, sha256 }): BackupFile => {
    const name = key.slice(folder.length);
    if (sha256 !== undefined) expected[name] = sha256;
    return {
      name,
      bytes,
      open: async (signal) => {
        const content = await store.open(key, signal);
        if (content.sha256 !== undefined) expected[name] ??= content.sha256;
        return content;
      },
    };
  });
  return { files, expected: () => expected };
}

/** The folder that all keys are in: what is left of a key names its object, and no other of them. */
function commonFolder(keys: readonly string[]): string {
  const [first = '', ...others] = keys;
  let folder = first.slice(0, first.lastIndexOf('/') + 1);
  while (folder !== '' && !others.every((key) => key.startsWith(folder))) {
    folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  }
  return folder;
}
