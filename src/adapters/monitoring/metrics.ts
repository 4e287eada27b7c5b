import { type Exposition, readTextFormat } from '../../domain/metrics/text-format.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Reach } from '../../ports/endpoint.ts';
import type { Metrics, ScrapeLimits, ScrapeTarget, TwoScrapes } from '../../ports/metrics.ts';
import { PortError } from '../../ports/port-error.ts';
import { boundedGet } from './bounded-get.ts';
import { instantQuery, type PrometheusServer, rangeQuery } from './prometheus.ts';

/** What the adapter is given. */
export interface MetricsOptions {
  /** Undefined where the configuration says that there is none. */
  readonly prometheus: PrometheusServer | undefined;
  readonly reach: Reach;
  readonly clock: Clock;
}

/** More of a page is not read. */
const maxPageBytes = 16 * 1024 * 1024;

/** Metrics from Prometheus' HTTP API, and from pods' own pages. */
export function createMetrics({ prometheus, reach, clock }: MetricsOptions): Metrics {
  const server = (): PrometheusServer => {
    if (prometheus !== undefined) return prometheus;
    throw new PortError({
      code: 'not-found',
      subject: 'prometheus',
      message: 'the configuration says that there is no Prometheus',
      next: 'set `platform.prometheus.enabled: true` and where it is',
    });
  };
  const scrape = (target: ScrapeTarget, limits: ScrapeLimits) => scrapePage(target, limits, reach);
  return {
    query: async (expression, limits) => instantQuery(server(), expression, limits),
    queryRange: async (expression, range, limits) => rangeQuery(server(), expression, range, limits),
    scrape,
    scrapeTwice: (targets, gapMs, limits) => scrapeTwice(targets, gapMs, limits, { clock, scrape }),
  };
}

async function scrapePage(target: ScrapeTarget, limits: ScrapeLimits, reach: Reach): Promise<Exposition> {
  const { endpoint, name: subject, path } = target;
  const way =
    endpoint.kind === 'pod'
      ? await reach(endpoint)
      : { host: endpoint.host, port: endpoint.port, close: async () => undefined };
  try {
    const got = await boundedGet({
      host: way.host,
      port: way.port,
      scheme: 'http',
      serverName: endpoint.kind === 'address' ? endpoint.host : 'localhost',
      subject,
      verify: false,
      path,
      timeoutMs: limits.timeoutMs,
      signal: limits.signal,
      maxBytes: maxPageBytes,
      accept: 'text/plain;version=0.0.4',
    });
    if (got.status !== 200) {
      throw new PortError({ code: 'failed', subject, message: `${subject} answered ${got.status} for ${path}` });
    }
    return readTextFormat(got.body.toString('utf8'), limits.keep === undefined ? {} : { keep: limits.keep });
  } finally {
    await way.close();
  }
}

interface Scraper {
  readonly clock: Clock;
  readonly scrape: (target: ScrapeTarget, limits: ScrapeLimits) => Promise<Exposition>;
}

type Reading = { readonly page: Exposition; readonly at: number } | { readonly error: Error };

async function scrapeTwice(
  targets: readonly ScrapeTarget[],
  gapMs: number,
  limits: ScrapeLimits,
  { clock, scrape }: Scraper,
): Promise<readonly TwoScrapes[]> {
  const read = async (target: ScrapeTarget): Promise<Reading> => {
    try {
      const page = await scrape(target, limits);
      return { page, at: clock.monotonic() };
    } catch (error) {
      if (error instanceof PortError && error.code !== 'cancelled') return { error };
      throw error;
    }
  };
  const first = await Promise.all(targets.map(read));
  if (first.some((reading) => 'page' in reading)) await clock.sleep(gapMs, limits.signal);
  return Promise.all(
    targets.map(async (target, k): Promise<TwoScrapes> => {
      const before = first[k] as Reading;
      if ('error' in before) return { target, error: before.error };
      const after = await read(target);
      if ('error' in after) return { target, error: after.error };
      return { target, first: before.page, second: after.page, elapsedMs: after.at - before.at };
    }),
  );
}
