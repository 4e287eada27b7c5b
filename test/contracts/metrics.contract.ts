import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Metrics, ScrapeTarget } from '../../src/ports/metrics.ts';

/** What a suite under this contract has to provide. */
export interface MetricsUnderTest {
  readonly metrics: Metrics;
  /** A target that shows these pages, one reading after the other; a number is a status without a page. */
  readonly showing: (...pages: readonly (string | number)[]) => Promise<ScrapeTarget>;
  readonly silent: () => Promise<ScrapeTarget>;
  /** Metrics of a platform without Prometheus. */
  readonly without: Metrics;
  /** Expressions that Prometheus answers so: 1 with label job x, no series, NaN and +Inf, and a refusal as bad data. */
  readonly expressions: { readonly one: string; readonly nothing: string; readonly odd: string; readonly bad: string };
  readonly close: () => Promise<void>;
}

/** The behaviour of the port `metrics`, whoever implements it. */
export function metricsContract(name: string, create: () => Promise<MetricsUnderTest>): void {
  describe(`metrics: ${name}`, () => {
    let under: MetricsUnderTest;
    beforeAll(async () => {
      under = await create();
    });
    afterAll(() => under.close());
    const limits = { timeoutMs: 2000 };

    test('a page is read', async () => {
      const page = await under.metrics.scrape(await under.showing('# TYPE a counter\na{x="1"} 5\n'), limits);
      expect(page.samples).toEqual([{ name: 'a', labels: { x: '1' }, value: 5 }]);
      expect(page.types.get('a')).toBe('counter');
    });

    test('two readings with a gap: each target by itself', async () => {
      const good = await under.showing('a 1\n', 'a 11\n');
      const bad = await under.showing('a 1\n', 503);
      const results = await under.metrics.scrapeTwice([good, await under.silent(), bad], 50, limits);
      expect(results.map((result) => ('error' in result ? 'error' : 'read'))).toEqual(['read', 'error', 'error']);
      const [first] = results;
      if (first === undefined || 'error' in first) throw new TypeError('not read');
      expect([first.first.samples[0]?.value, first.second.samples[0]?.value]).toEqual([1, 11]);
      expect(first.elapsedMs).toBeGreaterThanOrEqual(49);
    });

    test('nobody listens: unreachable', async () => {
      const asked = under.metrics.scrape(await under.silent(), limits);
      await expect(asked).rejects.toMatchObject({ name: 'PortError', code: 'unreachable' });
    });

    test('a status other than 200 is a failure', async () => {
      await expect(under.metrics.scrape(await under.showing(500), limits)).rejects.toMatchObject({ code: 'failed' });
    });

    test('queries', async () => {
      expect(await under.metrics.query(under.expressions.one, limits)).toEqual([{ labels: { job: 'x' }, value: 1 }]);
      expect(await under.metrics.query(under.expressions.nothing, limits)).toEqual([]);
      const odd = await under.metrics.query(under.expressions.odd, limits);
      expect(odd.map((each) => each.value)).toEqual([Number.NaN, Number.POSITIVE_INFINITY]);
      await expect(under.metrics.query(under.expressions.bad, limits)).rejects.toMatchObject({ code: 'invalid' });
    });

    test('a query over a span', async () => {
      const range = { from: 1_000_000, until: 1_060_000, stepMs: 60_000 };
      expect(await under.metrics.queryRange(under.expressions.one, range, limits)).toEqual([
        {
          labels: { job: 'x' },
          points: [
            [1_000_000, 1],
            [1_060_000, 1],
          ],
        },
      ]);
    });

    test('where there is no Prometheus, that is what is said', async () => {
      await expect(under.without.query(under.expressions.one, limits)).rejects.toMatchObject({ code: 'not-found' });
    });

    test('a cancelled run asks nobody', async () => {
      const asked = under.metrics.query(under.expressions.one, { ...limits, signal: AbortSignal.abort() });
      await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    });
  });
}
