import type { Severity } from '../finding/finding.ts';

/** The layers of the verdict on a backup, each worth nothing without those before it. */
export const layers = [
  'exists',
  'fresh',
  'size',
  'checksum',
  'decompresses',
  'complete',
  'restores',
  'content',
  'amcheck',
] as const;
/** One of {@link layers}. */
export type Layer = (typeof layers)[number];

/** Which layer each finding is about. A finding without an entry is beside the layers. */
const layerOfCode: Readonly<Record<string, Layer>> = {
  'no-backup': 'exists',
  'backup-missing': 'exists',
  'backup-denied': 'exists',
  'backup-not-read': 'exists',
  'backup-empty': 'exists',
  'backup-too-old': 'fresh',
  'size-outside-band': 'size',
  'size-not-as-stored': 'size',
  'checksum-mismatch': 'checksum',
  'no-checksum': 'checksum',
  'manifest-not-read': 'checksum',
  'backup-corrupt': 'decompresses',
  'backup-encrypted': 'decompresses',
  'backup-format-unknown': 'decompresses',
  'backup-too-large': 'decompresses',
  'backup-incomplete': 'complete',
  'program-in-dump': 'complete',
  'backup-changed': 'complete',
  'blocks-not-whole': 'complete',
  'height-not-reached': 'content',
  'height-not-known': 'content',
  'height-not-grown': 'content',
  'objects-missing': 'exists',
  'objects-not-read': 'complete',
  'documents-not-read': 'complete',
  'document-refused': 'restores',
  'documents-not-asked': 'restores',
  'dry-run-not-held': 'restores',
  'not-restored': 'restores',
  'restore-not-possible': 'restores',
  'extension-missing': 'restores',
  'nothing-restored': 'content',
  'table-missing': 'content',
  'rows-missing': 'content',
  'row-not-found': 'content',
  'storage-damaged': 'amcheck',
  'storage-not-checked': 'amcheck',
};

/** Layers whose failure ends the climb: what follows could not be looked at. */
const ending = new Set<Layer>(['exists', 'decompresses', 'complete', 'restores']);

/** How far up one backup got. */
export interface Climb {
  /** Layers that hold. */
  readonly held: readonly Layer[];
  /** Layers that do not hold, or are not known, with the worst severity. */
  readonly lost: readonly { readonly layer: Layer; readonly severity: Severity }[];
  /** Layers above the one that ended the climb. */
  readonly notReached: readonly Layer[];
}

/** The climb of one backup up to `top`, from the findings about it. */
export function climb(
  findings: readonly { readonly code: string; readonly severity: Severity }[],
  wanted: readonly Layer[],
): Climb {
  const order: readonly Severity[] = ['fail', 'unknown', 'warn', 'info'];
  const worst = new Map<Layer, Severity>();
  for (const { code, severity } of findings) {
    const layer = Object.hasOwn(layerOfCode, code) ? layerOfCode[code] : undefined;
    if (layer === undefined || severity === 'info') continue;
    const known = worst.get(layer);
    if (known === undefined || order.indexOf(severity) < order.indexOf(known)) worst.set(layer, severity);
  }
  const end = wanted.findIndex((layer) => ending.has(layer) && ['fail', 'unknown'].includes(worst.get(layer) ?? ''));
  const reached = end < 0 ? wanted : wanted.slice(0, end + 1);
  return {
    held: reached.filter((layer) => !worst.has(layer)),
    lost: reached.flatMap((layer) => {
      const severity = worst.get(layer);
      return severity === undefined ? [] : [{ layer, severity }];
    }),
    notReached: end < 0 ? [] : wanted.slice(end + 1),
  };
}

/** `9 of 9 layers`, `4 of 9 layers (decompresses: fail)`. */
export function climbText({ held, lost, notReached }: Climb): string {
  const all = held.length + lost.length + notReached.length;
  const words = lost.map(({ layer, severity }) => `${layer}: ${severity}`).join(', ');
  return `${held.length} of ${all} layers${words === '' ? '' : ` (${words})`}`;
}
