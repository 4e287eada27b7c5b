import { blackoutsAt, untilBlackout } from '../../domain/calendar/blackouts.ts';
import { describeBlackout, explain, utcOf } from '../../domain/calendar/explanation.ts';
import { openAt, timeLeft } from '../../domain/calendar/openings.ts';
import type { Calendar } from '../../domain/calendar/window.ts';
import { JOB_MS, RESERVE_MS } from '../../domain/conduct/scene.ts';
import type { Job } from '../../domain/job/job.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import type { Verdict } from '../../domain/verdict.ts';

/** What a single task, started by itself, begins from. */
export interface AloneRequest {
  readonly task: string;
  readonly mode: 'plan' | 'apply';
  /** Written by whoever started it; blank is none. */
  readonly reason: string;
  readonly calendar: Calendar;
  /** Epoch ms. */
  readonly now: number;
  readonly run: Job['run'];
  readonly platform: Job['platform'];
  /** What credentials do not enforce here. */
  readonly advisory?: string;
  readonly failOn: Verdict;
}

/**
 * The job of one task by itself. Pure. Looking is allowed at any time; applying while a window is open, or outside every
 * window with a written reason, and never in a blackout: else the job holds a refusal and nothing is due.
 */
export function beginAlone(request: AloneRequest): Job {
  const { calendar, now, mode } = request;
  const opening = openAt(calendar, now)[0];
  const refusal = mode === 'plan' ? undefined : refusalOf(request, opening !== undefined);
  const jobEnd = now + JOB_MS;
  const end =
    opening === undefined ? untilBlackout(calendar, { from: now, until: jobEnd }) : now + timeLeft(opening, now);
  const instant = (ms: number) => new Date(ms).toISOString();
  return {
    mode,
    run: { ...request.run, ...(request.reason === '' ? {} : { reason: request.reason }) },
    platform: request.platform,
    window:
      opening === undefined
        ? { name: request.task, outside: true }
        : { name: opening.window, opensAt: instant(opening.start), closesAt: instant(opening.end), outside: false },
    absorbs: [],
    continues: false,
    due: refusal === undefined ? [request.task] : [],
    lookOnly: [],
    notDue:
      refusal === undefined ? [] : [{ id: request.task, status: 'refused', verdict: 'warn', cause: refusal.rule }],
    notes: [opening === undefined ? 'outside every window' : `${opening.window} is open until ${utcOf(opening.end)}`],
    findings: [],
    ...(refusal === undefined ? {} : { refusal }),
    ...(request.advisory !== undefined && mode === 'apply' ? { advisory: request.advisory } : {}),
    earlier: {},
    startedAt: instant(now),
    closesAt: instant(Math.min(end, jobEnd) - RESERVE_MS),
    failOn: request.failOn,
  };
}

function refusalOf({ calendar, now, reason, task }: AloneRequest, open: boolean): Refusal | undefined {
  const blackouts = blackoutsAt(calendar, now);
  if (blackouts.length > 0) {
    return {
      subject: task,
      rule: 'nothing is changed in a blackout, whatever the reason',
      state: blackouts.map(describeBlackout).join('; '),
      next: 'ask its owner to lift it in .github/maintenance.yml, or wait',
    };
  }
  if (open || reason.trim() !== '') return undefined;
  return {
    subject: task,
    rule: 'outside every window a change needs a written reason',
    state: explain(calendar, now).sentence,
    next: 'give a reason (input `reason`), or wait for the opening; `mode: plan` is allowed at any time',
  };
}
