import type { Damage, Reading } from '../../domain/backup/reading.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import { formatBytes } from '../../domain/quantities.ts';
import { customerKey } from '../../ports/object-store.ts';
import type { PortError } from '../../ports/port-error.ts';

const again = 'make a new backup, and look at the job that made this one';

interface Words {
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly title: string;
  readonly next: string;
}

const byKind: Readonly<Record<Damage['kind'], Words>> = {
  empty: { code: 'backup-empty', severity: 'fail', title: 'the backup is empty', next: again },
  compression: {
    code: 'backup-corrupt',
    severity: 'fail',
    title: 'the backup cannot be decompressed to its end',
    next: again,
  },
  damaged: { code: 'backup-corrupt', severity: 'fail', title: 'the backup is damaged', next: again },
  incomplete: { code: 'backup-incomplete', severity: 'fail', title: 'the backup is cut off', next: again },
  program: {
    code: 'program-in-dump',
    severity: 'fail',
    title: 'the dump would run a program where it is restored',
    next: 'do not restore it with psql; find out who wrote it, and make a new backup with a current pg_dump',
  },
  'too-large': {
    code: 'backup-too-large',
    severity: 'fail',
    title: 'the backup decompresses to more than is allowed',
    next: 'raise the inputs `most-data` or `most-ratio` if it really holds so much; else make a new backup',
  },
  encrypted: {
    code: 'backup-encrypted',
    severity: 'unknown',
    title: 'the backup is encrypted, and what opens it is not here',
    next: 'restore a copy by hand with its key, or keep backups in a bucket that encrypts them (SSE-S3, SSE-KMS)',
  },
  unsupported: {
    code: 'backup-format-unknown',
    severity: 'unknown',
    title: 'the backup is in a form that is not read here',
    next: 'make dumps with pg_dump as plain (gzip or zstd), custom or directory format',
  },
  changed: {
    code: 'backup-changed',
    severity: 'unknown',
    title: 'the backup was written anew while it was looked at',
    next: 'let the backup job end before this window opens',
  },
};

/** What reading a backup has shown to be wrong. */
export function readingFindings(
  subject: string,
  reading: Reading,
  expected: Readonly<Record<string, string>>,
): readonly Finding[] {
  const { damage } = reading;
  const checksums = checksumFindings(subject, reading, expected);
  if (damage === undefined) return checksums;
  const { code, severity, title, next } = byKind[damage.kind];
  const formats = reading.formats.length === 0 ? '' : ` (${reading.formats.toReversed().join(' in ')})`;
  const read = reading.storedBytes === 0 ? '' : `; ${formatBytes(reading.storedBytes)} read${formats}`;
  const evidence = `${damage.says}${read}`;
  return [{ code, severity, subject, title, evidence, next }, ...checksums];
}

/** A checksum that differs says more than whatever it led to; where there is none, nothing says what the bytes must be. */
function checksumFindings(
  subject: string,
  { checksums }: Reading,
  expected: Readonly<Record<string, string>>,
): readonly Finding[] {
  const read = Object.entries(checksums);
  const wrong = read.filter(([name, sha256]) => Object.hasOwn(expected, name) && expected[name] !== sha256);
  const [first] = wrong;
  if (first !== undefined) {
    const [name, sha256] = first;
    return [
      {
        code: 'checksum-mismatch',
        severity: 'fail',
        subject,
        title: 'the bytes are not those that were stored',
        evidence: `${wrong.length} of ${read.length} objects, such as ${name.slice(0, 100)}: SHA-256 is ${sha256.slice(0, 12)}…, the stored one ${expected[name]?.slice(0, 12)}…`,
        next: again,
      },
    ];
  }
  const without = read.filter(([name]) => !Object.hasOwn(expected, name));
  if (without.length === 0) return [];
  return [
    {
      code: 'no-checksum',
      severity: 'warn',
      subject,
      title: 'nothing says what the bytes of the backup must be',
      evidence: `no SHA-256 for ${without.length} of ${read.length} objects, neither in a manifest nor kept by the store`,
      next: 'let the backup job write `manifest.json` or `SHA256SUMS` beside it, or upload with `--checksum-algorithm SHA256`',
    },
  ];
}

/** Why a backup could not be read: missing, denied and out of reach are three things. */
export function notReadFinding(subject: string, error: PortError): Finding {
  const { code, message: evidence, next = 'look at the bucket, and run the task again' } = error;
  if (code === 'not-found') {
    return {
      code: 'backup-missing',
      severity: 'fail',
      subject,
      title: 'the backup is not there any more',
      evidence,
      next,
    };
  }
  if (error.subject === customerKey) {
    return { code: 'backup-encrypted', severity: 'unknown', subject, title: byKind.encrypted.title, evidence, next };
  }
  if (code === 'conflict') {
    return {
      code: 'backup-changed',
      severity: 'unknown',
      subject,
      title: byKind.changed.title,
      evidence,
      next: byKind.changed.next,
    };
  }
  const denied = code === 'forbidden' || code === 'unauthorized';
  return {
    code: denied ? 'backup-denied' : 'backup-not-read',
    severity: 'unknown',
    subject,
    title: denied ? 'reading the backup is denied' : 'the backup could not be read',
    evidence,
    next,
  };
}
