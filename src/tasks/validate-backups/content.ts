import type { BackupSet, ListedObject } from '../../domain/backup/backup-set.ts';
import { isManifest } from '../../domain/backup/manifest.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import { counted } from '../../domain/quantities.ts';
import type { BackupKind } from './kinds.ts';

/** More objects of a kind are not read in one run: a plan names each of them, and is kept beside the platform. */
export const mostObjects = 2000;

const everything = (set: BackupSet): readonly ListedObject[] => set.objects.filter(({ key }) => !isManifest(key));

const byNumbers = new Intl.Collator('en', { numeric: true });

/**
 * What is read of a backup that is no database's, in the order of names and of the numbers in them (`blocks-9`, `blocks-10`):
 * the last, where there are more; those hold a chain's newest blocks.
 */
export const contentOf = (set: BackupSet): readonly ListedObject[] =>
  everything(set)
    .toSorted((a, b) => byNumbers.compare(a.key, b.key))
    .slice(-mostObjects);

/** How much of a backup is not read, because it has more objects than a run reads. */
export function notAllRead(kind: BackupKind, set: BackupSet): readonly Finding[] {
  const all = everything(set).length;
  if (kind === 'database' || all <= mostObjects) return [];
  return [
    {
      code: 'objects-not-read',
      severity: 'unknown',
      subject: `${kind} backup`,
      title: 'not every object of the backup is read',
      evidence: `the last ${mostObjects} of ${counted(all, 'object')} by name`,
      next: 'let the backup job write fewer, larger objects',
    },
  ];
}
