import { createServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, describe, expect, test } from '@jest/globals';
import { createProbe } from '../../../src/adapters/monitoring/probe.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { made } from '../../certificates/made.ts';
import { probeContract } from '../../contracts/probe.contract.ts';
import { TlsServers } from '../certificates/tls-servers.ts';
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
  const tls = new TlsServers();
  const web = new WebServers();
  afterAll(async () => {
    await tls.close();
    await web.close();
  });

  test('the round trip is not that of the near end, which accepts at once', async () => {
    const { port } = await tls.serving([await made()]);
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
    const trips = await probe.roundTrips(pod, 3, { timeoutMs: 3000 });
    expect([trips.by, trips.ms.length]).toEqual(['tls-handshake', 3]);
    expect(Math.min(...trips.ms)).toBeGreaterThanOrEqual(78);
    expect(Math.min(...trips.ms)).toBeLessThan(400);
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
