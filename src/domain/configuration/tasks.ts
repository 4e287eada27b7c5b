import { z } from 'zod';
import { type WindowName, windowNames } from '../task/declaration.ts';
import { type InputDeclaration, type InputDeclarations, parseInputs } from '../task/inputs.ts';

/** What the configuration says about a task. */
export interface ConfiguredTask {
  /** false: it is never due, and a report says so. */
  readonly enabled: boolean;
  /** Of a task that needs approval: the windows for which it is planned ahead, instead of those that it declares. */
  readonly windows?: readonly WindowName[];
  /** Inputs as given in the file; `parseInputs` of the task fills in the rest. Each has been checked. */
  readonly inputs: Readonly<Record<string, Scalar>>;
}

type Scalar = string | number | boolean;

/** How an input looks to an editor; {@link parseInputs} is what decides. */
function shape(declaration: InputDeclaration): Record<string, unknown> {
  switch (declaration.kind) {
    case 'boolean':
      return { type: 'boolean' };
    case 'integer':
    case 'number':
      return { type: declaration.kind, minimum: declaration.min, maximum: declaration.max };
    case 'choice':
      return { type: 'string', enum: [...declaration.values] };
    case 'share':
      return { type: ['number', 'string'] };
    case 'duration':
    case 'text':
      return { type: 'string' };
  }
}

function input(name: string, declaration: InputDeclaration) {
  return z
    .unknown()
    .superRefine((value, context) => {
      const isScalar = ['string', 'number', 'boolean'].includes(typeof value);
      const parsed = parseInputs({ [name]: declaration }, { [name]: isScalar ? value : '\0' });
      if (isScalar && 'inputs' in parsed) return;
      const allowed = ('errors' in parsed ? parsed.errors[0]?.allowed : undefined) ?? 'a single value';
      const words = declaration.kind === 'choice' ? declaration.values : undefined;
      context.addIssue({ code: 'custom', message: 'is not allowed here', input: value, params: { allowed, words } });
    })
    .meta({ description: declaration.description, default: declaration.default, ...shape(declaration) })
    .transform((value) => value as Scalar)
    .exactOptional();
}

function task(id: string, declarations: InputDeclarations) {
  const inputs = Object.entries(declarations).map(([name, declaration]) => [name, input(name, declaration)] as const);
  return z
    .strictObject({
      enabled: z.boolean().describe('false: the task is never due.').default(true),
      windows: z
        .array(z.enum(windowNames, { error: 'is not a window' }))
        .describe('Of a task that needs approval: the windows for which it is planned ahead.')
        .exactOptional(),
      ...(Object.fromEntries(inputs) as Record<string, z.ZodType<Scalar>>),
    })
    .describe(`Settings of ${id}.`)
    .transform(({ enabled, windows, ...given }): ConfiguredTask => {
      const chosen = windows as readonly WindowName[] | undefined;
      const inputs = given as Readonly<Record<string, Scalar>>;
      return { enabled: enabled as boolean, inputs, ...(chosen === undefined ? {} : { windows: chosen }) };
    });
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
