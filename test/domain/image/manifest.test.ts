import { describe, expect, test } from '@jest/globals';
import { manifestTypes, parseConfig, parseManifest, platformsOf } from '../../../src/domain/image/manifest.ts';
import { type ImagePlatform, platformText, runsOn, uncovered } from '../../../src/domain/image/platforms.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const descriptor = (mediaType: string, more: object = {}) => ({ mediaType, digest, size: 7, ...more });
const { ociIndex, ociManifest, dockerList, dockerManifest } = manifestTypes;

const index = (over: object = {}) => ({
  schemaVersion: 2,
  manifests: [
    descriptor(ociManifest, { platform: { os: 'linux', architecture: 'amd64' } }),
    descriptor(ociManifest, { platform: { os: 'linux', architecture: 'arm', variant: 'v7' } }),
    descriptor(ociManifest, { platform: { os: 'unknown', architecture: 'unknown' } }),
    descriptor(ociManifest),
  ],
  ...over,
});
const image = (over: object = {}) => ({
  schemaVersion: 2,
  config: descriptor('application/vnd.oci.image.config.v1+json'),
  layers: [descriptor('application/vnd.oci.image.layer.v1.tar+gzip')],
  ...over,
});
const read = (value: unknown, type: string) =>
  parseManifest(typeof value === 'string' ? value : JSON.stringify(value), type);

describe('a manifest', () => {
  test.each<[string, unknown, string, 'index' | 'image']>([
    ['an OCI index', index(), ociIndex, 'index'],
    ['a Docker list', index({ mediaType: dockerList }), dockerList, 'index'],
    ['an OCI manifest', image({ mediaType: ociManifest }), ociManifest, 'image'],
    ['a Docker manifest', image(), `${dockerManifest}; charset=utf-8`, 'image'],
    ['an artifact', image({ artifactType: 'application/x' }), ociManifest, 'image'],
  ])('%s', (_name, value, type, kind) => {
    expect(read(value, type)).toMatchObject({ kind });
  });

  test.each<[string, unknown, string, RegExp]>([
    ['no JSON', '<html>', ociIndex, /no JSON object/],
    ['a list', [], ociIndex, /no JSON object/],
    ['null', 'null', ociIndex, /no JSON object/],
    [
      'the old schema',
      { schemaVersion: 1 },
      'application/vnd.docker.distribution.manifest.v1+prettyjws',
      /not supported/,
    ],
    ['another version', image({ schemaVersion: 1 }), ociManifest, /schemaVersion/],
    ['one type outside, another inside', image({ mediaType: ociIndex }), ociManifest, /another type/],
    ['both at once', { ...image(), ...index() }, ociManifest, /at once/],
    ['an index sent as a manifest', index(), ociManifest, /config/],
    [
      'a digest of another algorithm',
      image({ config: descriptor('x', { digest: `md5:${'a'.repeat(32)}` }) }),
      ociManifest,
      /config\.digest/,
    ],
    ['a size below zero', image({ layers: [descriptor('x', { size: -1 })] }), ociManifest, /layers\.0\.size/],
    ['too many entries', index({ manifests: Array(1001).fill(descriptor(ociManifest)) }), ociIndex, /manifests/],
    ['no type', image(), '', /\(none\) is not supported/],
    ['a hostile type', image(), 'a\r\n::error::', /\(none\)/],
  ])('that is %s is refused', (_name, value, type, why) => {
    expect(read(value, type)).toMatch(why);
  });

  test('platforms of an index leave out attestations and entries without one', () => {
    const parsed = read(index(), ociIndex);
    if (typeof parsed === 'string' || parsed.kind !== 'index') throw new Error('no index');
    expect(platformsOf(parsed).map(platformText)).toEqual(['linux/amd64', 'linux/arm/v7']);
  });

  test.each([
    ['{"os":"linux","architecture":"amd64","config":{}}', { os: 'linux', architecture: 'amd64' }],
    ['{"architecture":"amd64"}', 'its config names no platform'],
    ['nonsense', 'its config names no platform'],
  ])('a config %s', (text, platform) => {
    expect(parseConfig(text)).toEqual(platform);
  });
});

describe('platforms', () => {
  const of = (text: string): ImagePlatform => {
    const [os = '', architecture = '', variant] = text.split('/');
    return { os, architecture, ...(variant === undefined ? {} : { variant }) };
  };
  test.each<[string, string, boolean]>([
    ['linux/amd64', 'linux/amd64', true],
    ['linux/x86_64', 'linux/amd64', true],
    ['linux/arm64/v8', 'linux/arm64', true],
    ['linux/aarch64', 'linux/arm64', true],
    ['linux/amd64/v1', 'linux/amd64', true],
    ['linux/amd64/v3', 'linux/amd64', false],
    ['linux/arm/v6', 'linux/arm', true],
    ['linux/arm64', 'linux/arm', false],
    ['windows/amd64', 'linux/amd64', false],
  ])('an image for %s on a node of %s: %s', (offered, node, runs) => {
    expect(runsOn(of(offered), of(node))).toBe(runs);
  });

  test('what is not covered is named', () => {
    const missing = uncovered([of('linux/amd64')], [of('linux/amd64'), of('linux/arm64'), of('windows/amd64')]);
    expect(missing.map(platformText)).toEqual(['linux/arm64', 'windows/amd64']);
  });
});
