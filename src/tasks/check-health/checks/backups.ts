import type { Finding } from '../../../domain/finding/finding.ts';
import { counted, formatBytes, formatSpan } from '../../../domain/quantities.ts';
import { attempt, type Trouble } from '../../../observation/trouble.ts';
import { noCredentials, type StoredObject } from '../../../ports/object-store.ts';
import { PortError } from '../../../ports/port-error.ts';
import { defineCheck, type HealthContext, type JudgeContext, notSeen } from '../check.ts';

/** The newest backup of one kind. */
type SeenBackup = { readonly kind: string; readonly prefix: string } & (
  | { readonly newest?: StoredObject; readonly objects: number }
  | { readonly trouble: Trouble; readonly withoutKey: boolean }
);

/** Backups: how old the newest of each kind is. Whether one can be restored is validate-backups' business. */
export const backups = defineCheck<readonly SeenBackup[]>({
  area: 'backups',
  observe: (context) =>
    Promise.all(Object.entries(context.platform.backups.prefixes).map(([kind, prefix]) => look(context, kind, prefix))),
  judge: (seen, context) => {
    if (isLeftOut(seen, context)) {
      return {
        findings: [],
        measurements: [],
        line: 'backups not looked at',
        leftOut: 'no credentials are configured under `platform.backups.credentials`, and the environment has none',
      };
    }
    const fresh = seen.filter((backup) => isFresh(backup, context)).length;
    return {
      findings: seen.flatMap((backup) => findingOf(backup, context) ?? []),
      measurements: seen.flatMap((backup) =>
        'newest' in backup && backup.newest !== undefined
          ? [
              {
                name: 'backup-age',
                subject: `${backup.kind} backup`,
                value: ageOf(backup.newest, context),
                unit: 'ms' as const,
                comparedWith: { what: 'recovery point', value: context.platform.backups.recoveryPoint },
              },
            ]
          : [],
      ),
      line: `${fresh} of ${counted(seen.length, 'kind')} of backup within the recovery point`,
    };
  },
});

async function look(context: HealthContext, kind: string, prefix: string): Promise<SeenBackup> {
  let withoutKey = false;
  const read = await attempt(`${kind} backups`, async () => {
    try {
      return await newestOf(context, prefix);
    } catch (error) {
      withoutKey = error instanceof PortError && error.subject === noCredentials;
      throw error;
    }
  });
  return 'value' in read ? { kind, prefix, ...read.value } : { kind, prefix, ...read, withoutKey };
}

async function newestOf(
  { ports, signal }: HealthContext,
  prefix: string,
): Promise<{ readonly newest?: StoredObject; readonly objects: number }> {
  let newest: StoredObject | undefined;
  let objects = 0;
  for await (const object of ports.objectStore.list(prefix, signal)) {
    // what consoles put there to show a folder
    if (object.key.endsWith('/')) continue;
    objects += 1;
    if (newest === undefined || object.modifiedAt > newest.modifiedAt) newest = object;
  }
  return { objects, ...(newest === undefined ? {} : { newest }) };
}

/** Nobody has said where backups are, and no login was made for them: they are not looked at, which is said. */
function isLeftOut(seen: readonly SeenBackup[], { platform }: JudgeContext): boolean {
  const { endpoint, credentials } = platform.backups;
  const withoutKey = seen.every((backup) => 'trouble' in backup && backup.withoutKey);
  return endpoint === undefined && credentials === undefined && withoutKey;
}

/** A clock of the server that is ahead of ours makes no backup younger than now. */
const ageOf = ({ modifiedAt }: StoredObject, { now }: JudgeContext): number => Math.max(0, now - modifiedAt);

function isFresh(backup: SeenBackup, context: JudgeContext): boolean {
  if ('trouble' in backup || backup.newest === undefined || backup.newest.bytes === 0) return false;
  return ageOf(backup.newest, context) <= context.platform.backups.recoveryPoint;
}

function findingOf(backup: SeenBackup, context: JudgeContext): Finding | undefined {
  const { bucket, recoveryPoint, endpoint } = context.platform.backups;
  const { kind, prefix } = backup;
  const subject = `${kind} backup`;
  const at = endpoint === undefined ? '' : ` --endpoint-url ${endpoint}`;
  const next = `look at the job that makes it; what is there: \`aws s3 ls${at} s3://${bucket}/${prefix} --recursive\``;
  if ('trouble' in backup)
    return notSeen('backup-not-seen', { ...backup.trouble, subject }, 'backups could not be looked at', next);
  const limit = `recovery point ${formatSpan(recoveryPoint)}`;
  const { newest } = backup;
  if (newest === undefined) {
    const evidence = `0 objects under ${prefix} in ${bucket} (${limit})`;
    return { code: 'no-backup', severity: 'fail', subject, title: 'there is no backup', evidence, next };
  }
  const age = ageOf(newest, context);
  const facts = `newest of ${counted(backup.objects, 'object')}: ${newest.key.slice(0, 300)}, ${formatBytes(newest.bytes)}, ${formatSpan(age)} old`;
  if (newest.bytes === 0) {
    return {
      code: 'backup-empty',
      severity: 'fail',
      subject,
      title: 'newest backup is empty',
      evidence: `${facts} (must hold something)`,
      next,
    };
  }
  if (age <= recoveryPoint) return undefined;
  return {
    code: 'backup-too-old',
    severity: 'fail',
    subject,
    title: 'newest backup is too old',
    evidence: `${facts} (${limit})`,
    next,
  };
}
