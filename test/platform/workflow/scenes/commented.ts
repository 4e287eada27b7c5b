import { setTimeout as sleep } from 'node:timers/promises';
import { onlySomeJobs } from '../../../../sandbox/act/some-jobs.ts';
import { bot, cast } from '../../../../sandbox/github/cast.ts';
import { type Barrier, barrier } from '../barrier.ts';
import { type Job, jobIn, type Step, stepUsing, variant, withJobs } from '../rewriting.ts';
import { increase, type Played, type Stage, type World } from '../stage.ts';

/** What the scene leaves to be judged. */
export interface Commented {
  /** The plan's own run. */
  readonly planned: Played;
  /** The run in which every comment is checked, and applied by whoever gets past that. */
  readonly run: Played;
  /** A comment of somebody who may only read, as its event starts the workflow that is generated. */
  readonly byEvent: Played;
  /** The approval that would have been good, after another commit. */
  readonly later: Played;
  readonly before: World;
  readonly after: World;
}

/** The right comment, on an issue whose text somebody has changed. */
export const last = 'body edited';
/** What is tried on the applying job as well, as if it had been in order when it was checked. */
export const changedSince = [
  'comment restored',
  'comment deleted',
  'by an app',
  'by a reader',
  'by somebody removed since',
  'text around the command',
  'on a look-alike by a person',
];
const command = 'approve {digits}';
/** GitHub writes times in whole seconds: an edit within the same one would not show. */
const secondMs = 1_100;

/** One plan with an issue as its gate, and every comment on it, or beside it, that approves nothing. */
export async function commented(stage: Stage): Promise<Commented> {
  const { control } = stage;
  const before = stage.world();
  const planned = await stage.play({ workflow: 'dispatch', event: increase, gate: 'issue', asRun: only('plan') });
  const { document } = await stage.planOf(planned.runId);
  const issue = document.issue ?? 0;
  const { body } = await control.editIssue(issue, {});
  const comments = await write(stage, issue, body);
  const good = (await control.comment(issue, 'reviewer', command)).id;
  const again = { workflow: 'approve', gate: 'issue', again: true } as const;
  try {
    const points = pointsIn(stage.folder);
    const { ended } = stage.start({
      ...again,
      event: { name: 'workflow_dispatch', inputs: { comment: `${good}` } },
      asRun: (text) =>
        only('check', 'adaptive')(withJobs(text, (jobs) => tryAll(jobs, points, { ...comments, [last]: good }))),
    });
    const edit = async (point: Barrier, shown: string): Promise<void> => {
      await Promise.race([point.reached(), ended]);
      await control.editIssue(issue, { body: shown });
      point.go();
    };
    await edit(points.checked, `${body} `);
    await edit(points.begun, body);
    await edit(points.applied, `${body} `);
    const run = await ended;
    await control.editIssue(issue, { body });
    const byReader = await control.commentEvent(comments['by a reader'] ?? 0);
    const byEvent = await stage.play({ ...again, event: byReader });
    const later = await stage.play({ ...again, again: false, event: await control.commentEvent(good) });
    return { planned, run, byEvent, later, before, after: stage.world() };
  } finally {
    await control.account('operator', { role: 'write' });
  }
}

const only =
  (...jobs: string[]) =>
  (text: string): string =>
    onlySomeJobs(text, { jobs, outputs: {} });

/** Between which steps the body of the issue is changed, and put back. */
interface Points {
  readonly checked: Barrier;
  readonly begun: Barrier;
  readonly applied: Barrier;
}

function pointsIn(folder: string): Points {
  const at = (name: string): Barrier => barrier(folder, name);
  return { checked: at('checked'), begun: at('begun'), applied: at('applied') };
}

/** Both jobs look at one comment after the other; the second at those that could have become what they are after the first. */
function tryAll(jobs: Record<string, Job>, points: Points, comments: Readonly<Record<string, number>>): void {
  const steps = (
    id: string,
    action: string,
    names: readonly string[],
  ): { tried: Step[]; body: Step; first: Step[] } => {
    const job = jobIn(jobs, id);
    job.if = 'always()';
    const { step, before: first } = stepUsing(job, action);
    const of = (name: string): Step => variant(step, name, { comment: `${comments[name]}` });
    return { tried: names.map(of), body: of(last), first };
  };
  const check = steps(
    'check',
    'approve',
    Object.keys(comments).filter((name) => name !== last),
  );
  jobIn(jobs, 'check').steps = [...check.first, ...check.tried, points.checked.step, check.body];
  const adaptive = steps('adaptive', 'apply', changedSince);
  jobIn(jobs, 'adaptive').steps = [
    ...adaptive.first,
    points.begun.step,
    ...adaptive.tried,
    points.applied.step,
    adaptive.body,
  ];
}

/** The comments by the name of their case. */
async function write({ control }: Stage, issue: number, body: string): Promise<Record<string, number>> {
  const say = async (...said: Parameters<typeof control.comment>): Promise<number> =>
    (await control.comment(...said)).id;
  const open = (rest: object): Promise<number> =>
    control.openIssue({ title: 'Approve? Increase capacity', body, ...rest });
  const [edited, restored, deleted] = [
    await say(issue, 'reviewer', 'I am looking at it'),
    await say(issue, 'reviewer', command),
    await say(issue, 'reviewer', command),
  ];
  await sleep(secondMs);
  const own = await control.editComment(restored, 'wait');
  const digits = /`([0-9a-f]{20})`/.exec(body)?.[1] ?? '';
  await control.editComment(edited, `approve ${digits}`);
  await control.editComment(own.id, `approve ${digits}`);
  await control.deleteComment(deleted);
  const byOperator = await say(issue, 'operator', command);
  await control.account('operator', { role: 'none' });
  return {
    'comment edited': edited,
    'comment restored': restored,
    'comment deleted': deleted,
    'by an app': await say(issue, 'app', command),
    'by an app for a person': await say(issue, 'reviewer', command, true),
    'by a reader': await say(issue, 'reader', command),
    'by a stranger': await say(issue, 'stranger', command),
    'by somebody removed since': byOperator,
    'by who asked': await say(issue, 'requester', command),
    'text around the command': await say(issue, 'reviewer', `Yes, ${command}, please`),
    'only 7 digits': await say(issue, 'reviewer', `approve ${digits.slice(0, 7)}`),
    "another plan's digits": await say(issue, 'reviewer', `approve ${[...digits].reverse().join('')}`),
    'on a look-alike by a person': await say(await open({ author: cast.author }), 'reviewer', `approve ${digits}`),
    'on a look-alike by our own account': await say(await open({ author: bot }), 'reviewer', `approve ${digits}`),
    'on a pull request': await say(await open({ author: bot, pullRequest: true }), 'reviewer', `approve ${digits}`),
    'on an issue of somebody else': await say(
      await control.openIssue({ author: cast.stranger, body: 'Help!' }),
      'stranger',
      `approve ${digits}`,
    ),
  };
}
