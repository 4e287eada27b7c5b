import type { BackupKind } from './kinds.ts';

/** `database backup database-backup.dump`, `blockchain backup`. */
export function subjectOf(kind: BackupKind, name: string): string {
  return name === '' ? `${kind} backup` : `${kind} backup ${name.slice(0, 200)}`;
}
