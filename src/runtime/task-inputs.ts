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
  const configured =
    configuration && Object.hasOwn(configuration.tasks, id) ? configuration.tasks[id]?.inputs : undefined;
  const given = Object.fromEntries(
    Object.keys(declarations).map((name) => [name, environment.input(name) || configured?.[name]] as const),
  );
  const parsed = parseInputs(declarations, given);
  if ('inputs' in parsed) return parsed.inputs as JsonObject;
  const lines = parsed.errors.map(
    (error) => `${id}: input ${error.input}: "${error.value}" is not allowed here; allowed: ${error.allowed}`,
  );
  throw new InputError(lines.join('\n'));
}
