import { describe, expect, test } from '@jest/globals';
import { parseReference, pinned, repositoryOf } from '../../../src/domain/image/reference.ts';

const hex = 'a'.repeat(64);
const digest = `sha256:${hex}` as const;

describe('a reference', () => {
  test.each<[string, string, string | undefined, string | undefined]>([
    ['nginx', 'docker.io/library/nginx', 'latest', undefined],
    ['nginx:1.27.3-alpine', 'docker.io/library/nginx', '1.27.3-alpine', undefined],
    ['bitnami/redis:7.4.1', 'docker.io/bitnami/redis', '7.4.1', undefined],
    ['docker.io/nginx:1', 'docker.io/library/nginx', '1', undefined],
    ['index.docker.io/library/nginx:1', 'docker.io/library/nginx', '1', undefined],
    ['registry-1.docker.io/a/b:1', 'docker.io/a/b', '1', undefined],
    ['localhost/x:1', 'localhost/x', '1', undefined],
    ['localhost:5000/x', 'localhost:5000/x', 'latest', undefined],
    ['10.77.0.5:5000/phoenix/api-gateway:2.1.0', '10.77.0.5:5000/phoenix/api-gateway', '2.1.0', undefined],
    ['[fd00::1]:5000/x:1', '[fd00::1]:5000/x', '1', undefined],
    ['Registry.Example.COM/x:1', 'registry.example.com/x', '1', undefined],
    [`nginx@${digest}`, 'docker.io/library/nginx', undefined, digest],
    [`ghcr.io/a/b/c:v1.2.3@${digest}`, 'ghcr.io/a/b/c', 'v1.2.3', digest],
    ['a__b/c-d.e:_x', 'docker.io/a__b/c-d.e', '_x', undefined],
    [`x:${'t'.repeat(128)}`, 'docker.io/library/x', 't'.repeat(128), undefined],
  ])('%s', (text, repository, tag, itsDigest) => {
    const read = parseReference(text);
    expect(read && repositoryOf(read)).toBe(repository);
    expect([read?.tag, read?.digest]).toEqual([tag, itsDigest]);
  });

  test.each([
    '',
    ':1',
    'Nginx',
    'a/B:1',
    'x:',
    'x:-1',
    `x:${'t'.repeat(129)}`,
    'x: 1',
    'x:1\n',
    'x:1@',
    'x@sha256:abc',
    `x@sha256:${hex.toUpperCase()}`,
    `x@sha512:${'a'.repeat(128)}`,
    `x@${digest}@${digest}`,
    'http://registry.example.com/x:1',
    'user:pass@registry.example.com/x:1',
    '../x:1',
    'x/../y:1',
    'registry.example.com//x:1',
    '-host.example.com/x:1',
    'host.example.com:port/x:1',
    '[::1/x:1',
    `${'a'.repeat(256)}:1`,
  ])('%j is none', (text) => {
    expect(parseReference(text)).toBeUndefined();
  });

  test('is pinned as it was written', () => {
    const read = parseReference('nginx:1.27.3');
    expect(read && pinned(read, '1.27.4', digest)).toBe(`nginx:1.27.4@${digest}`);
  });
});
