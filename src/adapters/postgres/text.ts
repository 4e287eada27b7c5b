/** Texts of the database that are carried to people are at most this long; the rest is cut off in the server. */
export const textLimit = 300;

/** An expression's first {@link textLimit} characters, never null. */
export const capped = (expression: string): string => `coalesce(left(${expression}::text, ${textLimit}), '')`;

/** A timestamp as epoch ms. */
export const epochMs = (expression: string): string => `(extract(epoch from ${expression}) * 1000)::float8`;

/** How long ago a timestamp was, ms, never negative; null stays null (greatest() would make it 0). */
export const agoMs = (expression: string): string =>
  `case when ${expression} is not null then greatest(0, extract(epoch from clock_timestamp() - ${expression}) * 1000)::float8 end`;

/** Drop the keys that are null: ports leave out what is not known. */
export function known<T extends object>(row: T): { [K in keyof T]: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as {
    [K in keyof T]: NonNullable<T[K]>;
  };
}
