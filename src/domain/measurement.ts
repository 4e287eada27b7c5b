/** Units of measurements; sizes are bytes, durations milliseconds, shares 0 to 1. */
export const units = [
  'bytes',
  'bytes-per-second',
  'bytes-per-day',
  'ms',
  'share',
  'count',
  'cores',
  'per-second',
  'days',
] as const;
/** The unit of a measurement. */
export type Unit = (typeof units)[number];

/** A number with its unit and something to compare it with. */
export interface Measurement {
  /** Kebab-case, unique with `subject`: `bytes-freed`. */
  readonly name: string;
  /** What was measured; absent for the whole platform. */
  readonly subject?: string;
  readonly value: number;
  readonly unit: Unit;
  /** The threshold, objective or earlier value that it is read against. */
  readonly comparedWith?: { readonly what: string; readonly value: number };
}
