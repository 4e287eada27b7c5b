import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { BINDS_LABEL, buildImage } from '../../../sandbox/images/build.ts';
import { imageVersion, readImageDescription } from '../../../sandbox/images/format.ts';
import { readTar } from '../../../sandbox/images/tar.ts';

const DESCRIPTION = {
  name: 'test/thing',
  entrypoint: ['/run'],
  env: { A: '1', B: '2' },
  user: 'worker',
  users: { worker: 1234 },
  binds: ['@libc'],
  files: { '/etc/version': '1.0.0' },
  folders: { '/var/lib/thing': { owner: 'worker', mode: '0750' } },
  tags: { '1.0.0': {}, '1.0.1': { env: { B: '3' }, files: { '/etc/version': '1.0.1' }, binds: ['@node'] } },
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'image-'));
  mkdirSync(join(folder, 'files/opt'), { recursive: true });
  writeFileSync(join(folder, 'files/opt/data'), 'data');
  writeFileSync(join(folder, 'image.json'), JSON.stringify(DESCRIPTION));
});
afterEach(() => rmSync(folder, { recursive: true }));

const build = (tag: string) => {
  const description = readImageDescription(join(folder, 'image.json'));
  return buildImage(imageVersion(description, tag), { folder, checkout: folder });
};
const change = (over: object): void =>
  writeFileSync(join(folder, 'image.json'), JSON.stringify({ ...DESCRIPTION, ...over }));

describe('a built image', () => {
  test('says how it is run, with the overrides of its tag', () => {
    const config = JSON.parse(build('1.0.1').config.bytes.toString()).config;
    expect(config).toMatchObject({ Entrypoint: ['/run'], Env: ['A=1', 'B=3'], User: '1234:1234', WorkingDir: '/' });
    expect(JSON.parse(config.Labels[BINDS_LABEL])).toEqual(['@node']);
  });

  test('holds its files, owners and users', () => {
    const entries = new Map(readTar(gunzipSync(build('1.0.1').layer.bytes)).map((entry) => [entry.path, entry]));
    expect(entries.get('etc/version')?.content?.toString()).toBe('1.0.1');
    expect(entries.get('opt/data')?.content?.toString()).toBe('data');
    expect(entries.get('var/lib/thing')).toMatchObject({ kind: 'folder', uid: 1234, gid: 1234, mode: 0o750 });
    expect(entries.get('var/lib')).toMatchObject({ kind: 'folder', uid: 0, mode: 0o755 });
    expect(entries.get('etc/passwd')?.content?.toString()).toContain('worker:x:1234:1234:');
  });

  test('has a digest that depends on its content alone', () => {
    const before = build('1.0.0').manifest.digest;
    utimesSync(join(folder, 'files/opt/data'), 1, 1);
    expect(build('1.0.0').manifest.digest).toBe(before);
    writeFileSync(join(folder, 'files/opt/data'), 'other');
    expect(build('1.0.0').manifest.digest).not.toBe(before);
  });

  test('names its config and layer by their digests', () => {
    const { manifest, config, layer } = build('1.0.0');
    const parsed = JSON.parse(manifest.bytes.toString());
    expect(parsed.config).toMatchObject({ digest: config.digest, size: config.bytes.length });
    expect(parsed.layers).toMatchObject([{ digest: layer.digest, size: layer.bytes.length }]);
  });
});

describe('an image description is refused', () => {
  test.each([
    ['an unknown key', { entrypiont: [] }, /entrypiont/],
    ['a bind without @ or /', { binds: ['node'] }, /binds\.0.*begin with/],
    ['a mode that is not octal', { folders: { '/x': { mode: '999' } } }, /octal/],
    ['a user that nobody defined', { user: 'ghost' }, /names the user ghost/],
    ['an include outside the checkout', { include: { '/x': '../..' } }, /not in the checkout/],
    ['an include that does not exist', { include: { '/x': 'nowhere' } }, /nowhere, which does not exist/],
  ])('for %s', (_, over, message) => {
    change(over);
    expect(() => build('1.0.0')).toThrow(message);
  });

  test('for a tag that it does not have, naming those it has', () => {
    expect(() => build('2.0.0')).toThrow('has no tag 2.0.0. It has: 1.0.0, 1.0.1');
  });
});
