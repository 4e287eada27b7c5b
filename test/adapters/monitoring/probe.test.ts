import { createServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, describe, expect, test } from '@jest/globals';
import { createProbe } from '../../../src/adapters/monitoring/probe.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { made } from '../../certificates/made.ts';
import { probeContract } from '../../contracts/probe.contract.ts';
import { WebServers } from './web-servers.ts';

const noReach = () => Promise.reject(new TypeError('not asked for'));
const at = (port: number) => ({ kind: 'address', host: '127.0.0.1', port }) as const;

probeContract('adapter on loopback', async () => {
  const servers = new WebServers();
  return {
    probe: createProbe({ reach: noReach, clock: systemClock }),
    answering: async (delayMs) =>
      at(
        await servers.http((request, response) => {
          setTimeout(() => response.writeHead(request.url === '/ok' ? 200 : 404).end('ok'), delayMs);
        }),
      ),
    hanging: async () => at(await servers.tcp()),
    silent: async () => at(await servers.silent()),
    close: () => servers.close(),
  };
});

describe('through a port-forward', () => {
  const web = new WebServers();
  afterAll(async () => {
    await web.close();
  });

  test('the round trip is that to the far end, without any handshake', async () => {
    const own = await made();
    const server = createServer({ cert: own.pem, key: own.keyPem }, (_, response) => void response.end());
    const port = await web.tls(server);
    const delayed = await web.tcp((near) => {
      const far = connect({ host: '127.0.0.1', port });
      far.on('error', () => undefined);
      near.on('data', (chunk) => setTimeout(() => far.write(chunk), 40));
      far.on('data', (chunk) => setTimeout(() => near.write(chunk), 40));
      near.on('close', () => far.destroy());
    });
    const reach = async () => ({ host: '127.0.0.1', port: delayed, close: async () => undefined });
    const probe = createProbe({ reach, clock: systemClock });
    const pod = { kind: 'pod', namespace: 'x', pod: 'api-gateway-a', port: 8443 } as const;
    const wanted = { endpoint: pod, count: 4, path: '/healthz', serverName: 'x.example' };
    const trips = await probe.roundTrips(wanted, { timeoutMs: 3000 });
    expect([trips.by, trips.ms.length, trips.failed.count]).toEqual(['request', 4, 0]);
    expect(Math.min(...trips.ms)).toBeGreaterThanOrEqual(78);
    expect(Math.min(...trips.ms)).toBeLessThan(158);
    expect(web.accepted()).toBe(1);
  });

  test('a server that ends every connection is measured without its handshakes', async () => {
    const own = await made();
    const server = createServer({ cert: own.pem, key: own.keyPem }, (_, response) => void response.end());
    server.keepAliveTimeout = 1;
    server.maxRequestsPerSocket = 1;
    const port = await web.tls(server);
    const reach = async () => ({ host: '127.0.0.1', port, close: async () => undefined });
    const pod = { kind: 'pod', namespace: 'x', pod: 'api-gateway-a', port: 8443 } as const;
    const wanted = { endpoint: pod, count: 3, path: '/', serverName: 'x.example' };
    const trips = await createProbe({ reach, clock: systemClock }).roundTrips(wanted, { timeoutMs: 3000 });
    expect([trips.ms.length, trips.failed.count]).toEqual([3, 0]);
  });

  test('a certificate need not be trusted for measuring', async () => {
    const own = await made();
    const server = createServer({ cert: own.pem, key: own.keyPem }, (_, response) => void response.end('ok'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const endpoint = at((server.address() as AddressInfo).port);
    const probe = createProbe({ reach: noReach, clock: systemClock });
    const requests = { endpoint, scheme: 'https', path: '/', serverName: 'x.example', count: 2 } as const;
    expect((await probe.requests(requests, { timeoutMs: 2000 })).statuses).toEqual({ 200: 2 });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
