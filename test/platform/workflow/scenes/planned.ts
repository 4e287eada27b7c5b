import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onlySomeJobs } from '../../../../sandbox/act/some-jobs.ts';
import { unzipped } from '../../../../sandbox/act/unzip.ts';
import type { Refusal } from '../../../../src/domain/plan/plan.ts';
import { reportSchema } from '../../../../src/domain/report/schema.ts';
import { type Job, jobIn, stepUsing, variant, withJobs } from '../rewriting.ts';
import { increase, type Played, type Stage, type World } from '../stage.ts';

/** What the scene leaves to be judged. */
export interface PlannedBadly {
  readonly run: Played;
  /** What the report says of the paused rollout. */
  readonly paused: readonly Refusal[];
  readonly before: World;
  readonly after: World;
}

const budgets = 240;
/** Of an object, in characters. */
const longestName = 253;

/** One run whose planning job is asked for what it must refuse, one after the other; its gate is approved all the same. */
export async function plannedBadly(stage: Stage): Promise<PlannedBadly> {
  const before = stage.world();
  const change = (jobs: Record<string, Job>): void => {
    const job = jobIn(jobs, 'plan');
    const { step, before: first } = stepUsing(job, 'plan');
    job.steps = [
      ...first,
      variant(step, 'an unknown id', { task: 'make-coffee' }),
      variant(step, 'a path', { task: '../x' }),
      variant(step, '__proto__', { task: '__proto__' }),
      variant(step, 'paused rollout', { task: 'restart-workload', inputs: '', target: 'deployment/api-gateway' }),
      variant(step, 'too long to show', { inputs: 'replicas=2', target: 'deployment/monitoring-stack' }),
    ];
  };
  const withoutClose = (text: string): string =>
    onlySomeJobs(withJobs(text, change), { jobs: ['plan', 'adaptive', 'corrective', 'preventive'], outputs: {} });
  const inPlatform = ['-n', 'phoenix-rooivalk'];
  stage.kubectl(...inPlatform, 'rollout', 'pause', 'deployment/api-gateway');
  try {
    stage.kubectl(...inPlatform, 'create', '-f', budgetsFile(stage.folder));
    const run = await stage.play({ workflow: 'dispatch', event: increase, asRun: withoutClose });
    return { run, paused: await refusalsIn(stage, run.runId), before, after: stage.world() };
  } finally {
    stage.kubectl(...inPlatform, 'rollout', 'resume', 'deployment/api-gateway');
    stage.kubectl(...inPlatform, 'delete', 'poddisruptionbudget', '-l', 'scene=planned');
  }
}

/** A file with disruption budgets of one workload, so many that a plan, which names them all, fits into no issue. */
function budgetsFile(folder: string): string {
  const items = Array.from({ length: budgets }, (_, index) => ({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: `b${index}-`.padEnd(longestName, '0'), labels: { scene: 'planned' } },
    spec: { maxUnavailable: 1, selector: { matchLabels: { app: 'monitoring-stack' } } },
  }));
  const file = join(folder, 'budgets.json');
  writeFileSync(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
  return file;
}

async function refusalsIn({ control }: Stage, runId: number): Promise<readonly Refusal[]> {
  const kept = (await control.artifacts(runId)).find(({ name }) => name.startsWith('maintenance-restart-workload'));
  const files = kept === undefined ? [] : unzipped(kept.file);
  const text = files.find(({ name }) => name === 'report.json')?.content.toString('utf8');
  return reportSchema.parse(JSON.parse(text ?? 'null')).tasks.flatMap(({ plan }) => plan?.refusals ?? []);
}
