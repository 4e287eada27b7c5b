import type { Configuration } from '../domain/configuration/configuration.ts';
import type { JsonObject } from '../domain/json.ts';
import { type InputDeclarations, parseInputs } from '../domain/task/inputs.ts';
import type { ActionEnvironment } from './action-environment.ts';

/** An input of an action is not accepted; the message names each one, its value and what is allowed. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** The inputs of an action: what it was given, where that is empty the configuration's value, else the default. */
export function readInputs(
  id: string,
  declarations: InputDeclarations,
  environment: Pick<ActionEnvironment, 'input'>,
  configuration?: Pick<Configuration, 'tasks'>,
): JsonObject {
  const given = Object.fromEntries(Object.keys(declarations).map((name) => [name, environment.input(name)] as const));
  return inputsGiven(id, declarations, given, configuration);
}

/** The same of values by name; a name that is not declared is an error. */
export function inputsGiven(
  id: string,
  declarations: InputDeclarations,
  given: Readonly<Record<string, string>>,
  configuration?: Pick<Configuration, 'tasks'>,
): JsonObject {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(declarations, name));
  if (unknown !== undefined) {
    const known = Object.keys(declarations).join(', ') || 'none';
    throw new InputError(`${id} has no input "${unknown.slice(0, 80)}"; it has: ${known}`);
  }
  const configured =
    configuration && Object.hasOwn(configuration.tasks, id) ? configuration.tasks[id]?.inputs : undefined;
  const merged = Object.fromEntries(
    Object.keys(declarations).map((name) => [name, given[name] || configured?.[name]] as const),
  );
  const parsed = parseInputs(declarations, merged);
  if ('inputs' in parsed) return parsed.inputs as JsonObject;
  const lines = parsed.errors.map(
    (error) => `${id}: input ${error.input}: "${error.value}" is not allowed here; allowed: ${error.allowed}`,
  );
  throw new InputError(lines.join('\n'));
}
