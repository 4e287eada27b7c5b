import { authorityAndServer, base64 } from '../../certificates/made.ts';
import type { World } from '../../contracts/world.ts';
import { Bench } from './bench.ts';

/** A gateway that is well, an expired certificate, and a Secret that does not exist. */
export async function makeWorld(): Promise<World> {
  const certificates = { secrets: ['api-gateway-tls', 'expired', 'missing'] };
  const bench = await Bench.good({ serial: '71' }, certificates);
  const { server, root } = await authorityAndServer({ serial: '72', notAfter: '2026-11-01T00:00:00Z' });
  bench.secret('expired', server.pem, server.keyPem, { 'ca.crt': base64(root.pem) });
  const { cluster } = bench;
  return {
    ports: { cluster, certificates: bench.certificates },
    changes: () => cluster.changes().map(({ verb, name }) => `${verb} ${name}`),
    platform: { certificates },
  };
}
