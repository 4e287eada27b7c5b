import { mapBounded } from '../../domain/bounded.ts';
import type { Node } from '../../domain/kubernetes/objects.ts';
import { nodeOf } from '../../domain/metrics/node-of.ts';
import type { Labels } from '../../domain/metrics/text-format.ts';
import type { Point } from '../../domain/state/documents.ts';
import { attempt, type Trouble } from '../../observation/trouble.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { MetricSeries } from '../../ports/metrics.ts';
import { metricOf } from './capacity-metrics.ts';
import type { Inputs } from './inputs.ts';
import { type HistoryQuery, historyQueries, type Subject } from './queries.ts';
import type { Missing, Read, SeenSeries } from './seen.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Each value of a history stands for six hours: the course of a day can be seen, and a season of a week is 28 values. */
const stepMs = 6 * hourMs;
/** Figures that end earlier than this are not of now. */
const staleMs = 2 * dayMs;
/** Subjects of one metric that are looked at, at most: the fullest. */
const mostSubjects = 6;

type Context = TaskContext<'metrics' | 'history'>;

/** What was read of the histories, and why Prometheus could not be asked. */
export interface ReadHistories extends Read {
  readonly prometheus?: Trouble;
}

/** The history of every metric that Prometheus can have, or that was stored. */
export async function readHistories(context: Context, inputs: Inputs, nodes: readonly Node[]): Promise<ReadHistories> {
  const window = `${stepMs / 1000}s`;
  const queries = historyQueries(context.platform, window);
  const read = await mapBounded(queries, 3, (query) => readOne(context, inputs, query, nodes));
  const asked = read.flatMap(({ trouble }) => (trouble === undefined ? [] : [trouble]));
  const series = read.flatMap((each) => each.series);
  const known = new Set(series.map(({ code }) => code));
  // A metric that is asked for in two ways (claims, file systems of nodes) is known if one of them answers.
  const missing = read
    .filter((each) => each.series.length > 0 || !known.has(each.code))
    .flatMap((each) => each.missing);
  return {
    series,
    missing,
    ...(asked[0] === undefined || !context.platform.prometheus.enabled ? {} : { prometheus: asked[0] }),
  };
}

interface ReadOne extends Read {
  readonly code: HistoryQuery['code'];
  readonly trouble?: Trouble;
}

async function readOne(
  context: Context,
  inputs: Inputs,
  query: HistoryQuery,
  nodes: readonly Node[],
): Promise<ReadOne> {
  const { code } = query;
  const asked = query.expression === '' ? { value: [] } : await askPrometheus(context, inputs, query, nodes);
  if ('value' in asked && asked.value.length > 0) {
    return { code, series: foremost(asked.value), missing: absentNodes(context, query, asked.value, nodes) };
  }
  const stored = await storedSeries(context, query);
  const trouble = 'trouble' in asked ? { trouble: asked.trouble } : {};
  if (stored !== undefined) return { code, series: [stored], missing: [], ...trouble };
  return {
    code,
    series: [],
    missing: [missingOf(context, query, 'trouble' in asked ? asked.trouble : undefined)],
    ...trouble,
  };
}

function askPrometheus(context: Context, inputs: Inputs, query: HistoryQuery, nodes: readonly Node[]) {
  const until = Math.floor(context.now / stepMs) * stepMs;
  const range = { from: until - Math.floor(inputs.history / stepMs) * stepMs, until, stepMs };
  const limits = { timeoutMs: inputs['query-timeout'], signal: context.signal };
  return attempt('prometheus', async () => {
    const answer = await context.ports.metrics.queryRange(query.expression, range, limits);
    return seriesOf(answer, query, context, nodes);
  });
}

/** The answer as series of our own: named, fresh, in the metric's unit; of many the fullest and fastest growing ones. */
function seriesOf(
  answer: readonly MetricSeries[],
  query: HistoryQuery,
  { now, platform }: Context,
  nodes: readonly Node[],
): readonly SeenSeries[] {
  return answer.flatMap(({ labels, points }): readonly SeenSeries[] => {
    const named = subjectOf(query.subject, labels, nodes);
    const scale = query.code === 'network' ? linkScale(named?.node, platform.network.links) : 1;
    const finite = points.filter(([, value]) => Number.isFinite(value));
    if (named === undefined || scale === undefined || !isFresh(finite, now)) return [];
    const scaled = finite.map(([time, value]): Point => [time, value * scale]);
    return [{ code: query.code, subject: named.subject, source: 'Prometheus', stepMs, points: scaled }];
  });
}

const isFresh = (points: readonly Point[], now: number): boolean => now - (points.at(-1)?.[0] ?? 0) <= staleMs;

/** Those that are fullest, or will be if they go on growing as before. */
function foremost(series: readonly SeenSeries[]): readonly SeenSeries[] {
  const rank = ({ points }: SeenSeries): number => {
    const last = points.at(-1)?.[1] ?? 0;
    return last + Math.max(0, last - (points[Math.floor(points.length / 2)]?.[1] ?? last));
  };
  return series.toSorted((a, b) => rank(b) - rank(a) || (a.subject < b.subject ? -1 : 1)).slice(0, mostSubjects);
}

/** Nodes of which a metric of nodes is not known, although it is of others. */
function absentNodes(
  { platform }: Context,
  { code, subject }: HistoryQuery,
  known: readonly SeenSeries[],
  nodes: readonly Node[],
): readonly Missing[] {
  if (!('node' in subject)) return [];
  const subjects = new Set(known.map((each) => each.subject));
  return nodes
    .map(({ metadata }) => metadata.name)
    .filter((name) => !subjects.has(`node/${name}`))
    .map((name): Missing => {
      const missing = { code, subject: `node/${name}` } as const;
      if (code === 'network' && linkScale(name, platform.network.links) === undefined) {
        const next = `set \`platform.network.links.${name}\` in .github/maintenance.yml, or \`default\``;
        return { ...missing, why: 'the speed of its link is not configured', next, notConfigured: true };
      }
      return { ...missing, why: 'Prometheus has no fresh figures of it', next: nextOf(code) };
    });
}

interface Named {
  readonly subject: string;
  readonly node?: string;
}

/** Names of Kubernetes, nothing else: labels are foreign text. */
const objectName = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;

function subjectOf(subject: Subject, labels: Labels, nodes: readonly Node[]): Named | undefined {
  if ('fixed' in subject) return { subject: subject.fixed };
  if ('claim' in subject) {
    const claim = labels.persistentvolumeclaim ?? '';
    return objectName.test(claim) ? { subject: `persistentvolumeclaim/${claim}` } : undefined;
  }
  const node = nodeOf(labels, nodes);
  return node === undefined ? undefined : { subject: `node/${node}`, node };
}

/** What makes bytes a second of a node a share of its link; undefined where nobody has said how fast it is. */
function linkScale(node: string | undefined, links: Readonly<Record<string, number>>): number | undefined {
  const bits = Object.hasOwn(links, node ?? '') ? links[node ?? ''] : links.default;
  return bits === undefined ? undefined : 8 / bits;
}

/** The nightly figures that were stored. */
async function storedSeries(
  { ports, now }: Context,
  { code, subject, stored }: HistoryQuery,
): Promise<SeenSeries | undefined> {
  if (stored === undefined) return undefined;
  const read = await attempt('stored history', () => ports.history.series(stored));
  if (!('value' in read)) return undefined;
  const points = read.value.filter(([, value]) => Number.isFinite(value));
  if (points.length < 2 || !isFresh(points, now)) return undefined;
  const named = 'fixed' in subject ? subject.fixed : 'fullest file system';
  return { code, subject: named, source: `the stored history of ${stored}`, stepMs: dayMs, points };
}

function missingOf(
  { platform }: Context,
  { code, subject, stored }: HistoryQuery,
  trouble: Trouble | undefined,
): Missing {
  const { prometheus } = platform;
  const named = 'fixed' in subject ? subject.fixed : 'claim' in subject ? 'volumes' : 'nodes';
  const nowhere = stored === undefined ? '' : `, and nothing is stored under ${stored}`;
  if (trouble !== undefined && prometheus.enabled) {
    const next = trouble.next ?? 'see that Prometheus runs, or say where it is under `platform.prometheus`';
    return { code, subject: named, why: `${trouble.message}${nowhere}`, next };
  }
  const why = prometheus.enabled
    ? `Prometheus has no fresh figures of ${metricOf(code).title}${nowhere}`
    : `there is no Prometheus${nowhere}`;
  return { code, subject: named, why, next: nextOf(code) };
}

function nextOf(code: Missing['code']): string {
  if (code === 'storage' || code === 'storage-growth')
    return 'let Prometheus scrape the kubelets (kubelet_volume_stats) or a node exporter';
  if (code === 'user-activity')
    return 'correct `platform.capacity.user-activity`: it must be a counter that Prometheus scrapes';
  if (code === 'transactions') return 'let Prometheus scrape the chain, or let monitor-performance run for some nights';
  if (code === 'processing-time')
    return 'set `platform.capacity.response-time` to a histogram, or let monitor-performance run for some nights';
  if (code === 'network')
    return 'let Prometheus scrape a node exporter, and name every node or `default` under `platform.network.links`';
  return 'let Prometheus scrape a node exporter on every node, or let monitor-performance run for some nights';
}
