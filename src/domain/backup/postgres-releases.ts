/**
 * The last release of each supported major version that mended a security defect of programs that read dumps or run what
 * is in them: 18.6, 17.11, 16.15, 15.19 and 14.24 of August 2026 (CVE-2026-18408, `\unrestrict` in plain dumps; pg_restore
 * is affected where it writes a plain one, which is how it is used here). Source: postgresql.org/support/security.
 */
const securityReleases: Readonly<Record<number, number>> = { 14: 24, 15: 19, 16: 15, 17: 11, 18: 6 };

/** A version of PostgreSQL: major and minor number. */
export interface PostgresVersion {
  readonly major: number;
  readonly minor: number;
}

/** `15.20` */
export function versionText({ major, minor }: PostgresVersion): string {
  return `${major}.${minor}`;
}

/**
 * Why a program of this version must not read a backup, or undefined. A major version newer than those known is taken as
 * it is; one that is no longer supported has no security release at all.
 */
export function insecurity(version: PostgresVersion): string | undefined {
  const { major, minor } = version;
  const newest = Math.max(...Object.keys(securityReleases).map(Number));
  if (major > newest) return undefined;
  const needed = securityReleases[major];
  if (needed === undefined) return `version ${versionText(version)} gets no security releases any more`;
  return minor >= needed
    ? undefined
    : `version ${versionText(version)} is older than the last security release, ${major}.${needed}`;
}
