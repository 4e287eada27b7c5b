import type { ScrapeTarget } from '../../../src/ports/metrics.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { metricsContract } from '../../contracts/metrics.contract.ts';
import { FakeMetrics } from './fake-metrics.ts';

const labels = { job: 'x' };

metricsContract('fake', async () => {
  const metrics = new FakeMetrics();
  const without = new FakeMetrics();
  without.withoutPrometheus();
  metrics.answer(/^one$/, [{ labels, value: 1 }]);
  metrics.answer(/^odd$/, [
    { labels, value: Number.NaN },
    { labels, value: Number.POSITIVE_INFINITY },
  ]);
  metrics.answer(/^bad\($/, new PortError({ code: 'invalid', subject: 'prometheus', message: 'bad data' }));
  metrics.answerRange(/^one$/, [
    {
      labels,
      points: [
        [1_000_000, 1],
        [1_060_000, 1],
      ],
    },
  ]);
  let count = 0;
  const target = (): ScrapeTarget => {
    const name = `target-${++count}`;
    return { name, endpoint: { kind: 'address', host: name, port: 1 }, path: '/metrics' };
  };
  return {
    metrics,
    without,
    showing: async (...pages) => {
      const shown = target();
      const failed = (status: number) =>
        new PortError({ code: 'failed', subject: shown.name, message: `${shown.name} answered ${status}` });
      metrics.page(shown.name, ...pages.map((page) => (typeof page === 'string' ? page : failed(page))));
      return shown;
    },
    silent: async () => target(),
    expressions: { one: 'one', nothing: 'nothing', odd: 'odd', bad: 'bad(' },
    close: async () => undefined,
  };
});
