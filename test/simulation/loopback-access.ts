import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Access } from '../../src/adapters/kubernetes/access.ts';

/** How to reach an API server of a test that listens on this machine. */
export function loopbackAccess(server: Server, context: string): Access {
  const { port } = server.address() as AddressInfo;
  return {
    context,
    user: 'maintenance',
    server: new URL(`http://127.0.0.1:${port}`),
    verify: true,
    identification: { kind: 'token', token: 't' },
  };
}
