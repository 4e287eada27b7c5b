/** What the comments at the head of a dump say of where it comes from. */
export interface DumpHead {
  /** Version of the server, as it is written: `15.18 (Debian 15.18-0+deb12u1)`. */
  readonly server?: string;
  /** Version of pg_dump. */
  readonly dump?: string;
  /** pg_dumpall wrote it: roles, and maybe databases behind them. */
  readonly cluster?: true;
}

/** The first comment of what pg_dumpall writes; that of a database names a database dump. */
const ofCluster = '-- PostgreSQL database cluster dump';

const lines: readonly (readonly [pattern: RegExp, name: 'server' | 'dump'])[] = [
  [/^-- Dumped from database version (\S.{0,80})$/, 'server'],
  [/^-- Dumped by pg_dump version (\S.{0,80})$/, 'dump'],
];

/** The head with what one comment line adds; the first word on a matter stands. */
export function headOf(head: DumpHead, line: string): DumpHead {
  if (line === ofCluster && head.server === undefined) return { ...head, cluster: true };
  for (const [pattern, name] of lines) {
    const value = pattern.exec(line)?.[1];
    if (value !== undefined && head[name] === undefined) return { ...head, [name]: value };
  }
  return head;
}

/** Major and minor of a version as PostgreSQL's programs write it; undefined where it is none (10 and later have two numbers). */
export function versionOf(text: string): { readonly major: number; readonly minor: number } | undefined {
  const match = /(?:^|\s)(\d{1,3})\.(\d{1,3})(?:\.\d+)?(?:\s|$)/.exec(text);
  return match === null ? undefined : { major: Number(match[1]), minor: Number(match[2]) };
}
