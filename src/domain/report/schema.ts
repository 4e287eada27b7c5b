import { z } from 'zod';
import { units } from '../measurement.ts';
import { mostForecasts, reportedForecast } from './forecasts.ts';

/** The version of the report's schema; raised when a reader of the old one could be misled. */
export const reportSchemaVersion = 1;

const instant = z.string().describe('ISO 8601, UTC');
const verdict = z.enum(['pass', 'warn', 'fail', 'unknown', 'not-applicable']);
const json: z.ZodType = z.unknown();

const finding = z.object({
  fingerprint: z.string().describe('the same finding in two runs has the same fingerprint'),
  task: z.string(),
  code: z.string(),
  severity: z.enum(['fail', 'unknown', 'warn', 'info']),
  subject: z.string(),
  title: z.string(),
  evidence: z.string(),
  next: z.string(),
  state: z.enum(['new', 'persisting', 'fixed']),
  firstSeen: instant,
});

const measurement = z.object({
  name: z.string(),
  subject: z.string().optional(),
  value: z.number(),
  unit: z.enum(units),
  comparedWith: z.object({ what: z.string(), value: z.number() }).optional(),
});

const step = z.object({
  id: z.string(),
  kind: z.string(),
  subject: z.string(),
  owner: z.string().optional().describe('what the subject belongs to, where its own name is new every time'),
  from: json,
  to: json,
  parameters: json,
  why: z.string(),
  risk: z.string(),
  undo: z.string(),
  deadlineMs: z.number(),
  unit: z.string().optional().describe('steps of one unit stand or fall together'),
  independent: z.literal(true).optional().describe('its unit does not rest on those before it'),
  hold: z.string().optional().describe('why the subject must not be rolled back'),
});

const refusal = z.object({ subject: z.string(), rule: z.string(), state: z.string(), next: z.string() });
const notChecked = z.object({ subject: z.string(), why: z.string() });

const applied = z.object({
  step: z.string().describe('the id of the step'),
  outcome: z.enum(['done', 'failed', 'skipped']),
  text: z.string().optional(),
  cause: z.string().optional(),
  kept: z
    .array(z.object({ what: z.string(), lines: z.array(z.string()) }))
    .optional()
    .describe('what was kept when it failed: ends of logs, events'),
  durationMs: z.number(),
});

const undone = z.object({
  step: z.string().describe('the id of the step'),
  outcome: z
    .enum(['done', 'not-needed', 'stays', 'held', 'frozen', 'failed'])
    .describe('done: the world shows what was there before; stays: it has no way back, as its plan said'),
  text: z.string().optional(),
  cause: z.string().optional(),
  durationMs: z.number(),
});

const taskEntry = z.object({
  id: z.string(),
  title: z.string(),
  type: z.enum(['preventive', 'corrective', 'adaptive', 'perfective']),
  verdict,
  phase: z.enum(['before', 'main', 'after']),
  status: z.enum([
    'planned',
    'waiting',
    'done',
    'nothing-to-do',
    'refused',
    'failed',
    'skipped',
    'deferred',
    'rolled-back',
    'frozen',
    'cancelled',
  ]),
  cause: z.string().optional().describe('why it was not carried out, or not to its end'),
  result: z.string().describe('one line: what came of it'),
  notChecked: z.array(notChecked),
  plan: z.object({ digest: z.string(), steps: z.array(step), refusals: z.array(refusal) }).optional(),
  applied: z.array(applied),
  undone: z.array(undone),
  measurements: z.array(measurement),
  forecasts: z.array(reportedForecast).max(mostForecasts).optional(),
  durationMs: z.number(),
});

const approval = z.object({
  environment: z.string(),
  by: z.string(),
  comment: z.string(),
  digest: z.string(),
  requesters: z
    .array(z.object({ login: z.string(), as: z.string().describe('the part in which they asked') }))
    .optional()
    .describe('who asked for what was approved; the approver was compared with each by number'),
});

/** The schema of `report.json`: the one source of everything a person reads. */
export const reportSchema = z
  .object({
    schemaVersion: z.literal(reportSchemaVersion),
    kind: z.enum(['task', 'window']),
    id: z.string(),
    mode: z.enum(['plan', 'apply']),
    run: z.object({
      url: z.string(),
      number: z.number().optional(),
      attempt: z.number(),
      event: z.string(),
      actor: z.string(),
      requestedBy: z.string(),
      reason: z.string().optional(),
    }),
    platform: z.object({
      name: z.string(),
      cluster: z.string(),
      namespace: z.string(),
      context: z.string().optional().describe('of kubectl, in the commands for people'),
    }),
    window: z
      .object({
        name: z.string(),
        opensAt: instant.optional(),
        closesAt: instant.optional(),
        openedLate: z.number().optional().describe('milliseconds from the opening to the start of the run'),
        outside: z.boolean(),
      })
      .optional(),
    startedAt: instant,
    finishedAt: instant,
    verdict,
    advisory: z.string().optional().describe('what is not enforced by credentials here'),
    withheld: z
      .object({ fail: z.number(), unknown: z.number(), warn: z.number() })
      .optional()
      .describe(
        'in a public repository without reports.public: how many findings of each severity; nothing else is shown',
      ),
    notes: z.array(z.string()).describe('what the conductor decided, a sentence each'),
    refusal: refusal.optional().describe('what was asked for by hand and is not done'),
    findings: z.array(finding),
    tasks: z.array(taskEntry),
    approvals: z.array(approval),
  })
  .describe('What a maintenance task or window did and found');

/** A report. */
export type Report = z.infer<typeof reportSchema>;
/** A task's part of a report. */
export type TaskEntry = Report['tasks'][number];
/** A finding with what earlier runs knew of it. */
export type ReportedFinding = Report['findings'][number];
/** When a task ran: health is looked at before and after changes. */
export type Phase = TaskEntry['phase'];
