import { createMetrics } from '../../src/adapters/monitoring/metrics.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { WebServers } from '../adapters/monitoring/web-servers.ts';
import { metricsContract } from '../contracts/metrics.contract.ts';
import { startPrometheus } from './servers/prometheus.ts';

const reach = () => Promise.reject(new TypeError('not asked for'));

metricsContract('adapter on a real Prometheus', async () => {
  const prometheus = await startPrometheus();
  const servers = new WebServers();
  const target = (port: number) => ({
    name: `page at ${port}`,
    endpoint: { kind: 'address', host: '127.0.0.1', port } as const,
    path: '/metrics',
  });
  const server = {
    name: 'prometheus',
    scheme: 'http',
    serverName: 'localhost',
    path: '',
    reach: async () => ({ host: '127.0.0.1', port: prometheus.port, close: async () => undefined }),
  } as const;
  const labelled = (value: string, label: string, as: string) =>
    `label_replace(vector(${value}), "${label}", "${as}", "", "")`;
  return {
    metrics: createMetrics({ prometheus: server, reach, clock: systemClock }),
    without: createMetrics({ prometheus: undefined, reach, clock: systemClock }),
    showing: async (...pages) => {
      const left = [...pages];
      const port = await servers.http((_, response) => {
        const page = left.length > 1 ? left.shift() : left[0];
        if (typeof page === 'string') response.end(page);
        else response.writeHead(page ?? 404).end();
      });
      return target(port);
    },
    silent: async () => target(await servers.silent()),
    expressions: {
      one: labelled('1', 'job', 'x'),
      nothing: 'a_metric_that_nobody_has',
      odd: `${labelled('NaN', 'a', '1')} or ${labelled('Inf', 'a', '2')}`,
      bad: 'bad(',
    },
    close: async () => {
      await servers.close();
      await prometheus.stop();
    },
  };
});
