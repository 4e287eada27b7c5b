import type { Platform } from '../../domain/configuration/platform.ts';

/** The kinds of backups that the guide validates (§4.1). */
export const backupKinds = ['database', 'blockchain', 'configuration'] as const;
/** One of {@link backupKinds}. */
export type BackupKind = (typeof backupKinds)[number];

/** How old the newest backup of a kind may be, ms. */
export function objectiveOf(kind: BackupKind, { backups }: Platform): number {
  return backups.recoveryPoints[kind] ?? backups.recoveryPoint;
}

/** Where one looks by hand. */
export function listCommand({ backups }: Platform, prefix: string): string {
  const at = backups.endpoint === undefined ? '' : ` --endpoint-url ${backups.endpoint}`;
  return `\`aws s3 ls${at} s3://${backups.bucket}/${prefix} --recursive\``;
}
