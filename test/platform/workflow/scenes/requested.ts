import { onlySomeJobs } from '../../../../sandbox/act/some-jobs.ts';
import { cast } from '../../../../sandbox/github/cast.ts';
import { CA_BUNDLE } from '../../../../sandbox/platform/manifests/objects.ts';
import { barrier } from '../barrier.ts';
import { type Job, jobIn, stepUsing, withJobs } from '../rewriting.ts';
import { increase, type Played, type SceneRun, type Stage, type World } from '../stage.ts';

/** What the scene leaves to be judged. */
export interface Requested {
  readonly runs: Readonly<Record<string, Played>>;
  readonly before: World;
  readonly after: World;
}

const otherId = 10770099;
const digits = 'digits in a sentence';

/** Runs that nobody may ask for, and those of which something has changed before the gate, each approved. */
export async function requested(stage: Stage): Promise<Requested> {
  const before = stage.world();
  const run = { workflow: 'dispatch', event: increase, asRun: played(() => {}) } as const;
  const again: SceneRun = { ...run, again: true };
  const runs = {
    'dispatched by a bot': await stage.play({ ...run, by: 'app' }),
    'dispatched from a branch': await stage.play({ ...again, branch: 'mine' }),
    'the same login, another id; and who triggered it': await byOthers(stage, again),
    'the plan job failed': await stage.play({ ...again, asRun: played(failing) }),
    'the plan job was skipped': await stage.play({ ...again, asRun: played(skipped) }),
    'a ConfigMap of the pods changed': await withOtherConfigMap(stage, again),
  };
  return { runs, before, after: stage.world() };
}

/** Planning and the gate alone; the report of the whole is merged by a job of which nothing depends here. */
const played =
  (change: (jobs: Record<string, Job>) => void) =>
  (text: string): string =>
    onlySomeJobs(withJobs(text, change), { jobs: ['plan', 'adaptive'], outputs: {} });

function failing(jobs: Record<string, Job>): void {
  jobIn(jobs, 'plan').steps.push({ name: 'Fail', run: 'exit 1' });
}

function skipped(jobs: Record<string, Job>): void {
  jobIn(jobs, 'plan').if = 'false';
  const adaptive = jobIn(jobs, 'adaptive');
  adaptive.if = 'always()';
  Object.assign(stepUsing(adaptive, 'apply').step.with ?? {}, { digest: `sha256:${'0'.repeat(64)}`, artifact: '1' });
}

/** Two approve: one by the reviewer's login, which belongs to somebody else by then, one who has triggered the run. */
async function byOthers({ control, play }: Stage, run: SceneRun): Promise<Played> {
  await control.account('reviewer', { id: otherId, role: 'write' });
  try {
    const acts = [
      { by: 'reviewer', state: 'approved', comment: digits },
      { by: 'operator', state: 'approved', comment: digits },
    ] as const;
    return await play({ ...run, triggeredBy: 'operator', script: { name: 'by others', acts } });
  } finally {
    await control.account('reviewer', { id: cast.reviewer.id });
  }
}

/** The plan's basis has moved when it is applied: somebody has written to a ConfigMap that its pods mount. */
async function withOtherConfigMap(stage: Stage, run: SceneRun): Promise<Played> {
  const approved = barrier(stage.folder, 'approved');
  const waiting = (jobs: Record<string, Job>): void => {
    const job = jobIn(jobs, 'adaptive');
    const { step, before } = stepUsing(job, 'apply');
    job.steps = [...before, approved.step, step];
  };
  const { ended } = stage.start({ ...run, asRun: played(waiting) });
  await Promise.race([approved.reached(), ended]);
  stage.kubectl('-n', 'phoenix-rooivalk', 'annotate', '--overwrite', 'configmap', CA_BUNDLE, `looked-at=${Date.now()}`);
  approved.go();
  return ended;
}
