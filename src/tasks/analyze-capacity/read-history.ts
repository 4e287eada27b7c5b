import { mapBounded } from '../../domain/bounded.ts';
import type { Node } from '../../domain/kubernetes/objects.ts';
import { nodeOf } from '../../domain/metrics/node-of.ts';
import type { Labels } from '../../domain/metrics/text-format.ts';
import type { Point } from '../../domain/state/documents.ts';
import { attempt, type Trouble } from '../../observation/trouble.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { MetricSeries } from '../../ports/metrics.ts';
import { type ClusterOf, clusterCourse, givesOf } from './cluster-course.ts';
import type { Inputs } from './inputs.ts';
import { absentNodes, linkScale, missingOf } from './missing-history.ts';
import { type HistoryQuery, historyQueries, type Subject } from './queries.ts';
import type { Read, SeenSeries } from './seen.ts';

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

/** The nodes of the cluster, or why they could not be listed: figures by machine are then nobody's. */
export type SeenNodes = { readonly value: readonly Node[] } | { readonly trouble: Trouble };

/** The history of every metric that Prometheus can have, or that was stored. */
export async function readHistories(context: Context, inputs: Inputs, nodes: SeenNodes): Promise<ReadHistories> {
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

async function readOne(context: Context, inputs: Inputs, query: HistoryQuery, nodes: SeenNodes): Promise<ReadOne> {
  const { code, subject } = query;
  if ('trouble' in nodes && ('node' in subject || 'cluster' in subject)) {
    return standIn(context, query, nodes.trouble);
  }
  const own = 'value' in nodes ? nodes.value : [];
  const asked = query.expression === '' ? { value: [] } : await askPrometheus(context, inputs, query, own);
  if ('trouble' in asked) return { ...(await standIn(context, query, asked.trouble)), trouble: asked.trouble };
  if (asked.value.length === 0) return standIn(context, query, undefined);
  const absent = absentNodes(context, query, asked.value, own, lastStep(context) - stepMs);
  if (!('cluster' in subject)) return { code, series: foremost(asked.value), missing: absent };
  const series = together(asked.value, own, subject.cluster, absent.length > 0);
  const isKnown = series.some(({ points }) => isFresh(points, context.now));
  return isKnown || absent.length > 0
    ? { code, series: isKnown ? series : [], missing: absent }
    : standIn(context, query, undefined);
}

/** What was stored in its place, or why nothing is known. */
async function standIn(context: Context, query: HistoryQuery, trouble: Trouble | undefined): Promise<ReadOne> {
  const stored = await storedSeries(context, query);
  return stored === undefined
    ? { code: query.code, series: [], missing: [missingOf(context, query, trouble)] }
    : { code: query.code, series: [stored], missing: [] };
}

function askPrometheus(context: Context, inputs: Inputs, query: HistoryQuery, nodes: readonly Node[]) {
  const until = lastStep(context);
  const range = { from: until - Math.floor(inputs.history / stepMs) * stepMs, until, stepMs };
  const limits = { timeoutMs: inputs['query-timeout'], signal: context.signal };
  return attempt('prometheus', async () => {
    const answer = await context.ports.metrics.queryRange(query.expression, range, limits);
    return seriesOf(answer, query, context, nodes);
  });
}

const lastStep = ({ now }: Pick<Context, 'now'>): number => Math.floor(now / stepMs) * stepMs;

/** The answer as series of our own: named, fresh, in the metric's unit. What is of the same subject is one: the higher counts. */
function seriesOf(
  answer: readonly MetricSeries[],
  query: HistoryQuery,
  { now, platform }: Context,
  nodes: readonly Node[],
): readonly SeenSeries[] {
  const known = answer.flatMap(({ labels, points }) => {
    const named = subjectOf(query.subject, labels, nodes);
    const scale = query.code === 'network' ? linkScale(named?.node, platform.network.links) : 1;
    const finite = points.filter(([, value]) => Number.isFinite(value));
    if (named === undefined || scale === undefined) return [];
    return [{ subject: named.subject, points: finite.map(([time, value]): Point => [time, value * scale]) }];
  });
  const of = 'fixed' in query.subject && query.code !== 'processing-time' ? 'platform' : 'one';
  return [...Map.groupBy(known, ({ subject }) => subject)].flatMap(([subject, same]): readonly SeenSeries[] => {
    const points = higher(same.map((each) => each.points));
    return isFresh(points, now) ? [{ code: query.code, subject, of, source: 'Prometheus', stepMs, points }] : [];
  });
}

/** Of each moment the highest value: two jobs may scrape the same, and an address may have changed. */
function higher([first = [], ...more]: readonly (readonly Point[])[]): readonly Point[] {
  if (more.length === 0) return first;
  const values = new Map(first);
  for (const [time, value] of more.flat()) values.set(time, Math.max(value, values.get(time) ?? value));
  return [...values].sort(([one], [other]) => one - other);
}

/** Our own nodes as one. A share of a part of them is told as that of the part; a part of a sum is nothing. */
function together(
  known: readonly SeenSeries[],
  nodes: readonly Node[],
  of: ClusterOf,
  isPart: boolean,
): readonly SeenSeries[] {
  const courses = known.flatMap(({ subject, points }) => {
    const node = nodes.find(({ metadata }) => `node/${metadata.name}` === subject);
    return node === undefined || givesOf(node, of) === undefined ? [] : [{ node, points }];
  });
  const [first] = known;
  if (first === undefined || courses.length === 0 || (isPart && of === 'sum')) return [];
  const named = isPart
    ? ({ subject: `${courses.length} of ${nodes.length} nodes`, of: 'one' } as const)
    : ({ subject: 'cluster', of: 'platform' } as const);
  return [{ ...first, ...named, points: clusterCourse(courses, of) }];
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

/** The nightly figures that were stored. */
async function storedSeries(
  { ports, now }: Context,
  { code, subject, stored, bound }: HistoryQuery,
): Promise<SeenSeries | undefined> {
  if (stored === undefined) return undefined;
  const read = await attempt('stored history', () => ports.history.series(stored));
  if (!('value' in read)) return undefined;
  const points = read.value.filter(([, value]) => Number.isFinite(value));
  if (points.length < 2 || !isFresh(points, now)) return undefined;
  const named = 'fixed' in subject ? subject.fixed : (bound ?? 'fullest file system');
  const of = bound !== undefined ? 'bound' : 'fixed' in subject && code !== 'processing-time' ? 'platform' : 'one';
  return { code, subject: named, of, source: `the stored history of ${stored}`, stepMs: dayMs, points };
}
