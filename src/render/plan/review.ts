import type { Shown } from '../../domain/approval/shown.ts';
import { counted } from '../../domain/quantities.ts';
import { withUnit } from '../../domain/with-unit.ts';
import { table } from '../markdown.ts';
import { lines, verbatim, words } from './whole.ts';

type Review = NonNullable<Shown['review']>;

function radiusLines({ workloads, pods, awayAtOnce, volumes, budgets }: Review['blastRadius']): string {
  const away = awayAtOnce === 0 ? 'none away' : `${awayAtOnce} away at a time`;
  return [
    workloads.length === 0 ? 'no workload' : workloads.map(verbatim).join(', '),
    `${counted(pods, 'pod')}, ${away}`,
    ...(volumes.length === 0 ? [] : [volumes.map(verbatim).join(', ')]),
    budgets.length === 0
      ? 'no disruption budget'
      : budgets.map(({ name, allowed }) => `${verbatim(name)} allows ${allowed}`).join(', '),
  ].join('<br>');
}

/** What a reviewer weighs, a row each (reading.md, "What a reviewer sees"); empty when the task gave nothing to weigh. */
export function reviewTable({ review }: Shown): string {
  if (review === undefined) return '';
  return table(
    ['', ''],
    [
      ['why', lines(review.why)],
      ['fits', lines(review.fits)],
      ['undo', lines(review.undo)],
      ['could go wrong', lines(review.couldGoWrong)],
      ['touches', radiusLines(review.blastRadius)],
      ['health now', lines(review.healthNow)],
    ],
  );
}

/** What looking has shown besides: findings, what could not be checked, and the numbers that the plan rests on. */
export function seenSection({ findings, notChecked, measurements }: Shown): string {
  const found = findings.map(
    ({ severity, subject, title, evidence }) =>
      `- ${words(severity)} ${verbatim(subject)}: ${words(title)}; ${words(evidence)}`,
  );
  const unseen = notChecked.map(({ subject, why }) => `- not checked ${verbatim(subject)}: ${words(why)}`);
  const rows = measurements.map(({ name, subject, value, unit, comparedWith }) => [
    words(name),
    subject === undefined ? '' : verbatim(subject),
    withUnit(value, unit),
    comparedWith === undefined ? '' : `${words(comparedWith.what)} ${withUnit(comparedWith.value, unit)}`,
  ]);
  const measured = rows.length === 0 ? '' : table(['measured', 'where', 'value', 'compared with'], rows);
  const parts = [[...found, ...unseen].join('\n'), measured].filter((part) => part !== '');
  return parts.length === 0 ? '' : `### Seen\n\n${parts.join('\n\n')}`;
}
