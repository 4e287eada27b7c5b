import { type Exposition, readTextFormat } from '../../../src/domain/metrics/text-format.ts';
import type { Limits } from '../../../src/ports/endpoint.ts';
import type {
  MetricSeries,
  Metrics,
  MetricValue,
  ScrapeLimits,
  ScrapeTarget,
  TwoScrapes,
} from '../../../src/ports/metrics.ts';
import { PortError } from '../../../src/ports/port-error.ts';

type Page = string | PortError;

/** Metrics as a test says them: what Prometheus answers to a query, and the pages of targets, one reading after the other. */
export class FakeMetrics implements Metrics {
  readonly #answers: { pattern: RegExp; values: readonly MetricValue[] | PortError }[] = [];
  readonly #series: { pattern: RegExp; series: readonly MetricSeries[] | PortError }[] = [];
  readonly #pages = new Map<string, Page[]>();
  #prometheus = true;

  /** From now on there is no Prometheus. */
  withoutPrometheus(): void {
    this.#prometheus = false;
  }

  /** From now on queries that match are answered so; the last one said counts. */
  answer(pattern: RegExp, values: readonly MetricValue[] | PortError): void {
    this.#answers.unshift({ pattern, values });
  }

  /** As {@link answer}, for queries over a span. */
  answerRange(pattern: RegExp, series: readonly MetricSeries[] | PortError): void {
    this.#series.unshift({ pattern, series });
  }

  /** What a target shows at its first, second, … reading; the last one stays. */
  page(target: string, ...pages: readonly Page[]): void {
    this.#pages.set(target, [...pages]);
  }

  async query(expression: string, limits: Limits): Promise<readonly MetricValue[]> {
    this.#check(limits);
    const values = this.#answers.find(({ pattern }) => pattern.test(expression))?.values ?? [];
    if (values instanceof PortError) throw values;
    return values;
  }

  async queryRange(expression: string, _: unknown, limits: Limits): Promise<readonly MetricSeries[]> {
    this.#check(limits);
    const series = this.#series.find(({ pattern }) => pattern.test(expression))?.series ?? [];
    if (series instanceof PortError) throw series;
    return series;
  }

  async scrape({ name }: ScrapeTarget, limits: ScrapeLimits): Promise<Exposition> {
    this.#cancelled(limits);
    const pages = this.#pages.get(name) ?? [];
    const page = pages.length > 1 ? pages.shift() : pages[0];
    if (page instanceof PortError) throw page;
    if (page === undefined) {
      throw new PortError({ code: 'unreachable', subject: name, message: `${name} refused the connection` });
    }
    return readTextFormat(page, limits.keep === undefined ? {} : { keep: limits.keep });
  }

  async scrapeTwice(
    targets: readonly ScrapeTarget[],
    gapMs: number,
    limits: ScrapeLimits,
  ): Promise<readonly TwoScrapes[]> {
    return Promise.all(
      targets.map(async (target): Promise<TwoScrapes> => {
        try {
          const [first, second] = [await this.scrape(target, limits), await this.scrape(target, limits)];
          return { target, first, second, elapsedMs: gapMs };
        } catch (error) {
          if (error instanceof PortError && error.code !== 'cancelled') return { target, error };
          throw error;
        }
      }),
    );
  }

  #check(limits: Limits): void {
    this.#cancelled(limits);
    if (this.#prometheus) return;
    throw new PortError({
      code: 'not-found',
      subject: 'prometheus',
      message: 'the configuration says that there is no Prometheus',
    });
  }

  #cancelled(limits: Limits): void {
    if (limits.signal?.aborted !== true) return;
    throw new PortError({ code: 'cancelled', subject: 'metrics', message: 'the run was asked to stop' });
  }
}
