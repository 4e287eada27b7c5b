/** What has to be known of an action before it is run by hand. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { known, UsageError } from './usage.ts';

/** An action's declaration, as far as a runner cares. */
export interface ActionFile {
  readonly name: string;
  /** Defaults by input; undefined where there is none. */
  readonly inputs: Readonly<Record<string, { readonly default: string | undefined; readonly required: boolean }>>;
  /** Absolute paths of the programs. */
  readonly main: string;
  readonly post: string | undefined;
}

interface Raw {
  name?: string;
  inputs?: Record<string, { default?: unknown; required?: boolean } | null>;
  runs?: { using?: string; main?: string; post?: string };
}

/** Reads `actions/<id>/action.yml`. @throws Error when it is no JavaScript action for Node 24. */
export function readAction(folder: string): ActionFile {
  const raw = parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as Raw;
  const { using, main, post } = raw.runs ?? {};
  if (using !== 'node24' || main === undefined) throw new Error(`${folder}/action.yml is no node24 action`);
  const inputs = Object.entries(raw.inputs ?? {}).map(([name, declared]) => {
    const given = declared?.default;
    const value = given === undefined || given === null ? undefined : String(given);
    return [name, { default: value, required: declared?.required === true }] as const;
  });
  return {
    name: raw.name ?? folder,
    inputs: Object.fromEntries(inputs),
    main: resolve(folder, main),
    post: post === undefined ? undefined : resolve(folder, post),
  };
}

/**
 * The `INPUT_…` variables of an action, as the runner makes them: what was given, else the default, else empty.
 *
 * @throws UsageError for an input that the action does not declare, and for a required one that is missing.
 */
export function inputVariables(action: ActionFile, given: Readonly<Record<string, string>>): Record<string, string> {
  const names = Object.keys(action.inputs);
  for (const name of Object.keys(given)) known('input', name, names);
  const values = Object.entries(action.inputs).map(([name, declared]): [string, string] => {
    const value = given[name] ?? declared.default;
    if (value === undefined && declared.required)
      throw new UsageError(`The input "${name}" is missing: write ${name}=value.`);
    return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value ?? ''];
  });
  return Object.fromEntries(values);
}
