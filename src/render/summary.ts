import { counted, formatSpan } from '../domain/quantities.ts';
import { attentionOf } from '../domain/report/attention.ts';
import type { Report, ReportedFinding, TaskEntry } from '../domain/report/schema.ts';
import { withheldNext } from '../domain/report/withheld.ts';
import { withUnit } from '../domain/with-unit.ts';
import { approvalsSection, refusalSection, refusalsSection, undoneSection, wayBackSection } from './evidence.ts';
import { fitted, type Rows, type Section } from './fitted.ts';
import { code, plain, prose, table } from './markdown.ts';
import { tableOfSteps } from './steps.ts';

/** Largest job summary that GitHub shows, bytes. Over it nothing is shown at all. */
export const largestSummary = 1_048_576;

/**
 * The summary of a report as Markdown: verdict and what needs a person first, then what was done, what could not be
 * checked, and everything else folded. Pure; every foreign text is escaped. What does not fit is left out
 * from the end, and the last line says so.
 */
export function renderSummary(report: Report, links: Links = {}): string {
  const sorry = 'The rest does not fit into a job summary: it is in the artifact of this run.';
  return fitted(sectionsOf(report, links), largestSummary, sorry);
}

/** Largest comment that GitHub takes, characters; counted here as bytes, which are never fewer. */
const largestComment = 65_536;

/**
 * The report as a comment on a pull request: the same sections, the least important left out first, and the marker (an
 * HTML comment that nobody sees) by which the next run finds it again.
 */
export function renderComment(report: Report, marker: string, links: Links = {}): string {
  const sorry = `The rest does not fit into a comment: it is in the artifact of ${report.run.url}.`;
  return `${marker}\n${fitted(sectionsOf(report, links), largestComment - marker.length - 1, sorry)}`;
}

/** Where more is to be found. */
export interface Links {
  readonly artifact?: string;
  /** The folder of the runbooks. */
  readonly runbooks?: string;
}

function sectionsOf(report: Report, links: Links): readonly Section[] {
  return [
    headline(report),
    contextLine(report),
    refusalSection(report),
    withheldSection(report),
    needsYou(report, links),
    unchanged(report),
    undoneSection(report),
    refusalsSection(report),
    done(report),
    approvalsSection(report),
    wayBackSection(report),
    couldNotCheck(report),
    notes(report),
    planned(report),
    folded(
      'Also seen',
      report.findings.filter((finding) => finding.severity === 'info' && finding.state !== 'fixed').map(findingLine),
    ),
    measurements(report),
    footer(report, links),
  ];
}

function headline(report: Report): string {
  const open = attentionOf(report).length + hiddenCount(report);
  const what = report.kind === 'window' ? `${capital(report.window?.name ?? report.id)} maintenance` : report.id;
  const dry = report.mode === 'plan' ? ' (dry run, nothing was changed)' : '';
  const isRefused = report.refusal !== undefined || report.tasks.some(({ status }) => status === 'refused');
  const refused = isRefused ? 'refused, ' : '';
  return `# ${what}${dry}: ${refused}${report.verdict}, ${open === 0 ? 'nothing needs you' : `${counted(open, 'thing')} ${open === 1 ? 'needs' : 'need'} you`}`;
}

const hiddenCount = ({ withheld }: Report): number =>
  withheld === undefined ? 0 : withheld.fail + withheld.unknown + withheld.warn;

/** Why so little is shown, and how more can be. */
function withheldSection({ withheld }: Report): string {
  if (withheld === undefined) return '';
  const counts = Object.entries(withheld).map(([severity, count]) => `${count} ${severity}`);
  return `Found: ${counts.join(', ')}. What it is about is not shown, because this repository is public: ${withheldNext}.`;
}

function contextLine(report: Report): string {
  const { platform, run, window } = report;
  const parts = report.withheld === undefined ? [`${plain(platform.name)} on ${plain(platform.cluster)}`] : [];
  if (window) parts.push(windowWords(report));
  else parts.push(`started ${clockTime(report.startedAt)} UTC`);
  parts.push(`took ${formatSpan(Date.parse(report.finishedAt) - Date.parse(report.startedAt))}`);
  const number = run.number === undefined ? 'this run' : `run ${run.number}`;
  parts.push(
    run.url.startsWith('https://') ? `[${number}](${encodeURI(run.url).replace(/[()]/g, encodeURIComponent)})` : number,
  );
  const asked = ['workflow_dispatch', 'issue_comment'].includes(run.event)
    ? `\n\nAsked for by ${code(run.requestedBy)}${run.reason ? `: “${plain(run.reason)}”` : ''}`
    : '';
  const advisory = report.advisory === undefined ? '' : `\n\n*Advisory*: ${plain(report.advisory)}.`;
  return `${parts.join(' · ')}${asked}${advisory}`;
}

function windowWords(report: Report): string {
  const { window } = report;
  if (!window || window.outside || window.opensAt === undefined || window.closesAt === undefined)
    return `outside every window, started ${clockTime(report.startedAt)} UTC`;
  const late =
    window.openedLate === undefined || window.openedLate < 60_000
      ? ''
      : ` (${formatSpan(window.openedLate)} after the opening)`;
  return `window ${clockTime(window.opensAt)}–${clockTime(window.closesAt)} UTC, run started ${clockTime(report.startedAt)}${late}`;
}

/** Worst first, so that those which matter least go first where not all of them fit. */
function needsYou(report: Report, { runbooks }: Links): Rows {
  const open = attentionOf(report);
  const rows = open.map((finding) => [
    finding.severity,
    `${plain(finding.title)}<br>${plain(finding.evidence)}`,
    code(finding.subject),
    since(finding),
    `${prose(finding.next)}${runbooks === undefined ? '' : ` · [runbook](${runbooks}/${runbookOf(finding)})`}`,
  ]);
  const withRows = (shown: number, left: number): string => {
    const more = left === 0 ? '' : `\n\n**${left} more** ${left === 1 ? 'needs' : 'need'} you.`;
    return `## Needs you\n\n${table(['', 'what', 'where', 'since', 'next'], rows.slice(0, shown))}${more}`;
  };
  return { count: rows.length, withRows };
}

/** The page of the task, at the finding; what no task found is for a person to decide. */
function runbookOf({ task, code: id }: ReportedFinding): string {
  const page = task === 'conductor' ? 'README' : encodeURIComponent(task);
  return `${page}.md#${encodeURIComponent(id)}`;
}

const since = (finding: ReportedFinding): string =>
  finding.state === 'new' ? '**new**' : finding.firstSeen.slice(0, 16).replace('T', ' ');

/** A night without anything new says so in one line; what was mended is good news. */
function unchanged(report: Report): string {
  const open = attentionOf(report);
  const fixed = report.findings.filter((finding) => finding.state === 'fixed');
  const lines: string[] = [];
  if (open.length > 0 && open.every((finding) => finding.state === 'persisting'))
    lines.push('Nothing new since the last run.');
  if (fixed.length > 0)
    lines.push(
      `Fixed since the last run: ${fixed.map((finding) => `${code(finding.subject)} (${plain(finding.title)})`).join('; ')}.`,
    );
  return lines.join('\n\n');
}

function done(report: Report): string {
  if (report.tasks.length === 0) return '';
  const rows = report.tasks.map((task) => [
    code(task.id),
    task.verdict,
    resultWords(task),
    task.durationMs === 0 ? '–' : formatSpan(task.durationMs),
  ]);
  return `## ${report.mode === 'plan' ? 'Looked at' : 'Done'}\n\n${table(['task', 'verdict', 'result', 'took'], rows)}`;
}

function resultWords(task: TaskEntry): string {
  const quiet: readonly TaskEntry['status'][] = ['done', 'nothing-to-do', 'planned'];
  const words = [task.result, task.cause].filter((text) => text !== undefined && text !== '').join('; ');
  const said = quiet.includes(task.status) || words.startsWith(`${task.status}:`);
  const status = said ? '' : `${task.status}: `;
  const phase = task.phase === 'main' ? '' : `${task.phase} the changes: `;
  return `${phase}${status}${plain(words)}`;
}

function couldNotCheck(report: Report): string {
  const unknown = report.findings
    .filter((finding) => finding.severity === 'unknown' && finding.state !== 'fixed')
    .map((finding) => `- ${code(finding.subject)}: ${plain(finding.evidence)}`);
  const left = report.tasks.flatMap((task) =>
    task.notChecked.map((item) => `- ${code(item.subject)} (${task.id}): ${plain(item.why)}`),
  );
  if (unknown.length + left.length === 0) return '';
  return `## Could not check\n\n${[...unknown, ...left].join('\n')}`;
}

const notes = (report: Report): string =>
  folded(
    'What the conductor decided',
    report.notes.map((note) => `- ${plain(note)}`),
  );

function planned(report: Report): string {
  return report.tasks
    .map((task) => tableOfSteps(task, report.mode))
    .filter((text) => text !== '')
    .join('\n\n');
}

function measurements(report: Report): string {
  const rows = report.tasks.flatMap((task) =>
    task.measurements.map((measured) => [
      code(task.id),
      plain(measured.name),
      measured.subject === undefined ? '' : code(measured.subject),
      withUnit(measured.value, measured.unit),
      measured.comparedWith === undefined
        ? ''
        : `${plain(measured.comparedWith.what)} ${withUnit(measured.comparedWith.value, measured.unit)}`,
    ]),
  );
  if (rows.length === 0) return '';
  const head = ['task', 'measured', 'where', 'value', 'compared with'];
  return fold(`Everything that was measured (${counted(rows.length, 'value')})`, table(head, rows));
}

const findingLine = (finding: ReportedFinding): string =>
  `- ${code(finding.subject)}: ${plain(finding.title)}; ${plain(finding.evidence)}`;

const folded = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : fold(`${title} (${lines.length})`, lines.join('\n'));

const fold = (title: string, body: string): string => `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;

function footer(report: Report, links: { readonly artifact?: string }): string {
  const where = links.artifact === undefined ? 'the artifact of this run' : `[the artifact](${links.artifact})`;
  return `<sub>Everything, machine-readable: report.json in ${where}, schema version ${report.schemaVersion}.</sub>`;
}

const capital = (word: string): string => `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`;
const clockTime = (instant: string): string => instant.slice(11, 16);
