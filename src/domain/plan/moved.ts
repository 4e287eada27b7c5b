import { canonicalText, type Json } from '../json.ts';
import { writerWords } from '../owner/last-writer.ts';
import type { BasisWriter, Observation, Plan, Refusal } from './plan.ts';

/** One value of the basis that is no longer what it was. Absent values are `undefined`. */
export interface Moved {
  /** Where it is: `workloads.deployment/api-gateway.replicas`. */
  readonly path: string;
  readonly approved: Json | undefined;
  readonly now: Json | undefined;
}

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json | undefined } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sameValue = (one: Json | undefined, other: Json | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && canonicalText(one) === canonicalText(other));

/** Everything in which two bases differ, in the order of the keys; a list's members are told apart by their place. */
export function movedBetween(approved: Json | undefined, now: Json | undefined, path = ''): readonly Moved[] {
  if (sameValue(approved, now)) return [];
  const below = (key: string) => (path === '' ? key : `${path}.${key}`);
  if (isObject(approved) && isObject(now)) {
    const keys = [...new Set([...Object.keys(approved), ...Object.keys(now)])].sort();
    return keys.flatMap((key) => movedBetween(own(approved, key), own(now, key), below(key)));
  }
  if (Array.isArray(approved) && Array.isArray(now)) {
    const length = Math.max(approved.length, now.length);
    return Array.from({ length }, (_, index) => index).flatMap((index) =>
      movedBetween(approved[index], now[index], below(String(index))),
    );
  }
  return [{ path, approved, now }];
}

const own = (value: { readonly [key: string]: Json | undefined }, key: string): Json | undefined =>
  Object.hasOwn(value, key) ? value[key] : undefined;

const shown = (value: Json | undefined): string => {
  const text = value === undefined ? 'nothing' : typeof value === 'string' ? value : canonicalText(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
};

const mostShown = 20;

/** Who wrote what stands at a path, or the nearest of what stands above it. */
function writerAt(path: string, writers: readonly BasisWriter[]): BasisWriter | undefined {
  const above = writers.filter((writer) => path === writer.path || path.startsWith(`${writer.path}.`));
  return above.sort((one, other) => other.path.length - one.path.length)[0];
}

/**
 * The refusal when what a plan rests on is no longer as it was: each moved value, approved and now side by side, and who
 * changed it when, as far as its object says so.
 * Undefined when nothing moved; what the plan does not rest on is not compared.
 */
export function movedRefusal(
  task: { readonly id: string },
  plan: Pick<Plan, 'basis'>,
  observation: Pick<Observation, 'basis' | 'writers'>,
): Refusal | undefined {
  const moved = movedBetween(plan.basis, observation.basis);
  if (moved.length === 0) return undefined;
  const lines = moved.slice(0, mostShown).map(({ path, ...values }) => {
    const subject = path === '' ? 'the basis' : path;
    const writer = writerAt(path, observation.writers ?? []);
    const by = writer === undefined ? '' : ` (${writerWords(writer)})`;
    return `${subject}: approved ${shown(values.approved)}, now ${shown(values.now)}${by}`;
  });
  const more = moved.length > mostShown ? `; and ${moved.length - mostShown} more` : '';
  return {
    subject: task.id,
    rule: 'the platform is no longer what was approved',
    state: `${lines.join('; ')}${more}`,
    next: `nothing was changed; plan again and have it approved: gh workflow run dispatch.yml -f task=${task.id}`,
  };
}
