import { stringify } from 'yaml';
import type { TaskDeclaration } from '../../src/domain/task/declaration.ts';
import type { InputDeclaration } from '../../src/domain/task/inputs.ts';
import { type PipelineAction, taskInputs, taskOutputs } from '../../src/runtime/pipeline-actions.ts';

const banner = '# Written by `npm run sync` from the declaration. Do not edit.\n';

interface ActionInput {
  readonly description: string;
  readonly required: boolean;
  readonly default: string;
}

/** What an input accepts, appended to its description. */
export function describeInput(declaration: InputDeclaration): string {
  switch (declaration.kind) {
    case 'choice':
      return `${declaration.description} One of: ${declaration.values.filter((value) => value !== '').join(', ')}.`;
    case 'integer':
    case 'number':
      return `${declaration.description} From ${declaration.min} to ${declaration.max} ${declaration.unit}.`;
    case 'share':
      return `${declaration.description} A share from ${declaration.min} to ${declaration.max}, or a percentage.`;
    case 'duration':
      return `${declaration.description} From ${declaration.min} to ${declaration.max}.`;
    default:
      return declaration.description;
  }
}

const actionInputs = (
  inputs: Readonly<Record<string, InputDeclaration>>,
  defaults: boolean,
): Record<string, ActionInput> =>
  Object.fromEntries(
    Object.entries(inputs).map(([name, declaration]) => [
      name,
      {
        description: defaults
          ? `${describeInput(declaration)} Default: the configuration's, else ${declaration.default}.`
          : describeInput(declaration),
        required: false,
        default: defaults ? '' : String(declaration.default),
      },
    ]),
  );

/** `actions/<id>/action.yml` of a task. An input left empty takes the configuration's value, else the declared default. */
export function taskAction(task: TaskDeclaration): string {
  return (
    banner +
    stringify(
      {
        name: `Rooivalk: ${task.title}`,
        description: task.description,
        inputs: { ...actionInputs(taskInputs, false), ...actionInputs(task.inputs, true) },
        outputs: Object.fromEntries(
          Object.entries({ ...taskOutputs, ...task.outputs }).map(([name, description]) => [name, { description }]),
        ),
        runs: { using: 'node24', main: `../../dist/${task.id}/index.js` },
      },
      { lineWidth: 120 },
    )
  );
}

/** `action.yml` of an action that is not a task: the conductor at the root, the others under `actions/`. */
export function pipelineAction(action: PipelineAction): string {
  const up = action.folder === '' ? '' : '../../';
  return (
    banner +
    stringify(
      {
        name: `Rooivalk: ${action.title}`,
        description: action.description,
        inputs: actionInputs(action.inputs, false),
        outputs: Object.fromEntries(
          Object.entries(action.outputs).map(([name, description]) => [name, { description }]),
        ),
        runs: {
          using: 'node24',
          main: `${up}dist/${action.id}/index.js`,
          ...(action.post ? { post: `${up}dist/${action.id}/post.js`, 'post-if': 'always()' } : {}),
        },
      },
      { lineWidth: 120 },
    )
  );
}
