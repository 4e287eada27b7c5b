import type { Json } from '../json.ts';

/** Options of a table by name; null: not set, so that the server's own setting holds. */
export type OptionValues = Readonly<Record<string, string | null>>;

/** How a table's options are set; from → to are the step's own ({@link OptionValues}). */
export interface SetTableOptionsParameters {
  readonly server: string;
  readonly database: string;
  readonly schema: string;
  readonly table: string;
  readonly oid: number;
  readonly lockTimeoutMs: number;
}

/**
 * The options that may be changed without anybody's approval, and between which values: they only say when autovacuum
 * begins, are put back by one statement, and touch no row.
 */
const safeOptions: Readonly<Record<string, { readonly least: number; readonly most: number }>> = {
  autovacuum_vacuum_scale_factor: { least: 0.001, most: 0.2 },
  autovacuum_analyze_scale_factor: { least: 0.001, most: 0.1 },
};

/** Whether a change of options is safe enough for a preventive task: only the listed ones, only within their bounds. */
export function areSafeOptions(_from: Json, to: Json): boolean {
  if (typeof to !== 'object' || to === null || Array.isArray(to)) return false;
  const entries = Object.entries(to);
  return entries.length > 0 && entries.every(([option, value]) => isSafe(option, value));
}

function isSafe(option: string, value: Json | undefined): boolean {
  const bounds = Object.hasOwn(safeOptions, option) ? safeOptions[option] : undefined;
  if (bounds === undefined || typeof value !== 'string' || !/^0\.\d{1,6}$/.test(value)) return false;
  return Number(value) >= bounds.least && Number(value) <= bounds.most;
}

/** When autovacuum begins, as settings and options have it: a number of rows and a share of the table. */
export interface Threshold {
  readonly rows: number;
  readonly share: number;
}

/** Rows that have changed when autovacuum begins (PostgreSQL, "The Autovacuum Daemon": threshold + scale factor × rows). */
export function beginsAt({ rows, share }: Threshold, liveRows: number): number {
  return rows + share * liveRows;
}

/**
 * The share with which autovacuum begins at so many changed rows, rounded down to a thousandth, within what is safe.
 * Undefined when it begins there or earlier already.
 */
export function shareFor(mostRows: number, liveRows: number, now: Threshold): number | undefined {
  if (liveRows <= 0 || beginsAt(now, liveRows) <= mostRows) return undefined;
  const wanted = Math.floor(((mostRows - now.rows) / liveRows) * 1000) / 1000;
  const share = Math.max(0.001, wanted);
  return share < now.share ? share : undefined;
}
