import type { Finding } from '../../domain/finding/finding.ts';
import type { Job } from '../../domain/job/job.ts';
import type { TaskOutcome } from '../../domain/report/outcome.ts';
import type { StateDocuments } from '../../domain/state/documents.ts';
import { findingsOfLeft, leftToTell, toldLeft } from '../../domain/state/left.ts';
import { findingsOfUntold, stillUntold, type Teller, untoldToTell } from '../../domain/state/untold.ts';
import type { State } from '../../ports/state.ts';

/** What journals left behind for reports to tell. */
export type Behind = Pick<StateDocuments, 'left' | 'untold'>;

/** Nothing is left behind. */
export const nothingBehind: Behind = { left: [], untold: [] };

/** The report that tells it. */
export interface Telling {
  readonly job: Job;
  readonly outcomes: readonly TaskOutcome[];
  readonly runWord: string;
  /** Epoch ms. */
  readonly now: number;
}

/** Read what journals left behind. Rejects with a PortError. */
export async function readBehind(state: State): Promise<Behind> {
  const [left, untold] = await Promise.all([state.read('left'), state.read('untold')]);
  return { left, untold };
}

/** What a report tells of it: steps that were left as they are by whichever run, and plans that are in no report. */
export function behindFindings({ left, untold }: Behind, telling: Telling): readonly Finding[] {
  const toldHere = telling.outcomes.flatMap(({ entry }) => entry.undone.map(({ step }) => step));
  return [
    ...findingsOfLeft(leftToTell(left, telling.now), new Set(toldHere)),
    ...findingsOfUntold(untoldToTell(untold, tellerOf(telling)), telling.runWord),
  ];
}

/** What has to be written once the report has told it; nothing where there is nothing. */
export function toldWrites(
  state: State,
  { left, untold }: Behind,
  telling: Telling,
): readonly (readonly [string, () => Promise<unknown>])[] {
  const teller = tellerOf(telling);
  const tellsLeft = left.length > 0;
  const tellsUntold = stillUntold(untold, untold, teller).length < untold.length;
  return [
    ...(tellsLeft
      ? ([['what was left', () => state.update('left', (now) => toldLeft(now, left, telling.now))]] as const)
      : []),
    ...(tellsUntold
      ? ([['what was told', () => state.update('untold', (now) => stillUntold(now, untold, teller))]] as const)
      : []),
  ];
}

/** An entry tells of a plan's steps when it has some: one that was refused shows the same plan, perhaps of a dead run's journal. */
function tellerOf({ job, outcomes, runWord }: Telling): Teller {
  const telling = outcomes.filter(({ entry }) => entry.applied.length + entry.undone.length > 0);
  const digests = telling.flatMap(({ entry }) => (entry.plan === undefined ? [] : [entry.plan.digest]));
  return { run: runWord, digests: new Set(digests), holdsLease: job.leaseHolder !== undefined };
}
