import { type Configuration, configurationFor, configurationSchema, type TaskInputs } from './configuration.ts';
import type { ConfigurationError } from './configuration-error.ts';
import { translate } from './translation.ts';
import { readYaml } from './yaml-source.ts';

/** A configuration, or everything that is wrong with the file. */
export type ReadConfiguration =
  | { readonly configuration: Configuration }
  | { readonly errors: readonly ConfigurationError[] };

/** Where the configuration is, in the repository. */
export const CONFIGURATION_FILE = '.github/maintenance.yml';

interface Schemas {
  readonly file: ReturnType<typeof configurationFor>;
  /** Made only when there is something to say. */
  words?: object;
}

const remembered = new WeakMap<TaskInputs, Schemas>();

/** The schemas of some tasks' inputs: making them takes longer than reading a file. */
function schemasOf(taskInputs: TaskInputs): Schemas {
  const schemas = remembered.get(taskInputs) ?? { file: configurationFor(taskInputs) };
  remembered.set(taskInputs, schemas);
  return schemas;
}

/**
 * Reads the configuration file. An empty text gives the defaults. All errors come back together, in the order of the
 * file, each with file, line, column, value, what is allowed and the nearest valid word. Never throws.
 */
export function readConfiguration(text: string, file: string, taskInputs: TaskInputs): ReadConfiguration {
  const source = readYaml(text, file);
  if (source.value === undefined) return { errors: source.errors };
  const schemas = schemasOf(taskInputs);
  const result = schemas.file.safeParse(source.value, { reportInput: true });
  if (result.success && source.errors.length === 0) return { configuration: result.data };
  schemas.words ??= configurationSchema(taskInputs);
  const faults = translate(result.error?.issues ?? [], source, schemas.words);
  const errors = [...source.errors, ...faults.map((fault) => source.error(fault))];
  return { errors: errors.toSorted((a, b) => a.line - b.line || a.column - b.column) };
}

/** The configuration of an empty file: every default. */
export function defaultConfiguration(taskInputs: TaskInputs): Configuration {
  return schemasOf(taskInputs).file.parse({});
}

/** Errors for people: one block each, with a blank line between. */
export function describeErrors(errors: readonly ConfigurationError[]): string {
  return errors.map((error) => error.text).join('\n\n');
}
