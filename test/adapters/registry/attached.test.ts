import { expect, test } from '@jest/globals';
import { createRegistry } from '../../../src/adapters/registry/index.ts';
import { trivyScan } from '../../contracts/registry-content.ts';
import { MadeImages, makeKey, scanPredicate } from '../../fakes/registry/made-images.ts';
import { stillClock } from '../../tasks/environment.ts';
import { LocalRegistry } from './local-registry.ts';

const repository = 'shop/gateway';
const many = Array.from({ length: 8_000 }, (_, k): [string, string] => [`CVE-2026-${k}`, 'LOW']);

async function asked(predicate: object) {
  const [images, { pem, key }] = [new MadeImages(), makeKey()];
  const image = images.image('1.0.0');
  images.tag(repository, '1.0.0', image);
  images.bundle(repository, image, key, scanPredicate, predicate);
  const server = new LocalRegistry(images);
  const host = await server.start();
  const registry = createRegistry({
    servers: [{ host, tokenRealms: [], privateAddress: true, plainHttp: true }],
    keys: async () => [{ name: 'cosign.pub', pem }],
    clock: stillClock(),
  });
  const at = { registry: host, repository };
  try {
    return { signature: await registry.signature(at, image.digest), scan: await registry.scan(at, image.digest) };
  } finally {
    server.stop();
  }
}

test('a scan larger than any signature is read as a scan, and is in no signature’s way', async () => {
  const { signature, scan } = await asked(trivyScan('2026-11-20T02:00:00Z', ...many));
  expect(signature).toEqual({ state: 'unsigned' });
  expect(scan).toMatchObject({ state: 'scanned', scan: { vulnerabilities: { length: 8_000 } } });
});

test('an attestation beyond 8 MiB is left where it is', async () => {
  const { scan } = await asked({ ...trivyScan('2026-11-20T02:00:00Z'), filling: 'x'.repeat(7 * 1024 * 1024) });
  expect(scan).toEqual({ state: 'none' });
});
