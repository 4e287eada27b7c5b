/** Severities as scanners rank them, the worst first. */
export const severities = ['critical', 'high', 'medium', 'low', 'unknown'] as const;
export type VulnerabilitySeverity = (typeof severities)[number];

/** A known vulnerability in an image. */
export interface Vulnerability {
  /** `CVE-2026-1234`, `GHSA-…`: its name in the scanner's database. */
  readonly id: string;
  readonly severity: VulnerabilitySeverity;
}

/** What a scanner found in one image, said under a key that is trusted. */
export interface Scan {
  /** `trivy`, `grype`. */
  readonly scanner: string;
  /** When it ended, epoch ms. */
  readonly at: number;
  /** The key that vouches for it. */
  readonly by: string;
  /** Each once. */
  readonly vulnerabilities: readonly Vulnerability[];
}

/** What is known of a scan of an image. */
export type ScanState =
  | { readonly state: 'scanned'; readonly scan: Scan }
  /** Nobody has attached one, or no key is configured by which it could be trusted. */
  | { readonly state: 'none' }
  /** There is something, and it proves nothing. */
  | { readonly state: 'unusable'; readonly why: string };

/** What an update does to the known vulnerabilities, the worst first. */
export interface ScanComparison {
  readonly scanner: string;
  /** When the older of both scans ended, epoch ms. */
  readonly at: number;
  readonly fixed: readonly Vulnerability[];
  readonly introduced: readonly Vulnerability[];
  readonly remaining: readonly Vulnerability[];
}

const dayMs = 86_400_000;
/** A weekly scan, and a day of grace: an older one does not know of what was published since, ms. */
export const scanFreshMs = 8 * dayMs;
/** Scans further apart knew different databases, and their difference says more of those than of the images, ms. */
const scansApartMs = 2 * dayMs;

/**
 * Compare the scans of the image that runs and of the one that would replace it. Answers a text that says why not, where both
 * are not by the same scanner, fresh, and of about the same time; undefined: there is nothing to compare.
 */
export function compareScans(before: ScanState, after: ScanState, now: number): ScanComparison | string | undefined {
  if (after.state === 'none') return undefined;
  if (after.state === 'unusable') return `the scan of the new image is not used: ${after.why}`;
  if (before.state === 'none') return 'there is no scan of the image that runs to compare with';
  if (before.state === 'unusable') return `the scan of the image that runs is not used: ${before.why}`;
  const [old, fresh] = [before.scan, after.scan];
  if (old.scanner !== fresh.scanner) return `one scan is by ${old.scanner}, the other by ${fresh.scanner}`;
  const at = Math.min(old.at, fresh.at);
  if (now - at > scanFreshMs) return `a scan is ${Math.floor((now - at) / dayMs)} days old`;
  if (Math.abs(old.at - fresh.at) > scansApartMs) return 'the scans were made days apart, with different databases';
  const [had, has] = [idsOf(old), idsOf(fresh)];
  return {
    scanner: fresh.scanner,
    at,
    fixed: worstFirst(old.vulnerabilities.filter(({ id }) => !has.has(id))),
    introduced: worstFirst(fresh.vulnerabilities.filter(({ id }) => !had.has(id))),
    remaining: worstFirst(fresh.vulnerabilities.filter(({ id }) => had.has(id))),
  };
}

/** `fixes 2 (CVE-2026-1 critical, CVE-2026-2 high), introduces none, 3 remain (trivy, 2026-11-23)`. */
export function comparisonWords({ scanner, at, fixed, introduced, remaining }: ScanComparison): string {
  const day = new Date(at).toISOString().slice(0, 10);
  return `fixes ${named(fixed)}, introduces ${named(introduced)}, ${named(remaining)} ${remaining.length === 1 ? 'remains' : 'remain'} (${scanner}, ${day})`;
}

const shown = 3;

function named(list: readonly Vulnerability[]): string {
  if (list.length === 0) return 'none';
  const names = list.slice(0, shown).map(({ id, severity }) => `${id} ${severity}`);
  const more = list.length > shown ? ` and ${list.length - shown} more` : '';
  return `${list.length} (${names.join(', ')}${more})`;
}

const idsOf = ({ vulnerabilities }: Scan): ReadonlySet<string> => new Set(vulnerabilities.map(({ id }) => id));

const worstFirst = (list: readonly Vulnerability[]): readonly Vulnerability[] =>
  list.toSorted(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) || (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
