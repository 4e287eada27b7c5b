import { type Made, made } from '../../certificates/made.ts';
import type { World } from '../../contracts/world.ts';
import { Bench } from './bench.ts';
import { inDays, serverOf } from './issuers.ts';

let once: Promise<readonly [root: Made, issuing: Made, due: Made, good: Made]> | undefined;

/** Keys are chance: they are made once, so that every world is the same. */
async function certificates() {
  const root = await made({ name: 'Root', authority: true, notAfter: inDays(3000) });
  const issuing = await made({ name: 'Issuing', issuer: root, authority: true, notAfter: inDays(900) });
  const due = await made(serverOf('api-gateway-tls', 12, issuing));
  return [root, issuing, due, await made(serverOf('portal-tls', 80, issuing))] as const;
}

/** A gateway that serves a certificate which is due and reads it at its start alone; another one is in order. */
export async function makeWorld(): Promise<World> {
  once ??= certificates();
  const [root, issuing, due, good] = await once;
  const bench = Bench.of(root, issuing);
  bench.hold('api-gateway-tls', due);
  bench.hold('portal-tls', good);
  bench.gateway();
  return bench.world();
}
