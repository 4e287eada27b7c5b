import { nameIn } from '../../domain/backup/artifacts.ts';
import type { BackupSet, ListedObject } from '../../domain/backup/backup-set.ts';
import type { ManifestObject } from '../../domain/backup/manifest.ts';
import type { PlannedObject } from '../../domain/backup/step-parameters.ts';
import type { SeenManifest } from './observe.ts';

/** What the manifests of a set say of its objects, by their names in the set. */
export function expectedObjects(manifests: readonly SeenManifest[]): ReadonlyMap<string, ManifestObject> {
  const expected = new Map<string, ManifestObject>();
  for (const seen of manifests) {
    if (!('manifest' in seen)) continue;
    const folder = seen.name.slice(0, seen.name.lastIndexOf('/') + 1);
    for (const object of seen.manifest.objects) {
      const name = folder + object.name;
      expected.set(name, { ...expected.get(name), ...object, name });
    }
  }
  return expected;
}

/** Objects as a step reads them, with the checksum that a manifest has for them. */
export function plannedObjects(
  set: BackupSet,
  objects: readonly ListedObject[],
  manifests: readonly SeenManifest[],
): readonly PlannedObject[] {
  const expected = expectedObjects(manifests);
  return objects.map(({ key, bytes }) => {
    const sha256 = expected.get(nameIn(set, key))?.sha256;
    return { key, bytes, ...(sha256 === undefined ? {} : { sha256 }) };
  });
}
