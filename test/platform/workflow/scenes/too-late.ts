import { setTimeout as sleep } from 'node:timers/promises';
import { parse, stringify } from 'yaml';
import { onlySomeJobs } from '../../../../sandbox/act/some-jobs.ts';
import { approvalDigest, shownDigest } from '../../../../src/domain/approval/digest.ts';
import type { PlanDocument } from '../../../../src/domain/approval/document.ts';
import { type Played, restart, type Stage, type World } from '../stage.ts';

/** What a scene leaves to be judged. */
export interface TooLate {
  readonly run: Played;
  readonly plan: Pick<PlanDocument, 'opening' | 'plannedAt' | 'notAfter'>;
  /** The environments that were approved. */
  readonly approved: readonly string[];
  readonly before: World;
  readonly after: World;
}

/** As much of a configuration as is changed here. */
interface Configured {
  windows: Record<string, object>;
  blackouts?: readonly object[];
  approval?: object;
}

/** What makes a plan too late, and when. Times are milliseconds since 1970; `passesAt` leaves time for making the plan. */
interface Moment {
  readonly name: string;
  readonly configure: (configuration: Configured, passesAt: number) => void;
  readonly passedAt: (plan: PlanDocument, passesAt: number) => number;
}

/** On two cores, for three plans beside each other. */
const planningMs = 90_000;
/** What applying may take: three pods of ten seconds, and a minute. A plan that is valid for less is refused while it is made. */
const applyingMs = 90_000;
const minuteMs = 60_000;
const isoSecond = (instant: number): string => new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');

const closing: Moment = {
  name: 'window-closed',
  configure({ windows }, passesAt) {
    const opensAt = Math.floor((passesAt - planningMs - applyingMs) / minuteMs) * minuteMs;
    windows.daily = { start: isoSecond(opensAt).slice(11, 16), duration: `${(passesAt - opensAt) / 1000}s` };
  },
  passedAt: (_, passesAt) => passesAt,
};

const freezing: Moment = {
  name: 'in-blackout',
  configure(configuration, passesAt) {
    outsideWindows(configuration);
    const [from, until] = [passesAt, passesAt + 60 * minuteMs].map(isoSecond);
    configuration.blackouts = [{ from, until, owner: 'release management', reason: 'the launch' }];
  },
  passedAt: (_, passesAt) => passesAt,
};

const lapsing: Moment = {
  name: 'no-longer-valid',
  configure(configuration) {
    outsideWindows(configuration);
    configuration.approval = { 'valid-for': `${(planningMs + applyingMs) / 1000}s` };
  },
  passedAt: ({ notAfter }) => Date.parse(notAfter),
};

function outsideWindows({ windows }: Configured): void {
  for (const name of Object.keys(windows)) windows[name] = { enabled: false };
}

/** The window of the plan has closed. */
export const windowClosed = (stage: Stage): Promise<TooLate> => approvedLate(stage, closing);
/** A blackout has begun. */
export const inBlackout = (stage: Stage): Promise<TooLate> => approvedLate(stage, freezing);
/** The plan's own validity has ended. */
export const noLongerValid = (stage: Stage): Promise<TooLate> => approvedLate(stage, lapsing);

/** A plan that is made in time, and approved as it should be, but late. */
async function approvedLate(stage: Stage, { name, configure, passedAt }: Moment): Promise<TooLate> {
  const before = stage.world();
  const passesAt = Math.ceil((Date.now() + planningMs + applyingMs) / 1000) * 1000;
  const { opened, ended } = stage.start({
    workflow: 'dispatch',
    event: restart,
    id: `scene-${name}`,
    review: 'nobody',
    rewrite: (path, text) =>
      path.endsWith('maintenance.yml') ? changed(text, (all) => configure(all, passesAt)) : text,
    asRun: (text) => onlySomeJobs(text, { jobs: ['plan', 'corrective'], outputs: {} }),
  });
  const { run } = await opened;
  const { document } = await whileRunning(ended, () => stage.planOf(run.id).catch(() => undefined));
  await sleep(passedAt(document, passesAt) + 1000 - Date.now());
  const comment = `Read it, agreed: ${shownDigest(approvalDigest(document))}`;
  const approved = await whileRunning(ended, async () => {
    const held = await stage.control.review(run.id, { by: 'reviewer', state: 'approved', comment });
    return held.length === 0 ? undefined : held;
  });
  const { opening, plannedAt, notAfter } = document;
  return { run: await ended, plan: { opening, plannedAt, notAfter }, approved, before, after: stage.world() };
}

function changed(text: string, change: (configuration: Configured) => void): string {
  const configuration = parse(text) as Configured;
  change(configuration);
  return stringify(configuration);
}

/** What comes while the run goes on. @throws Error with what its steps said when it ends without. */
async function whileRunning<Found>(ended: Promise<Played>, look: () => Promise<Found | undefined>): Promise<Found> {
  let over: Played | undefined;
  const watched = ended.then((played) => {
    over = played;
  });
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (over !== undefined) throw new Error(`the run came to its end before: ${JSON.stringify(over.steps)}`);
    await Promise.race([sleep(500), watched]);
  }
}
