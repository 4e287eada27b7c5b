import { z } from 'zod';
import { configurationSchema } from '../../src/domain/configuration/configuration.ts';
import { defaultConfiguration } from '../../src/domain/configuration/read.ts';
import { reportSchema } from '../../src/domain/report/schema.ts';
import type { TaskDeclaration } from '../../src/domain/task/declaration.ts';
import { pipelineActions } from '../../src/runtime/pipeline-actions.ts';
import { pipelineAction, taskAction } from './action-yml.ts';
import { cataloguePage, catalogueTable, replaceBetween, taskReadme } from './documents.ts';
import { dryRunManifest } from './dry-run.ts';
import { identitiesOf } from './identity.ts';
import { identityManifest, namespaceManifest } from './rbac.ts';
import { findingsIn, runbook, sharedRunbook, sourcesOf, sourcesUnder } from './runbooks.ts';
import { approveWorkflow } from './workflows/approve.ts';
import { dispatchWorkflow } from './workflows/dispatch.ts';
import { adopters, type Flavour, own } from './workflows/parts.ts';
import { prepareWorkflow } from './workflows/prepare.ts';
import { watchWorkflow } from './workflows/watch.ts';
import { windowWorkflow } from './workflows/window.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Every generated file: its path from the root, and its content. */
export function outputs(
  tasks: readonly TaskDeclaration[],
  readme: string,
  root: string,
): readonly (readonly [string, string])[] {
  const inputs = Object.fromEntries(tasks.map((task) => [task.id, task.inputs]));
  const { platform } = defaultConfiguration(inputs);
  return [
    ...tasks.flatMap((task) => [
      [`actions/${task.id}/action.yml`, taskAction(task)] as const,
      [`actions/${task.id}/README.md`, taskReadme(task)] as const,
      [`docs/runbooks/${task.id}.md`, runbook(task, findingsIn(sourcesOf(root, task)))] as const,
      [
        `deploy/rbac/tasks/${task.id}.yaml`,
        identityManifest({ name: `maintenance-${task.id}`, tasks: [task], changes: true }, platform),
      ] as const,
    ]),
    ...pipelineActions.map(
      (action) =>
        [action.folder === '' ? 'action.yml' : `${action.folder}/action.yml`, pipelineAction(action)] as const,
    ),
    ['README.md', replaceBetween(readme, 'catalogue', catalogueTable(tasks))],
    ['docs/runbooks/findings.md', sharedRunbook(findingsIn(sourcesUnder(root, ...sharedSources)))],
    ['docs/catalogue.md', cataloguePage(tasks)],
    ['deploy/rbac/namespace.yaml', namespaceManifest()],
    ...identitiesOf(tasks).map(
      (identity) => [`deploy/rbac/${identity.name}.yaml`, identityManifest(identity, platform)] as const,
    ),
    ['deploy/rbac/maintenance-dry-run.yaml', dryRunManifest(platform)],
    ['schema/maintenance.schema.json', json(configurationSchema(inputs))],
    ['schema/report.schema.json', json(z.toJSONSchema(reportSchema))],
    ...workflows.flatMap(([name, write]) => [
      [`.github/workflows/${name}.yml`, write(tasks, own)] as const,
      [`templates/${name}.yml`, write(tasks, adopters)] as const,
    ]),
  ];
}

/** Where findings of more than one task are made. */
const sharedSources = ['observation', 'steps', 'pipeline', 'domain/state', 'domain/certificate', 'runtime'];

/** Every workflow, ours and as adopters copy it. */
const workflows: readonly (readonly [string, (tasks: readonly TaskDeclaration[], flavour: Flavour) => string])[] = [
  ['daily', (tasks, flavour) => windowWorkflow('daily', tasks, flavour)],
  ['weekly', (tasks, flavour) => windowWorkflow('weekly', tasks, flavour)],
  ['prepare', (_tasks, flavour) => prepareWorkflow(flavour)],
  ['dispatch', dispatchWorkflow],
  ['approve', (_tasks, flavour) => approveWorkflow(flavour)],
  ['watch', (_tasks, flavour) => watchWorkflow(flavour)],
];
