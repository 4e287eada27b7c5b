import { approvalDigest, shownDigest } from '../../domain/approval/digest.ts';
import type { GatedType, PlanDocument } from '../../domain/approval/document.ts';
import { issueMarker } from '../../domain/approval/issue-reference.ts';
import { readShown } from '../../domain/approval/shown.ts';
import { mostCharacters } from '../../domain/forge/discussions.ts';
import { counted } from '../../domain/quantities.ts';
import { table } from '../markdown.ts';
import { reviewTable, seenSection } from './review.ts';
import { refusalsSection, stepSection } from './steps.ts';
import { value, verbatim, words } from './whole.ts';

/** What a plan that is too long to be shown is refused with. */
export const splitIt = `a plan is shown whole or not at all, and this one has more than ${mostCharacters} characters: split it`;

/**
 * What a reviewer reads before approving, as Markdown: the same bytes for the same document, in artifact, summary and issue.
 * Nothing of it is ever shortened; undefined when it does not fit into the smallest of the three, the body of an issue. The
 * document's `issue` is not in it, since the issue shows it.
 */
export function renderApproval(document: PlanDocument): string | undefined {
  const sections = [headline(document), facts(document), ...document.plans.map(planSection), approvalSection(document)];
  const text = `${marker(document)}${sections.join('\n\n')}\n`;
  return text.length > mostCharacters ? undefined : text;
}

function marker({ run, type, opening }: PlanDocument): string {
  return type === 'preventive' ? '' : issueMarker({ runId: run.id, type: type satisfies GatedType, opening });
}

function headline({ plans, type, requestedBy, reason }: PlanDocument): string {
  const tasks = plans.map(({ plan }) => words(plan.task)).join(', ');
  return `# Approve? ${tasks} (${type}), asked for by ${words(requestedBy)}: “${words(reason)}”`;
}

const minutes = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

function facts({ platform, environment, window, run, plannedAt, opening }: PlanDocument): string {
  const when =
    window === undefined
      ? `as soon as it is approved, outside every window (${verbatim(opening)})`
      : `in the ${words(window.name)} window, ${minutes(window.opensAt)} to ${minutes(window.closesAt)}`;
  return table(
    ['', ''],
    [
      ['where', `${words(platform.name)} on ${words(platform.cluster)}, namespace ${verbatim(platform.namespace)}`],
      ['when', when],
      ['gate', verbatim(environment)],
      ['planned', `${minutes(plannedAt)}, run ${linkTo(run)} at commit ${verbatim(run.commit.slice(0, 12))}`],
    ],
  );
}

function linkTo({ id, url }: PlanDocument['run']): string {
  if (!url.startsWith('https://')) return String(id);
  return `[${id}](${encodeURI(url).replace(/[()<>|]/g, encodeURIComponent)})`;
}

function planSection(part: PlanDocument['plans'][number]): string {
  const { title, plan } = part;
  const shown = readShown(part);
  // What was left empty was not asked for.
  const given = Object.entries(plan.inputs).filter(([, input]) => input !== '');
  const inputs = given.map(([name, input]) => `${words(name)} ${value(input)}`);
  const sections = [
    `## ${words(title)}: ${counted(plan.steps.length, 'step')}`,
    inputs.length === 0 ? '' : `With ${inputs.join(', ')}.`,
    shown === undefined ? '' : reviewTable(shown),
    ...plan.steps.map((step, index) => stepSection(step, index + 1)),
    refusalsSection(plan),
    shown === undefined ? '' : seenSection(shown),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function approvalSection(document: PlanDocument): string {
  const digits = shownDigest(approvalDigest(document));
  const { notAfter, environment } = document;
  return [
    '## To approve',
    `Approval \`${digits}\`: put these digits into the comment of your review of \`${environment}\`. Where an issue is the gate, comment on it, with nothing else: \`approve ${digits}\``,
    `Valid until ${weekday(notAfter)} ${minutes(notAfter)} (${notAfter}), or until anything that changes is no longer as shown.`,
  ].join('\n\n');
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const weekday = (instant: string): string => weekdays[new Date(instant).getUTCDay()] ?? '';
