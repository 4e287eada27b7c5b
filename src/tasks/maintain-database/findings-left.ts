import type { Finding } from '../../domain/finding/finding.ts';
import { counted, formatSpan } from '../../domain/quantities.ts';
import type { Inputs } from './inputs.ts';
import type { Fitted, Left, TooSmall } from './time-box.ts';

const shownTables = 3;

/** The window as the plan knows it: its end and now, epoch ms. */
export interface WindowLeft {
  readonly now: number;
  readonly closesAt?: number;
}

/** Tables in need that are left for another opening, each group with what it does not fit into. */
export function leftFindings({ chosen, left }: Fitted, inputs: Inputs, window: WindowLeft): readonly Finding[] {
  if (left.length === 0) return [];
  const groups = [...Map.groupBy(left, ({ tooSmall }) => tooSmall)].map(
    ([tooSmall, group]) => `${namesOf(group)} ${why[tooSmall](inputs, window)}`,
  );
  const byWindow = left.some(({ tooSmall }) => tooSmall === 'window');
  return [
    {
      code: 'tables-left',
      severity: byWindow ? 'warn' : 'info',
      subject: 'database',
      title: 'not every table in need could be planned',
      evidence: `${counted(left.length, 'table')} left, ${chosen.length} planned: ${groups.join('; ')}`,
      next: byWindow
        ? 'the next opening goes on with them; give the window more time if they do not become fewer'
        : 'the next opening goes on with them; raise `time-box` if they do not become fewer',
    },
  ];
}

const why: Readonly<Record<TooSmall, (inputs: Inputs, window: WindowLeft) => string>> = {
  window: (_inputs, window) => `could not end ${windowText(window)}`,
  'time box': (inputs) => `beyond the time box of ${formatSpan(inputs['time-box'])}, by their sizes`,
  journal: () => 'beyond what one plan may hold',
};

/** What is left for the sake of the window, in words; undefined when nothing is. */
export function leftByWindow({ left }: Fitted, window: WindowLeft): string | undefined {
  const group = left.filter(({ tooSmall }) => tooSmall === 'window');
  return group.length === 0 ? undefined : `${namesOf(group)} could not end ${windowText(window)}`;
}

function windowText({ now, closesAt = now }: WindowLeft): string {
  const until = new Date(closesAt).toISOString();
  return `before ${until} (${formatSpan(Math.max(0, closesAt - now))} left)`;
}

function namesOf(group: readonly Left[]): string {
  const names = group.map(({ need }) => `${need.table.schema}.${need.table.name} in database ${need.database}`);
  const more = names.length > shownTables ? ` and ${names.length - shownTables} more` : '';
  return `${names.slice(0, shownTables).join(', ')}${more}`;
}
