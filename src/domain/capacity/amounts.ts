import { parseQuantity } from '../kubernetes/quantity.ts';
import { formatBytes } from '../quantities.ts';

/** How much of each resource: cores of `cpu`, bytes of `memory` and storage, numbers of everything else. */
export type Amounts = Readonly<Record<string, number>>;

/** Sums of decimal fractions are off by less than this: a thousandth of a thousandth of a core. */
const tolerance = 1e-6;

/** The amounts of a list of quantities; what is no quantity is left out. */
export function amountsOf(quantities: Readonly<Record<string, string>> = {}): Amounts {
  return Object.fromEntries(
    Object.entries(quantities).flatMap(([name, text]) => {
      const value = parseQuantity(text);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Everything of both. */
export function plus(one: Amounts, other: Amounts): Amounts {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...names].map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]));
}

/** So many times as much. */
export function times(amounts: Amounts, factor: number): Amounts {
  return Object.fromEntries(Object.entries(amounts).map(([name, value]) => [name, value * factor]));
}

/** The larger of both, resource by resource. */
export function larger(one: Amounts, other: Amounts): Amounts {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...names].map((name) => [name, Math.max(one[name] ?? 0, other[name] ?? 0)]));
}

/** Whether both are the same amounts. */
export function sameAmounts(one: Amounts, other: Amounts): boolean {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.every((name) => Math.abs((one[name] ?? 0) - (other[name] ?? 0)) <= tolerance);
}

/** Whether one amount is above another, by more than what adding fractions costs. */
export function isAbove(value: number, bound: number): boolean {
  return value > bound + tolerance;
}

const inBytes = /(^|\.)(memory|storage|ephemeral-storage)$|^hugepages-/;

/** An amount for people: `1.5 cores`, `512 MB`, `8`. Names may stand behind `requests.` and `limits.`. */
export function formatAmount(resource: string, value: number): string {
  if (inBytes.test(resource)) return formatBytes(value);
  const rounded = Number(value.toFixed(3));
  return /(^|\.)cpu$/.test(resource) ? `${rounded} ${rounded === 1 ? 'core' : 'cores'}` : String(rounded);
}
