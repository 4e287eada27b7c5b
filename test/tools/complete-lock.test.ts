import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { CHECKOUT } from '../../sandbox/toolchain/cache.ts';
import { completeLock, type Lock } from '../../tools/complete-lock.ts';

const owner = { version: '1.0.0', dev: true };

test('builds for other machines are listed, for their machine alone', () => {
  const optionalDependencies = { 'x-darwin-arm64': '1.0.0', 'x-linux-x64-musl': '1.0.0', 'x-linux-x64-gnu': '1.0.0' };
  const present = { version: '1.0.0', resolved: 'kept' };
  const lock: Lock = {
    packages: { 'node_modules/x': { ...owner, optionalDependencies }, 'node_modules/x-linux-x64-gnu': present },
  };
  const done = completeLock(lock);
  expect(done.added).toEqual(['x-darwin-arm64', 'x-linux-x64-musl']);
  expect(done.lock.packages['node_modules/x-darwin-arm64']).toEqual({
    version: '1.0.0',
    os: ['darwin'],
    cpu: ['arm64'],
    dev: true,
    optional: true,
  });
  expect(done.lock.packages['node_modules/x-linux-x64-musl']).toMatchObject({
    os: ['linux'],
    cpu: ['x64'],
    libc: ['musl'],
  });
  expect(done.lock.packages['node_modules/x-linux-x64-gnu']).toBe(present);
  expect(completeLock(done.lock).added).toEqual([]);
});

test('what is no build for a machine is left alone', () => {
  const lock: Lock = {
    packages: { 'node_modules/x': { ...owner, optionalDependencies: { 'pg-cloudflare': '1.0.0' } } },
  };
  expect(completeLock(lock).added).toEqual([]);
});

test("this repository's lock is complete: npm ci accepts it on any machine", () => {
  const lock = JSON.parse(readFileSync(join(CHECKOUT, 'package-lock.json'), 'utf8')) as Lock;
  expect(completeLock(lock).added).toEqual([]);
});
