import { z } from 'zod';
import { longestWaitMs } from '../approval/document.ts';
import type { InputDeclarations } from '../task/inputs.ts';
import { verdictsByWeight } from '../verdict.ts';
import { blackouts } from './blackouts.ts';
import { kubeconfig } from './kubeconfig.ts';
import { platform } from './platform.ts';
import { section } from './section.ts';
import { tasks } from './tasks.ts';
import { thresholds } from './thresholds.ts';
import { duration, plainName, text } from './values.ts';
import { windows } from './windows.ts';

/** The inputs of every task by id: from the declarations. */
export type TaskInputs = Readonly<Record<string, InputDeclarations>>;

const approval = section('How changes that need approval get it.', {
  gate: z
    .enum(['environment', 'issue'], { error: 'is not a gate' })
    .describe(
      '`environment`: required reviewers of a GitHub environment. `issue`: a comment on an issue, where environments have no reviewers.',
    )
    .default('environment'),
  'digest-in-comment': z
    .boolean()
    .describe("The reviewer's comment must contain the digits of the plan. Switched off, reports say so.")
    .default(true),
  approvers: z
    .array(
      text(
        'A GitHub login.',
        { says: 'is not a GitHub login', allowed: 'letters, digits and single hyphens, without @' },
        (value) => /^[a-zA-Z0-9](-?[a-zA-Z0-9]){0,38}$/.test(value),
      ),
    )
    .max(100)
    .describe('Who may approve with the issue gate. Default: whoever may write to the repository.')
    .exactOptional(),
  'valid-for': duration(
    'How long a plan outside every window may be approved and applied; one for a window ends with it.',
    longestWaitMs,
  ).prefault('24h'),
});

const notify = section('Who hears of it.', {
  heartbeat: text(
    'Address that hears from every watch run; silence there means that schedules have stopped.',
    { says: 'is not an https address', allowed: 'https:// with host and path, without user or password' },
    (value) => /^https:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/.test(value),
  ).exactOptional(),
  assignees: z
    .array(plainName('A GitHub login.'))
    .max(10)
    .describe('Who is assigned to issues that maintenance opens.')
    .default([]),
});

const reports = section('What reports show.', {
  public: z
    .boolean()
    .describe('true: reports in a public repository show everything. false: there, verdicts and counts only.')
    .default(false),
});

const failOn = z
  .enum(verdictsByWeight, { error: 'is not a verdict' })
  .describe('From which verdict on a job is red. From harmless to worst: not-applicable, pass, warn, unknown, fail.')
  .default('unknown');

/** The schema of `.github/maintenance.yml`. Every default is the guide's. */
export function configurationFor(taskInputs: TaskInputs) {
  return section('Rooivalk Maintenance: what is maintained, when, and how strictly.', {
    platform: platform.prefault({}),
    windows: windows.prefault({}),
    blackouts,
    tasks: tasks(taskInputs),
    thresholds: thresholds.prefault({}),
    'fail-on': failOn,
    reports: reports.prefault({}),
    approval: approval.prefault({}),
    'lead-time': duration(
      "How long before a window its approvals are asked for; equal to the environments' wait timer.",
      30 * 86_400_000,
    ).prefault('48h'),
    notify: notify.prefault({}),
    kubeconfig: kubeconfig.prefault({}),
  });
}

/** The configuration as code sees it: every default filled in, durations in ms, keys in camel case. */
export type Configuration = z.output<ReturnType<typeof configurationFor>>;

/** The JSON Schema of the file, for editors (`schema/maintenance.schema.json`). */
export function configurationSchema(taskInputs: TaskInputs): Record<string, unknown> {
  const schema = z.toJSONSchema(configurationFor(taskInputs), { io: 'input', unrepresentable: 'any' });
  return { ...schema, title: '.github/maintenance.yml' };
}
