import { z } from 'zod';

/** `health-path` as TypeScript writes it: `healthPath`. */
export type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

/** An object whose own keys are written in camel case; values stay as they are. */
export type CamelKeys<T> = { [Key in keyof T as Key extends string ? CamelCase<Key> : Key]: T[Key] };

/** `health-path` → `healthPath`. */
export function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function camelKeys<T extends object>(value: T): CamelKeys<T> {
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [camelCase(key), entry])) as CamelKeys<T>;
}

/**
 * A part of the configuration file with fixed keys: kebab-case in the file, camelCase in code. A key that is not listed is
 * an error. The description is what an editor shows.
 */
export function section<Shape extends z.core.$ZodLooseShape>(description: string, shape: Shape) {
  return z.strictObject(shape).describe(description).transform(camelKeys);
}
