import { readSample, type Sample } from './sample-line.ts';

export type { Labels, Sample } from './sample-line.ts';

/** The types of the text format; OpenMetrics has further ones, which count as `untyped`. */
export type MetricType = 'counter' | 'gauge' | 'histogram' | 'summary' | 'untyped';

/** A page of metrics, read. Broken lines are results. */
export interface Exposition {
  readonly samples: readonly Sample[];
  /** By metric name as in `# TYPE`. */
  readonly types: ReadonlyMap<string, MetricType>;
  /** By metric name as in `# HELP`, unescaped. */
  readonly help: ReadonlyMap<string, string>;
  /** Lines that were not understood: how many, and the first five. */
  readonly rejected: {
    readonly count: number;
    readonly first: readonly { readonly line: number; readonly why: string }[];
  };
}

/** What bounds the reading of a page. */
export interface ReadingBounds {
  /** Characters of one line; a longer one is rejected unread. Default 65,536. */
  readonly maxLine?: number;
  /** Samples that are kept. Default 200,000; the rest is rejected. */
  readonly maxSamples?: number;
  /** Only samples of these metrics are kept; absent: all. */
  readonly keep?: (name: string) => boolean;
}

const known = new Set<string>(['counter', 'gauge', 'histogram', 'summary']);

/**
 * Read the Prometheus text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats), with what OpenMetrics 1.0
 * adds where pages mix them: `# EOF` ends the page, `# UNIT`, exemplars and timestamps in seconds are passed over; and
 * quoted metric names of Prometheus 3. Hostile input costs time linear in its length.
 */
export function readTextFormat(text: string, bounds: ReadingBounds = {}): Exposition {
  const page = new Page(bounds);
  let number = 0;
  for (const line of linesOf(text)) {
    number += 1;
    if (line.trim() === '# EOF') break;
    page.read(line, number);
  }
  const { samples, types, help, count, first } = page;
  return { samples, types, help, rejected: { count, first } };
}

/** A page as far as it has been read. */
class Page {
  readonly samples: Sample[] = [];
  readonly types = new Map<string, MetricType>();
  readonly help = new Map<string, string>();
  readonly first: { line: number; why: string }[] = [];
  count = 0;
  readonly #bounds: ReadingBounds;

  constructor(bounds: ReadingBounds) {
    this.#bounds = bounds;
  }

  read(line: string, number: number): void {
    const { maxLine = 65_536 } = this.#bounds;
    const trimmed = line.length > maxLine ? undefined : line.trim();
    if (trimmed === undefined) this.#reject(number, `longer than ${maxLine} characters`);
    else if (trimmed.startsWith('#')) readComment(trimmed, this.types, this.help);
    else if (trimmed !== '') this.#keep(readSample(line), number);
  }

  #keep(sample: Sample | string, number: number): void {
    const { maxSamples = 200_000, keep } = this.#bounds;
    if (typeof sample === 'string') this.#reject(number, sample);
    else if (keep !== undefined && !keep(sample.name)) return;
    else if (this.samples.length < maxSamples) this.samples.push(sample);
    else this.#reject(number, `more than ${maxSamples} samples`);
  }

  #reject(line: number, why: string): void {
    this.count += 1;
    if (this.first.length < 5) this.first.push({ line, why });
  }
}

function* linesOf(text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    yield end < 0 ? text.slice(start) : text.slice(start, end);
    if (end < 0) return;
    start = end + 1;
  }
}

const metadata = /^#[ \t]+(HELP|TYPE)[ \t]+([a-zA-Z_:][a-zA-Z0-9_:]*|"(?:[^"\\]|\\.)*")(?:[ \t]+(.*))?$/;

/** `# TYPE` and `# HELP`; any other comment is passed over. The first one of a metric counts. */
function readComment(line: string, types: Map<string, MetricType>, help: Map<string, string>): void {
  const [, keyword, quoted = '', rest = ''] = metadata.exec(line) ?? [];
  const name = quoted.startsWith('"') ? unescaped(quoted.slice(1, -1)) : quoted;
  if (keyword === 'TYPE' && !types.has(name)) types.set(name, known.has(rest) ? (rest as MetricType) : 'untyped');
  if (keyword === 'HELP' && !help.has(name)) help.set(name, unescaped(rest));
}

const unescaped = (text: string): string =>
  text.replace(/\\(\\|n|")/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));

/** The type of a sample's metric: its own, or that of the family that it is a part of (`_total`, `_bucket`, …). */
export function typeOf(exposition: Pick<Exposition, 'types'>, name: string): MetricType {
  const own = exposition.types.get(name);
  if (own !== undefined) return own;
  const family = name.replace(/_(total|created|bucket|sum|count|info)$/, '');
  return exposition.types.get(family) ?? 'untyped';
}
