import { formatAmount } from '../../domain/capacity/amounts.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import type { Measurement } from '../../domain/measurement.ts';
import { counted, formatSpan } from '../../domain/quantities.ts';
import { costOfMonth, formatMoney, hoursOfMonth, type Prices } from '../../domain/usage/cost.ts';
import { type CoresAndBytes, noneUnused, together, type Unused } from '../../domain/usage/unused.ts';
import type { SeenUnused } from './read-unused.ts';

type Known = Extract<SeenUnused, { readonly value: Unused }>;

/** Workloads that are named, at most: those that leave most. */
const mostNamed = 8;

/** What is asked for and not used, in amounts, and in money where prices are configured; and of whom that is not known. */
export function costFindings(seen: readonly SeenUnused[], prices: Prices | undefined): readonly Finding[] {
  const known = seen.filter((one): one is Known => 'value' in one);
  const unknown = seen.length - known.length;
  return [
    ...(known.length === 0 ? [] : [unusedFinding(known, unknown, prices)]),
    ...notKnown(seen, known.length === 0),
  ];
}

/** One finding for each cause, however many workloads have it. */
function notKnown(seen: readonly SeenUnused[], alone: boolean): readonly Finding[] {
  const causes = seen.flatMap((one): readonly (Cause & { readonly subject: string })[] => {
    if ('trouble' in one) {
      const { message, next = 'look at the cause and run the task again' } = one.trouble;
      return [{ subject: one.subject, severity: 'unknown', why: message, next }];
    }
    if (!('why' in one)) return [];
    if (one.why === 'short') return [{ subject: one.subject, ...tooShort }];
    return [{ subject: one.subject, ...noFigures, severity: alone ? 'warn' : 'info' }];
  });
  return [...Map.groupBy(causes, ({ why }) => why)].flatMap(([why, same]): readonly Finding[] => {
    const [first, ...others] = same;
    if (first === undefined) return [];
    return [
      {
        code: 'requested-unused-not-known',
        severity: first.severity,
        subject: others.length === 0 ? first.subject : 'configured workloads',
        title: 'what is asked for and not used is not known',
        evidence: `${why}; of ${same.map(({ subject }) => subject).join(', ')}`,
        next: first.next,
      },
    ];
  });
}

interface Cause {
  readonly severity: Finding['severity'];
  readonly why: string;
  readonly next: string;
}

/** This ends by itself. */
const tooShort: Cause = {
  severity: 'info',
  why: 'use is known of less than a day',
  next: 'nothing: Prometheus needs a day of figures',
};

const noFigures = {
  why: 'nobody has figures of the use of a container',
  next: 'let Prometheus scrape the kubelets (container_cpu_usage_seconds_total, container_memory_working_set_bytes)',
} as const;

function unusedFinding(known: readonly Known[], unknown: number, prices: Prices | undefined): Finding {
  const all = known.map(({ value }) => value).reduce(together, noneUnused);
  const named = known.toSorted((a, b) => weight(b.value.unused, prices) - weight(a.value.unused, prices));
  const least = Math.min(...known.map(({ spanMs }) => spanMs));
  const parts = named.slice(0, mostNamed).map(({ subject, value }) => `${subject} ${amounts(value, prices)}`);
  const more = named.length > mostNamed ? [`${named.length - mostNamed} others less`] : [];
  const rest = unknown === 0 ? [] : [`without ${counted(unknown, 'workload')} of which it is not known`];
  return {
    code: 'requested-unused',
    severity: 'info',
    subject: 'configured workloads',
    title: `${plainAmounts(all.unused)} are asked for and not used${prices === undefined ? '' : `: ${money(all.unused, prices)}`}`,
    evidence: [
      ...parts,
      ...more,
      ...rest,
      `request less use (CPU at p95, memory at its peak) over ${formatSpan(least)}`,
      ...(prices === undefined ? [] : [pricesText(prices)]),
    ].join('; '),
    next: `plan smaller requests with rightsize-resources (workflow dispatch)${prices === undefined ? '; set `platform.capacity.prices` in .github/maintenance.yml to see it in money' : ''}`,
  };
}

/** What weighs more is named first: money where it is known, else cores and GiB alike. */
const weight = (unused: CoresAndBytes, prices: Prices | undefined): number =>
  costOfMonth(unused, prices ?? { cpuCoreHour: 1, memoryGibHour: 1, currency: '' });

const plainAmounts = ({ cpu, memory }: CoresAndBytes): string =>
  `${formatAmount('cpu', cpu)} and ${formatAmount('memory', memory)}`;

function amounts({ requested, unused }: Unused, prices: Prices | undefined): string {
  const of = (resource: 'cpu' | 'memory') =>
    `${formatAmount(resource, unused[resource])} of ${formatAmount(resource, requested[resource])}`;
  return `${of('cpu')} and ${of('memory')}${prices === undefined ? '' : ` (${money(unused, prices)})`}`;
}

const money = (unused: CoresAndBytes, prices: Prices): string =>
  `${formatMoney(costOfMonth(unused, prices), prices.currency)} a month`;

const pricesText = ({ cpuCoreHour, memoryGibHour, currency }: Prices): string =>
  `${cpuCoreHour} ${currency} for a core-hour, ${memoryGibHour} ${currency} for a GiB-hour, ${hoursOfMonth} hours a month`;

/** The amounts of all configured workloads; none where one of them is not known. */
export function costMeasurements(seen: readonly SeenUnused[]): readonly Measurement[] {
  const known = seen.filter((one): one is Known => 'value' in one);
  if (known.length === 0 || known.length < seen.length) return [];
  const { unused } = known.map(({ value }) => value).reduce(together, noneUnused);
  return [
    { name: 'requested-unused-cpu', value: unused.cpu, unit: 'cores' },
    { name: 'requested-unused-memory', value: unused.memory, unit: 'bytes' },
  ];
}
