import { z } from 'zod';
import { type InputDeclaration, type InputDeclarations, parseInputs } from '../task/inputs.ts';

/** What the configuration says about a task. */
export interface ConfiguredTask {
  /** false: it is never due, and a report says so. */
  readonly enabled: boolean;
  /** Inputs as given in the file; `parseInputs` of the task fills in the rest. Each has been checked. */
  readonly inputs: Readonly<Record<string, string | number | boolean>>;
}

function scalar(declaration: InputDeclaration) {
  switch (declaration.kind) {
    case 'boolean':
      return z.boolean();
    case 'integer':
      return z.int().min(declaration.min).max(declaration.max);
    case 'number':
      return z.number().min(declaration.min).max(declaration.max);
    case 'choice':
      return z.enum(declaration.values as readonly [string, ...string[]]);
    case 'share':
      return z.union([z.number(), z.string()]);
    case 'duration':
    case 'text':
      return z.string();
  }
}

function input(name: string, declaration: InputDeclaration) {
  return scalar(declaration)
    .superRefine((value, context) => {
      const parsed = parseInputs({ [name]: declaration }, { [name]: value });
      if ('inputs' in parsed) return;
      const allowed = parsed.errors[0]?.allowed ?? declaration.description;
      context.addIssue({
        code: 'custom',
        message: 'is not allowed here',
        params: { says: 'is not allowed here', allowed },
      });
    })
    .meta({ description: declaration.description, default: declaration.default })
    .exactOptional();
}

function task(id: string, declarations: InputDeclarations) {
  const inputs = Object.entries(declarations).map(([name, declaration]) => [name, input(name, declaration)] as const);
  return z
    .strictObject({
      enabled: z.boolean().describe('false: the task is never due.').default(true),
      ...(Object.fromEntries(inputs) as Record<string, z.ZodType<string | number | boolean>>),
    })
    .describe(`Settings of ${id}.`)
    .transform(({ enabled, ...given }): ConfiguredTask => ({ enabled: enabled as boolean, inputs: given }));
}

/** Settings of the tasks: those that exist, with the inputs that they declare. */
export function tasks(taskInputs: Readonly<Record<string, InputDeclarations>>) {
  const entries = Object.entries(taskInputs).map(([id, inputs]) => [id, task(id, inputs).exactOptional()] as const);
  return z
    .strictObject(Object.fromEntries(entries))
    .describe('Settings of single tasks: switched off, or with other inputs.')
    .transform((given) => given as Readonly<Record<string, ConfiguredTask>>)
    .prefault({});
}
