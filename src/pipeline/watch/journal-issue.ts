import type { Finding } from '../../domain/finding/finding.ts';
import { isOurs } from '../../domain/forge/people.ts';
import { digestOf } from '../../domain/json.ts';
import { counted } from '../../domain/quantities.ts';
import { type JournalContent, progressOf } from '../../domain/state/journal.ts';
import type { Forge } from '../../ports/forge.ts';
import type { PortError } from '../../ports/port-error.ts';

/** What keeping the issue of an open journal works from. */
export interface KeepingJournalIssue {
  readonly forge: Pick<Forge, 'openIssues' | 'openIssue' | 'updateIssue' | 'keepComment'>;
  readonly label: string;
  readonly assignees: readonly string[];
}

/** An open journal that needs a person, and why. */
export interface StuckJournal {
  readonly open: JournalContent;
  /** The end of a sentence about it: `was left open by recovery`. */
  readonly why: string;
}

/** What an issue tells of a journal: nothing in it is anybody else's text. */
export interface JournalIssue {
  readonly marker: string;
  readonly title: string;
  /** What is the matter, and what to do about it. */
  readonly text: string;
  readonly why: string;
}

const next = 'gh workflow run watch.yml';
const anyMarker = '<!-- rooivalk-maintenance: journal ';
const damagedMarker = `${anyMarker}damaged -->`;
const closedMarker = '<!-- rooivalk-maintenance: journal-closed -->';
/** By what the issue of a journal is found again. The id is bound by a digest, so that nothing of it is read as anything else. */
export const markerOf = ({ id }: JournalContent): string => `${anyMarker}${digestOf(id)} -->`;

/**
 * One issue of ours for each journal that needs a person: opened once, closed when that journal is. It tells who, what and
 * how far in counts, so that it may stand in a public repository. `current` marks the journal that is there now, whether it
 * needs somebody (`wanted`) or not. Answers what was done. Rejects with a PortError.
 */
export async function keepJournalIssue(
  { forge, label, assignees }: KeepingJournalIssue,
  current: string | undefined,
  wanted: JournalIssue | undefined,
): Promise<readonly string[]> {
  const notes: string[] = [];
  const ours = (await forge.openIssues(label)).filter(({ author, body }) => isOurs(author) && body.includes(anyMarker));
  // behind a damaged journal nobody knows which others are closed
  const settled = current === damagedMarker ? [] : ours.filter(({ body }) => !current || !body.includes(current));
  for (const { number, body } of settled) {
    const how = body.includes(damagedMarker) ? 'can be read again' : 'is closed';
    await forge.keepComment(number, closedMarker, `The journal ${how}.`);
    await forge.updateIssue(number, { isOpen: false });
    notes.push(`closed issue ${number}: the journal ${how}`);
  }
  if (wanted === undefined || ours.some(({ body }) => body.includes(wanted.marker))) return notes;
  const { title, text, marker, why } = wanted;
  const issue = await forge.openIssue({ title, body: `${text}\n\n${marker}`, labels: [label], assignees });
  return [...notes, `opened issue ${issue.number}: the journal ${why}`];
}

/** The issue of an open journal that nothing of ours closes. */
export const issueOfStuck = (stuck: StuckJournal): JournalIssue => ({
  marker: markerOf(stuck.open),
  title: `Maintenance is half-way: ${taskOf(stuck.open)}`,
  text: `${sentenceOf(stuck)}\n\n${whatToDo}`,
  why: stuck.why,
});

/** The issue of a journal that cannot be read as one; the words of the error are those of our own adapter. */
export const issueOfDamaged = ({ message, next: look = '' }: PortError): JournalIssue => ({
  marker: damagedMarker,
  title: 'The journal of maintenance is damaged',
  text: `The journal cannot be read as one: ${message}. Until it can, maintenance plans, changes and puts back nothing. ${look}.`,
  why: 'is damaged',
});

/** The same for the report. */
export const damagedFinding = ({ message, next: look = '' }: PortError): Finding => ({
  code: 'journal-damaged',
  severity: 'fail',
  subject: 'journal',
  title: 'the journal cannot be read as one, so nothing is changed or put back',
  evidence: message,
  next: look,
});

/** The same for the report. */
export function stuckFinding(stuck: StuckJournal): Finding {
  return {
    code: 'journal-left-open',
    severity: 'fail',
    subject: taskOf(stuck.open),
    title: 'what a run left half-way has not been put back',
    evidence: sentenceOf(stuck),
    next: `look at the last run of job Recover, mend its cause, and start it again: ${next}`,
  };
}

const whatToDo = [
  'Until it is closed, maintenance plans and changes nothing. Look at the last run of job Recover (its rights, what it',
  `says of each step), mend the cause, and start it again: \`${next}\`. This issue is closed when the journal is.`,
].join(' ');

function sentenceOf({ open, why }: StuckJournal): string {
  const begun = progressOf(open).size;
  const at = open.records.at(-1)?.at;
  const since = at === undefined ? '' : `; its last record is of ${new Date(at).toISOString()}`;
  return `The journal of ${runOf(open)} ${why}: ${begun} of ${counted(open.plan.steps.length, 'step')} of ${taskOf(open)} begun${since}.`;
}

/** Text of a journal that may be somebody else's: shown only in the form in which ours write it. */
const runOf = ({ run }: JournalContent): string =>
  /^https?:\/\/[\w./:-]{1,300} attempt \d{1,6} job [\w-]{1,100}$/.test(run) ? run : 'a run';

const taskOf = ({ task }: JournalContent): string => (/^[a-z][a-z-]{0,59}$/.test(task) ? task : 'a task');
