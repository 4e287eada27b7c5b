import { formatSpan } from '../../src/domain/quantities.ts';
import { type StepKindFacts, stepKinds } from '../../src/domain/step/kinds.ts';
import type { TaskDeclaration } from '../../src/domain/task/declaration.ts';
import { taskInputs, taskOutputs } from '../../src/runtime/pipeline-actions.ts';
import { describeInput } from './action-yml.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells: string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const code = (text: string): string => `\`${text}\``;

/** The README's catalogue table. */
export function catalogueTable(tasks: readonly TaskDeclaration[]): string {
  const rows = tasks.map((task) =>
    row(
      `[${code(task.id)}](actions/${task.id}/README.md)`,
      task.description,
      task.windows.join(', ') || 'on demand',
      task.type,
      after(task),
    ),
  );
  return ['| action | what it does | window | type | needs (after) |', '|---|---|---|---|---|', ...rows].join('\n');
}

const after = (task: TaskDeclaration): string => {
  const order = task.after === 'all' ? '(all others)' : task.after.length > 0 ? `(${task.after.join(', ')})` : '';
  return [task.needs.join(', '), order].filter((text) => text !== '').join(' ') || '–';
};

const inputTable = (task: TaskDeclaration): readonly string[] => [
  '| input | what it is | default |',
  '|---|---|---|',
  ...Object.entries(taskInputs).map(([name, input]) =>
    row(
      code(name),
      describeInput(input),
      input.default === '' ? 'as the conductor decides, else `plan`' : code(input.default),
    ),
  ),
  ...Object.entries(task.inputs).map(([name, input]) =>
    row(code(name), describeInput(input), code(String(input.default))),
  ),
];

/** The verdicts that a task can reach. */
export const verdictTable = (task: TaskDeclaration): readonly string[] => [
  '| verdict | when |',
  '|---|---|',
  ...Object.entries(task.verdicts).map(([verdict, when]) => row(code(verdict), when)),
];

/** The kinds of step that a task may plan, and what undoes them. */
export const stepTable = (task: TaskDeclaration): readonly string[] =>
  task.steps.length === 0
    ? ['It changes nothing.']
    : [
        '| step | class | |',
        '|---|---|---|',
        ...task.steps.map((kind) => {
          const facts: StepKindFacts = stepKinds[kind];
          return row(code(kind), facts.undo, facts.cannotBeUndone ?? 'the inverse step puts it back');
        }),
      ];

const rightsTable = (task: TaskDeclaration): readonly string[] => [
  '| right | where | why |',
  '|---|---|---|',
  ...[...task.permissions.observe, ...task.permissions.change].map((permission) =>
    row(
      `${permission.verbs.join(', ')} ${code(permission.subresource === undefined ? permission.resource.plural : `${permission.resource.plural}/${permission.subresource}`)}`,
      permission.scope,
      permission.why,
    ),
  ),
];

/** `actions/<id>/README.md`: everything that a user of the action needs. */
export function taskReadme(task: TaskDeclaration): string {
  return `<!-- Written by \`npm run sync\` from the declaration. Do not edit. -->
# ${task.id}

${task.description}

In the guide: ${task.guide.map(code).join(', ')} · window: ${task.windows.join(', ') || 'on demand'} · type: ${task.type} · priority: ${task.priority} · estimate: ${formatSpan(task.estimateMs)}

\`\`\`yaml
- uses: OWNER/REPO/actions/${task.id}@<sha> # v1
  with:
    mode: plan
\`\`\`

## Inputs

An input left empty takes the value of \`tasks.${task.id}\` in \`.github/maintenance.yml\`, else the default.

${inputTable(task).join('\n')}

## Outputs

| output | what it is |
|---|---|
${Object.entries({ ...taskOutputs, ...task.outputs })
  .map(([name, what]) => row(code(name), what))
  .join('\n')}

## Verdicts

${verdictTable(task).join('\n')}

## Steps

${stepTable(task).join('\n')}

## Rights

\`deploy/rbac/tasks/${task.id}.yaml\` grants exactly these:

${rightsTable(task).join('\n')}
`;
}

/** `docs/catalogue.md`: every task on one page. */
export function cataloguePage(tasks: readonly TaskDeclaration[]): string {
  const sections = tasks.map(
    (task) =>
      `## ${task.id}\n\n${task.description}\n\n${verdictTable(task).join('\n')}\n\n${stepTable(task).join('\n')}\n\nIn the guide: ${task.guide.map(code).join(', ')}. [Inputs, outputs and rights](../actions/${task.id}/README.md)\n`,
  );
  const table = catalogueTable(tasks).replaceAll('](actions/', '](../actions/');
  return `<!-- Written by \`npm run sync\` from the declarations. Do not edit. -->\n# Catalogue\n\n${table}\n\n${sections.join('\n')}`;
}

/** Replace what stands between \`<!-- name -->\` and \`<!-- /name -->\`. */
export function replaceBetween(document: string, name: string, content: string): string {
  const [open, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = document.indexOf(open);
  const stop = document.indexOf(end);
  if (start < 0 || stop < start) throw new Error(`the markers ${open} and ${end} are missing`);
  return `${document.slice(0, start + open.length)}\n${content}\n${document.slice(stop)}`;
}
