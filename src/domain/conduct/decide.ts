import { type ActiveBlackout, blackoutsAt, untilBlackout } from '../calendar/blackouts.ts';
import { describeBlackout, utcOf } from '../calendar/explanation.ts';
import { absorbedBy, absorbs } from '../calendar/nesting.ts';
import { mayStart, openAt } from '../calendar/openings.ts';
import type { Opening } from '../calendar/window.ts';
import { calendarOf } from '../configuration/windows.ts';
import { formatSpan } from '../quantities.ts';
import { claimOf } from '../state/claims.ts';
import { assign, earlierResults } from './assignment.ts';
import { earlierNotes, gatedNotes, nextOf, openedSentence, taskNotes, warnings } from './notes.ts';
import { comesFirst } from './open-journal.ts';
import { endOf, frameUntil, JOB_MS, jobEndOf, type Scene, windowPart } from './scene.ts';
import type { Decision, Due, NothingDue, Refused, Situation } from './situation.ts';

/** How long a smaller window waits for the claim of a larger one after its own opening, ms. */
export const PATIENCE_MS = 60 * 60_000;

const nothing = (scene: Scene, sentence: string): NothingDue => ({
  kind: 'nothing-due',
  sentence,
  notes: [sentence, ...warnings(scene)],
  window: windowPart(scene, scene.opening === undefined),
});

function refused(scene: Scene, rule: string, state: string, next: string): Refused {
  const sentence = `refused: ${rule}; ${state}`;
  const refusal = { subject: `window ${scene.window}`, rule, state, next };
  return {
    kind: 'refused',
    sentence,
    notes: [sentence],
    refusal,
    window: windowPart(scene, scene.opening === undefined),
  };
}

/** Nothing due for a schedule; for a person, the same words as a refusal with the way on. */
function closed(scene: Scene, rule: string, state: string, next: string): Decision {
  if (scene.situation.trigger.kind === 'schedule') return nothing(scene, `nothing due: ${rule}; ${state}`);
  return refused(scene, rule, state, next);
}

/** The tasks of an opening that this run claims, and of those that it absorbs. */
function claimed(scene: Scene, opening: Opening): Due {
  const { situation, calendar } = scene;
  const smaller = absorbs(opening, calendar);
  const openings = [opening, ...smaller];
  const windows = openings.map(({ window }) => window);
  const earlier = earlierResults(situation, openings);
  const [end, jobEnd] = [endOf(scene, opening), jobEndOf(scene)];
  const frame = frameUntil(scene, Math.min(end, jobEnd), opening.lastStart);
  const assignment = assign(situation, windows, frame, earlier);
  const unhurried = assign(situation, windows, frameUntil(scene, end, opening.lastStart), earlier);
  const continues = unhurried.due.length > assignment.due.length;
  const sentence = openedSentence(scene, opening);
  const notes = [
    sentence,
    ...(smaller.length === 0 ? [] : [`takes over ${smaller.map(({ id }) => id).join(', ')}`]),
    ...earlierNotes(scene, opening, earlier),
    ...taskNotes(assignment),
    ...(continues ? [`a job ends after ${formatSpan(JOB_MS)}; a later run of this opening goes on`] : []),
    ...gatedNotes(situation, windows),
    ...warnings(scene),
  ];
  const absorbed = smaller.map(({ id }) => id);
  const window = windowPart(scene, false);
  const { closesAt } = frame;
  return {
    kind: 'due',
    mode: 'apply',
    sentence,
    notes,
    ...assignment,
    claim: opening.id,
    continues,
    absorbs: absorbed,
    opening,
    window,
    closesAt,
  };
}

/** The tasks of the window alone, by hand and against the calendar: until the job ends or a blackout begins. */
function against(scene: Scene, sentence: string): Due {
  const { situation, window, calendar, now } = scene;
  const end = untilBlackout(calendar, { from: now, until: jobEndOf(scene) }, window);
  const frame = frameUntil(scene, end, end);
  const assignment = assign(situation, [window], frame, {});
  const notes = [sentence, ...taskNotes(assignment), ...gatedNotes(situation, [window]), ...warnings(scene)];
  const rest = { continues: false, absorbs: [], window: windowPart(scene, true), closesAt: frame.closesAt };
  return { kind: 'due', mode: 'apply', sentence, notes, ...assignment, ...rest };
}

/** What plan mode adds for a window that is open: what apply mode would not do, and why. */
function wouldNotes(scene: Scene, opening: Opening, windows: readonly string[]): readonly string[] {
  const frame = frameUntil(scene, Math.min(endOf(scene, opening), jobEndOf(scene)), opening.lastStart);
  const { notDue } = assign(scene.situation, windows, frame, {});
  const late = notDue.filter(({ status }) => status === 'deferred');
  const why = obstacle(scene, opening);
  return [
    ...(why === undefined ? [] : [`apply mode would do nothing now: ${why[0]}; ${why[1]}`]),
    ...late.map(({ id, cause }) => `apply mode would defer ${id}: ${cause}`),
  ];
}

/** Plan mode: everything is looked at, whatever the calendar and the claims say. */
function planned(scene: Scene): Due {
  const { opening, window, now, calendar, situation } = scene;
  const smaller = opening === undefined ? [] : absorbs(opening, calendar);
  const windows = [window, ...smaller.map((each) => each.window)];
  const frame = frameUntil(scene, jobEndOf(scene), jobEndOf(scene));
  const assignment = assign(situation, windows, frame, {});
  const blackouts = blackoutsAt(calendar, now, window).map(describeBlackout);
  const state =
    opening === undefined
      ? `is not open; ${[...blackouts, nextOf(scene)].join('; ')}`
      : `is open until ${utcOf(opening.end)}`;
  const sentence = `plan mode: looks and changes nothing; ${window} ${state}`;
  const notes = [
    sentence,
    ...taskNotes(assignment),
    ...(opening === undefined ? [] : wouldNotes(scene, opening, windows)),
    ...gatedNotes(situation, windows),
    ...warnings(scene),
  ];
  const rest = { continues: false, absorbs: smaller.map(({ id }) => id), closesAt: frame.closesAt };
  const due = {
    kind: 'due',
    mode: 'plan',
    sentence,
    notes,
    ...assignment,
    ...rest,
    window: windowPart(scene, opening === undefined),
  } as const;
  return opening === undefined ? due : { ...due, opening };
}

/**
 * Why the opening that is open is not for this run to take; undefined when it is. A larger window's claim takes over what a
 * smaller one's run left, too.
 */
function obstacle(scene: Scene, opening: Opening): readonly [rule: string, state: string] | undefined {
  const { now, situation, calendar } = scene;
  if (!mayStart(opening, now)) {
    return ['nothing starts after the cut-off', `it was at ${utcOf(opening.lastStart)}`];
  }
  const claims = situation.state?.claims ?? [];
  const own = claimOf(claims, opening.id);
  if (own?.completedAt !== undefined) {
    const verdict = `completed ${own.completedAt}, verdict ${own.verdict}`;
    return [`${opening.id} has been carried out`, `by ${own.run}, ${verdict}`];
  }
  const larger = absorbedBy(opening, calendar);
  const theirs = larger === undefined ? undefined : claimOf(claims, larger.id);
  if (larger === undefined) return undefined;
  if (theirs !== undefined) {
    return [`${larger.id} absorbs ${opening.id}`, `it was claimed ${theirs.claimedAt} by ${theirs.run}`];
  }
  if (own !== undefined) return undefined;
  const patience = opening.start + PATIENCE_MS;
  if (now >= patience || larger.start >= patience || now >= larger.lastStart) return undefined;
  return [`${opening.id} waits for ${larger.id} to be claimed`, `until ${utcOf(patience)}, then it runs itself`];
}

const askForReason = 'give a reason when starting it, or wait for the opening';

function applied(scene: Scene): Decision {
  const { opening, window, now } = scene;
  if (opening === undefined) {
    if (scene.reasoned) {
      return against(scene, `started by hand outside its window, for the reason given; ${nextOf(scene)}`);
    }
    const other = openAt(scene.calendar, now).map((each) => each.window);
    const open = other.length === 0 ? 'no window is open' : `${other.join(' and ')} is open, ${window} is not`;
    if (scene.situation.trigger.kind === 'schedule') return nothing(scene, `nothing due: ${open}; ${nextOf(scene)}`);
    return refused(
      scene,
      'outside its window a run by hand needs a written reason',
      `${open}; ${nextOf(scene)}`,
      askForReason,
    );
  }
  const why = obstacle(scene, opening);
  if (why === undefined) return claimed(scene, opening);
  const [rule, state] = why;
  if (!scene.reasoned) return closed(scene, rule, state, askForReason);
  return against(scene, `started by hand for the reason given, although ${rule} (${state})`);
}

function inBlackout(scene: Scene, blackouts: readonly ActiveBlackout[]): Decision {
  const state = blackouts.map(describeBlackout).join('; ');
  const owners = [...new Set(blackouts.map(({ blackout }) => blackout.owner))].join(', ');
  return closed(
    scene,
    'nothing is changed in a blackout, whatever the reason',
    `${state}; ${nextOf(scene)}`,
    `ask ${owners} to lift it in .github/maintenance.yml, or wait`,
  );
}

/**
 * Decide which tasks are due. Pure: the same situation gives the same decision. It may be asked before the Lease is taken
 * (to end in seconds when nothing is due) and again under it, when what the state says can no longer change.
 */
export function decide(situation: Situation): Decision {
  const { trigger, now, openJournal } = situation;
  const calendar = calendarOf(situation.configuration);
  const opening = openAt(calendar, now).find((each) => each.window === trigger.window);
  const reasoned = trigger.kind === 'dispatch' && (trigger.reason ?? '').trim() !== '';
  const scene = { situation, calendar, window: trigger.window, now, opening, reasoned };
  if (openJournal !== undefined && (openJournal.reversible || trigger.mode === 'plan')) {
    const { rule, state, next } = comesFirst(openJournal);
    return closed(scene, rule, state, next);
  }
  if (trigger.mode === 'plan') return planned(scene);
  const blackouts = blackoutsAt(calendar, now, trigger.window);
  return blackouts.length > 0 ? inBlackout(scene, blackouts) : applied(scene);
}
