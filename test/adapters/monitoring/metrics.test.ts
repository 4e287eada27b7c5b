import type { RequestListener } from 'node:http';
import { afterAll, describe, expect, test } from '@jest/globals';
import { createMetrics } from '../../../src/adapters/monitoring/metrics.ts';
import type { PrometheusServer } from '../../../src/adapters/monitoring/prometheus.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { metricsContract } from '../../contracts/metrics.contract.ts';
import { WebServers } from './web-servers.ts';

const reach = () => Promise.reject(new TypeError('not asked for'));
const success = (result: unknown) => ({ status: 'success', data: { resultType: 'vector', result } });
const metric = { job: 'x' };

/** The answers of Prometheus' API as its documentation shows them. */
const prometheus: RequestListener = (request, response) => {
  const url = new URL(request.url ?? '', 'http://localhost');
  const query = url.searchParams.get('query');
  const answers: Record<string, unknown> = {
    one: success([{ metric, value: [1000, '1'] }]),
    nothing: success([]),
    odd: success([
      { metric, value: [1000, 'NaN'] },
      { metric, value: [1000, '+Inf'] },
    ]),
    'bad(': { status: 'error', errorType: 'bad_data', error: 'parse error' },
  };
  if (query === 'hang') return;
  if (query === 'login') return void response.writeHead(401).end();
  if (query === 'redirect') return void response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end();
  if (query === 'huge') return void response.end('x'.repeat(17 * 1024 * 1024));
  if (query === 'html') return void response.end('<html>password=hunter2</html>');
  const range = success([
    {
      metric,
      values: [
        [Number(url.searchParams.get('start')), '1'],
        [Number(url.searchParams.get('end')), '1'],
      ],
    },
  ]);
  response.end(JSON.stringify(url.pathname.endsWith('query_range') ? range : answers[query ?? '']));
};

const serverAt = (port: number): PrometheusServer => ({
  name: 'prometheus at test',
  scheme: 'http',
  serverName: 'localhost',
  path: '',
  reach: async () => ({ host: '127.0.0.1', port, close: async () => undefined }),
});

metricsContract('adapter on loopback', async () => {
  const servers = new WebServers();
  const port = await servers.http(prometheus);
  const target = (at: number) => ({
    name: `page at ${at}`,
    endpoint: { kind: 'address', host: '127.0.0.1', port: at } as const,
    path: '/metrics',
  });
  return {
    metrics: createMetrics({ prometheus: serverAt(port), reach, clock: systemClock }),
    without: createMetrics({ prometheus: undefined, reach, clock: systemClock }),
    showing: async (...pages) => {
      const left = [...pages];
      const at = await servers.http((_, response) => {
        const page = left.length > 1 ? left.shift() : left[0];
        if (typeof page === 'string') response.end(page);
        else response.writeHead(page ?? 404).end('secret of the server');
      });
      return target(at);
    },
    silent: async () => target(await servers.silent()),
    expressions: { one: 'one', nothing: 'nothing', odd: 'odd', bad: 'bad(' },
    close: () => servers.close(),
  };
});

describe('what Prometheus may do to us', () => {
  const servers = new WebServers();
  afterAll(() => servers.close());

  test.each([
    ['hang', 'timeout', 300],
    ['login', 'unauthorized', 2000],
    ['redirect', 'invalid', 2000],
    ['huge', 'invalid', 5000],
    ['html', 'invalid', 2000],
  ])('%s: %s', async (query, code, timeoutMs) => {
    const metrics = createMetrics({ prometheus: serverAt(await servers.http(prometheus)), reach, clock: systemClock });
    const asked = metrics.query(query, { timeoutMs });
    await expect(asked).rejects.toMatchObject({ name: 'PortError', code });
    await expect(asked).rejects.not.toMatchObject({ message: expect.stringContaining('hunter2') });
  });

  test('the way is closed whatever happens', async () => {
    let open = 0;
    const port = await servers.http(prometheus);
    const counting = {
      ...serverAt(port),
      reach: async () => {
        open += 1;
        return { host: '127.0.0.1', port, close: async () => void open-- };
      },
    };
    const metrics = createMetrics({ prometheus: counting, reach, clock: systemClock });
    await metrics.query('one', { timeoutMs: 2000 });
    await metrics.query('bad(', { timeoutMs: 2000 }).catch(() => undefined);
    expect(open).toBe(0);
  });
});
