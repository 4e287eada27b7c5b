import { formatBytes } from '../../domain/quantities.ts';
import type { Point } from '../../domain/state/documents.ts';
import { attempt } from '../../observation/trouble.ts';
import type { TaskContext } from '../../ports/context.ts';
import { noCredentials } from '../../ports/object-store.ts';
import { PortError } from '../../ports/port-error.ts';
import type { Missing, Read, SeenSeries } from './seen.ts';

const dayMs = 86_400_000;

/** The bytes that each kind of backup adds a day, from the bucket's objects by the day of their writing. */
export async function readBackups(context: TaskContext<'objectStore'>): Promise<Read> {
  const kinds = Object.entries(context.platform.backups.prefixes);
  const read = await Promise.all(kinds.map(([kind, prefix]) => readKind(context, kind, prefix)));
  return { series: read.flatMap((each) => each.series), missing: read.flatMap((each) => each.missing) };
}

async function readKind(context: TaskContext<'objectStore'>, kind: string, prefix: string): Promise<Read> {
  const subject = `${kind} backups`;
  let withoutKey = false;
  const read = await attempt(subject, async () => {
    try {
      return await bytesByDay(context, prefix);
    } catch (error) {
      withoutKey = error instanceof PortError && error.subject === noCredentials;
      throw error;
    }
  });
  if ('trouble' in read) return { series: [], missing: [notRead(context, subject, read.trouble, withoutKey)] };
  const { days, bytes, objects } = read.value;
  if (days.length === 0) {
    const why = `no object begins with ${prefix}`;
    const next = `look at the job that makes ${subject}, or correct \`platform.backups.prefixes\``;
    return { series: [], missing: [{ code: 'backup-growth', subject, why, next }] };
  }
  const facts = `${formatBytes(bytes)} in ${objects} objects`;
  const series: SeenSeries = {
    code: 'backup-growth',
    subject,
    of: 'one',
    source: 'the bucket',
    stepMs: dayMs,
    points: days,
    facts,
  };
  return { series: [series], missing: [] };
}

interface ByDay {
  readonly days: readonly Point[];
  readonly bytes: number;
  readonly objects: number;
}

/** A day without any object is a gap, and says so by being none of the points. */
async function bytesByDay({ ports, signal, now }: TaskContext<'objectStore'>, prefix: string): Promise<ByDay> {
  const days = new Map<number, number>();
  let bytes = 0;
  let objects = 0;
  for await (const object of ports.objectStore.list(prefix, signal)) {
    if (object.key.endsWith('/') || object.modifiedAt > now) continue;
    const day = Math.floor(object.modifiedAt / dayMs) * dayMs;
    days.set(day, (days.get(day) ?? 0) + object.bytes);
    bytes += object.bytes;
    objects += 1;
  }
  return { days: [...days].sort(([a], [b]) => a - b), bytes, objects };
}

/** Nobody has said where backups are, and no login was made for them: that is a line to write. */
function notRead(
  { platform }: TaskContext<'objectStore'>,
  subject: string,
  trouble: { readonly message: string; readonly next?: string },
  withoutKey: boolean,
): Missing {
  const { endpoint, credentials, bucket } = platform.backups;
  const next = trouble.next ?? `\`aws s3 ls s3://${bucket}/\``;
  if (!withoutKey || endpoint !== undefined || credentials !== undefined) {
    return { code: 'backup-growth', subject, why: trouble.message, next };
  }
  return {
    code: 'backup-growth',
    subject,
    why: 'no credentials of the bucket are configured, and the job has none',
    next: 'set `platform.backups.credentials` in .github/maintenance.yml, or log in to the cloud before',
    notConfigured: true,
  };
}
