import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { platformText } from '../../src/domain/image/platforms.ts';
import type { ImageRepository, Registry } from '../../src/ports/registry.ts';
import type { RegistryContent } from './registry-content.ts';

/** What a suite under this contract has to provide. */
export interface RegistryUnderTest {
  readonly registry: Registry;
  /** The host under which `content` is. */
  readonly host: string;
  readonly content: RegistryContent;
  /** The same registry for somebody without credentials; only where it asks for them. */
  readonly stranger?: Registry;
  /** A registry that does not listen. */
  readonly silent?: { readonly registry: Registry; readonly host: string };
  readonly close: () => Promise<void>;
}

/** The behaviour of the port `registry`, whoever implements it. */
export function registryContract(name: string, create: () => Promise<RegistryUnderTest>): void {
  describe(`registry: ${name}`, () => {
    let under: RegistryUnderTest;
    let at: ImageRepository;
    beforeAll(async () => {
      under = await create();
      at = { registry: under.host, repository: under.content.repository };
    }, 60_000);
    afterAll(() => under.close());

    test('every tag of a repository, and none of another', async () => {
      const tags = await under.registry.tags(at);
      expect(tags).toEqual(expect.arrayContaining(['1.4.2', '1.4.3', '1.4.4', '1.4.5', '1.4.6', '1.4.7']));
      expect(new Set(tags)).toEqual(new Set(under.content.images.tagsOf(at.repository)));
    });

    test('a repository that does not exist', async () => {
      const none = { ...at, repository: 'contract/nothing' };
      await expect(under.registry.tags(none)).rejects.toMatchObject({ name: 'PortError', code: 'not-found' });
      expect(await under.registry.resolve(none, '1.0.0')).toBeUndefined();
    });

    test('a tag stands for a digest, with the platforms of an index or an image', async () => {
      const { index, single } = under.content.digests;
      const found = await under.registry.resolve(at, '1.4.3');
      expect([found?.digest, found?.platforms.map(platformText)]).toEqual([index, ['linux/amd64', 'linux/arm64']]);
      expect(found?.digests).toHaveLength(3);
      const one = await under.registry.resolve(at, '1.4.2');
      expect([one?.digest, one?.platforms.map(platformText)]).toEqual([single, ['linux/amd64']]);
      expect(await under.registry.resolve(at, single)).toEqual(one);
    });

    test('a tag or digest that does not exist', async () => {
      expect(await under.registry.resolve(at, '9.9.9')).toBeUndefined();
      expect(await under.registry.resolve(at, `sha256:${'0'.repeat(64)}`)).toBeUndefined();
    });

    test.each([
      ['index', { state: 'signed', by: 'configmap/keys, cosign.pub' }],
      ['bundled', { state: 'signed', by: 'configmap/keys, cosign.pub' }],
      ['single', { state: 'unsigned' }],
      ['strange', { state: 'untrusted', why: 'by no trusted key' }],
      ['borrowed', { state: 'untrusted', why: 'about another image' }],
      ['attested', { state: 'untrusted', why: 'not a signature over an image' }],
    ] as const)('the signature of the image %s: %j', async (image, state) => {
      expect(await under.registry.signature(at, under.content.digests[image])).toEqual(state);
    });

    const vouched = 'configmap/keys, cosign.pub';
    const at20 = Date.UTC(2026, 10, 20, 2);
    test.each([
      [
        'index',
        {
          state: 'scanned',
          scan: {
            scanner: 'trivy',
            at: at20,
            by: vouched,
            vulnerabilities: [
              { id: 'CVE-2026-1', severity: 'high' },
              { id: 'CVE-2026-2', severity: 'critical' },
            ],
          },
        },
      ],
      [
        'attested',
        {
          state: 'scanned',
          scan: { scanner: 'grype', at: at20, by: vouched, vulnerabilities: [{ id: 'GHSA-1', severity: 'low' }] },
        },
      ],
      ['bundled', { state: 'none' }],
      ['strange', { state: 'unusable', why: 'by no trusted key' }],
      ['borrowed', { state: 'unusable', why: 'about another image' }],
      ['single', { state: 'unusable', why: 'its scanner and the time of the scan are not where they should be' }],
    ] as const)('the newest scan of the image %s', async (image, state) => {
      expect(await under.registry.scan(at, under.content.digests[image])).toEqual(state);
    });

    test('somebody without credentials, and nobody there', async () => {
      const { stranger, silent } = under;
      if (stranger) await expect(stranger.tags(at)).rejects.toMatchObject({ code: 'unauthorized' });
      if (!silent) return;
      const there = { ...at, registry: silent.host };
      await expect(silent.registry.tags(there)).rejects.toMatchObject({ code: 'unreachable' });
    });
  });
}
