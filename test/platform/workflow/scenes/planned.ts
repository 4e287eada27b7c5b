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
    ];
  };
  const withoutClose = (text: string): string =>
    onlySomeJobs(withJobs(text, change), { jobs: ['plan', 'adaptive', 'corrective', 'preventive'], outputs: {} });
  const inPlatform = ['-n', 'phoenix-rooivalk', 'rollout'];
  stage.kubectl(...inPlatform, 'pause', 'deployment/api-gateway');
  try {
    const run = await stage.play({ workflow: 'dispatch', event: increase, asRun: withoutClose });
    return { run, paused: await refusalsIn(stage, run.runId), before, after: stage.world() };
  } finally {
    stage.kubectl(...inPlatform, 'resume', 'deployment/api-gateway');
  }
}

async function refusalsIn({ control }: Stage, runId: number): Promise<readonly Refusal[]> {
  const kept = (await control.artifacts(runId)).find(({ name }) => name.startsWith('maintenance-restart-workload'));
  const files = kept === undefined ? [] : unzipped(kept.file);
  const text = files.find(({ name }) => name === 'report.json')?.content.toString('utf8');
  return reportSchema.parse(JSON.parse(text ?? 'null')).tasks.flatMap(({ plan }) => plan?.refusals ?? []);
}
