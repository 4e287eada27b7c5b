import type { Exposition, Labels } from '../domain/metrics/text-format.ts';
import type { Endpoint, Limits } from './endpoint.ts';

/** The value of one series at a moment. */
export interface MetricValue {
  readonly labels: Labels;
  readonly value: number;
}

/** The values of one series over a span; times in epoch ms. */
export interface MetricSeries {
  readonly labels: Labels;
  readonly points: readonly (readonly [time: number, value: number])[];
}

/** A page of metrics and where it is. */
export interface ScrapeTarget {
  /** Copyable and stable: `pod/blockchain-node-0`. */
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly path: string;
}

/** What bounds a scrape: 16 MiB at most are read, and only samples of `keep` are kept. */
export interface ScrapeLimits extends Limits {
  readonly keep?: (name: string) => boolean;
}

/** One target scraped twice; an error of either is kept with it, so that the others count. */
export type TwoScrapes = { readonly target: ScrapeTarget } & (
  | { readonly first: Exposition; readonly second: Exposition; readonly elapsedMs: number }
  | { readonly error: Error }
);

/**
 * Metrics: what Prometheus has stored, and what a pod shows itself. Prometheus is where the configuration says it is; a
 * query rejects with `not-found` where there is none. Everything is bounded in time and size; methods reject with a
 * PortError.
 */
export interface Metrics {
  /** An instant query now; NaN and infinite values are among the results. */
  query(expression: string, limits: Limits): Promise<readonly MetricValue[]>;
  queryRange(
    expression: string,
    range: { readonly from: number; readonly until: number; readonly stepMs: number },
    limits: Limits,
  ): Promise<readonly MetricSeries[]>;
  scrape(target: ScrapeTarget, limits: ScrapeLimits): Promise<Exposition>;
  /** Scrape every target, wait, and scrape again: `elapsedMs` is each target's own, by the monotonic clock. */
  scrapeTwice(targets: readonly ScrapeTarget[], gapMs: number, limits: ScrapeLimits): Promise<readonly TwoScrapes[]>;
}
