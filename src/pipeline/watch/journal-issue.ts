import type { Finding } from '../../domain/finding/finding.ts';
import { isOurs } from '../../domain/forge/people.ts';
import { digestOf } from '../../domain/json.ts';
import { counted } from '../../domain/quantities.ts';
import { type JournalContent, progressOf } from '../../domain/state/journal.ts';
import type { Forge } from '../../ports/forge.ts';

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

const next = 'gh workflow run watch.yml';
const anyMarker = '<!-- rooivalk-maintenance: journal ';
const closedMarker = '<!-- rooivalk-maintenance: journal-closed -->';
/** The id is bound by a digest, so that nothing of it is read as anything else. */
const markerOf = ({ id }: JournalContent): string => `${anyMarker}${digestOf(id)} -->`;

/**
 * One issue of ours for each journal that needs a person: opened once, closed when that journal is. It tells who, what and
 * how far in counts, so that it may stand in a public repository. `open` is the journal that is open now, stuck or not.
 * Answers what was done. Rejects with a PortError.
 */
export async function keepJournalIssue(
  { forge, label, assignees }: KeepingJournalIssue,
  open: JournalContent | undefined,
  stuck: StuckJournal | undefined,
): Promise<readonly string[]> {
  const notes: string[] = [];
  const ours = (await forge.openIssues(label)).filter(({ author, body }) => isOurs(author) && body.includes(anyMarker));
  const current = open === undefined ? undefined : markerOf(open);
  for (const { number, body } of ours) {
    if (current !== undefined && body.includes(current)) continue;
    await forge.keepComment(number, closedMarker, 'The journal is closed.');
    await forge.updateIssue(number, { isOpen: false });
    notes.push(`closed issue ${number}: the journal is closed`);
  }
  if (stuck === undefined || ours.some(({ body }) => current !== undefined && body.includes(current))) return notes;
  const body = `${sentenceOf(stuck)}\n\n${whatToDo}\n\n${markerOf(stuck.open)}`;
  const issue = await forge.openIssue({
    title: `Maintenance is half-way: ${taskOf(stuck.open)}`,
    body,
    labels: [label],
    assignees,
  });
  return [...notes, `opened issue ${issue.number}: the journal ${stuck.why}`];
}

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
