import type { Json } from '../json.ts';

const namesOf = (value: Json): readonly Json[] | undefined => {
  const names = (value as { readonly names?: Json } | null)?.names;
  return Array.isArray(names) ? names : undefined;
};

/** Whether a renewal keeps every name that the certificate had: only then nobody needs to be asked. */
export function keepsEveryName(from: Json, to: Json): boolean {
  const [before, after] = [namesOf(from), namesOf(to)];
  return before?.every((name) => after?.includes(name)) ?? false;
}

/** Whether pods are brought from one serial to another: a reload without a renewal is a restart. */
export function servesAnother(from: Json, to: Json): boolean {
  const [before, after] = [from, to].map((value) => (value as { readonly serial?: Json } | null)?.serial);
  return typeof before === 'string' && typeof after === 'string' && before !== after;
}
