import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type BuiltImage, buildImage } from '../../../sandbox/images/build.ts';
import { imageVersion } from '../../../sandbox/images/format.ts';
import { Registry } from '../../../sandbox/images/registry.ts';
import { ImageStore } from '../../../sandbox/kubelet/image-store.ts';
import { TestRegistry } from '../images/registry-server.ts';

let server: TestRegistry;
let host: string;
let folder: string;
let owners: string[];
beforeEach(async () => {
  server = new TestRegistry();
  host = await server.start();
  folder = mkdtempSync(join(tmpdir(), 'images-'));
  owners = [];
});
afterEach(() => {
  server.stop();
  rmSync(folder, { recursive: true });
});

const built = (version: string): BuiltImage => {
  const folders = { '/data': { owner: 'worker', mode: '0750' } };
  const description = {
    name: 'test/x',
    users: { worker: 70 },
    folders,
    files: { '/version': version },
    cmd: ['/run'],
    tags: { '1': {} },
  };
  return buildImage(imageVersion(description, '1'), { folder, checkout: folder });
};
const push = (version: string): Promise<boolean> => new Registry(host).push(built(version));
const store = (): ImageStore =>
  new ImageStore(join(folder, 'store'), host, (path, uid) => void owners.push(`${uid} ${path}`));
const version = async (images: ImageStore, policy?: 'Always' | 'IfNotPresent' | 'Never'): Promise<string> => {
  const { image } = await images.ensure({ image: 'test/x:1', ...(policy && { imagePullPolicy: policy }) });
  return readFileSync(join(image.files, 'version'), 'utf8');
};

describe('pushing', () => {
  test('sends nothing that is there already', async () => {
    expect(await push('a')).toBe(true);
    const sent = server.requests.filter((each) => !each.startsWith('HEAD')).length;
    expect(await push('a')).toBe(false);
    expect(server.requests.filter((each) => !each.startsWith('HEAD'))).toHaveLength(sent);
  });

  test('moves a tag to other content', async () => {
    await push('a');
    expect(await push('b')).toBe(true);
    expect(server.tags.get('test/x:1')).toBe(built('b').manifest.digest);
  });
});

describe('an image on a node', () => {
  test('is named by its digest, and has its files with their owners and modes', async () => {
    await push('a');
    const { image, fetched } = await store().ensure({ image: 'test/x:1' });
    expect(image.id).toBe(`${host}/test/x@${built('a').manifest.digest}`);
    expect([fetched, image.config.Cmd, statSync(join(image.files, 'data')).mode & 0o777]).toEqual([
      true,
      ['/run'],
      0o750,
    ]);
    expect(owners).toContain(`70 ${join(image.files.replace('/files', '.new/files'), 'data')}`);
  });

  test('is fetched once for many containers at a time', async () => {
    await push('a');
    const images = store();
    await Promise.all([1, 2, 3].map(() => version(images)));
    const layer = `GET /v2/test/x/blobs/${built('a').layer.digest}`;
    expect(server.requests.filter((each) => each === layer)).toHaveLength(1);
  });

  test.each([
    ['IfNotPresent', 'a'],
    ['Always', 'b'],
  ] as const)('whose tag has moved is, with %s, %s', async (policy, expected) => {
    const images = store();
    await push('a');
    await version(images);
    await push('b');
    expect(await version(images, policy)).toBe(expected);
  });

  test('of an earlier kubelet serves while the registry is away, and only then', async () => {
    await push('a');
    await version(store());
    await push('b');
    expect(await version(store())).toBe('b');
    server.stop();
    expect(await version(store())).toBe('b');
  });

  test.each([
    ['a tag that does not exist', 'test/x:2', undefined, 'ErrImagePull', /not found/],
    ['a name that is none', 'Test/X', undefined, 'InvalidImageName', /couldn't parse/],
    ['what must not be pulled', 'test/x:1', 'Never', 'ErrImageNeverPull', /policy of Never/],
  ] as const)('is refused for %s', async (_, image, imagePullPolicy, reason, message) => {
    await push('a');
    const refused = store().ensure({ image, ...(imagePullPolicy && { imagePullPolicy }) });
    await expect(refused).rejects.toMatchObject({ reason, message: expect.stringMatching(message) });
  });

  test('is refused when its bytes are not those of its digest', async () => {
    await push('a');
    server.blobs.set(built('a').layer.digest, Buffer.from('other'));
    await expect(store().ensure({ image: 'test/x:1' })).rejects.toThrow(/other bytes than its digest says/);
  });

  test('cannot be had from a registry that nobody runs', async () => {
    server.stop();
    await expect(store().ensure({ image: 'test/x:1' })).rejects.toMatchObject({ reason: 'ErrImagePull' });
  });
});
