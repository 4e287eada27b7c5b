import { expect, test } from '@jest/globals';
import { isPublicAddress } from '../../../src/adapters/public-address.ts';
import { parseChallenge } from '../../../src/adapters/registry/challenge.ts';
import { credentialsFrom } from '../../../src/adapters/registry/docker-config.ts';
import { nextPage } from '../../../src/adapters/registry/list-tags.ts';

test.each([
  ['8.8.8.8', true],
  ['1.1.1.1', true],
  ['2606:4700:4700::1111', true],
  ['0.0.0.0', false],
  ['10.77.0.5', false],
  ['100.64.0.1', false],
  ['127.0.0.1', false],
  ['127.255.255.254', false],
  ['169.254.169.254', false],
  ['172.16.0.1', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['192.0.2.1', false],
  ['198.18.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['::ffff:169.254.169.254', false],
  ['::ffff:8.8.8.8', false],
  ['::127.0.0.1', false],
  ['64:ff9b::a9fe:a9fe', false],
  ['2002:a9fe:a9fe::', false],
  ['fc00::1', false],
  ['fd12::1', false],
  ['fe80::1', false],
  ['ff02::1', false],
  ['2001:db8::1', false],
  ['registry.example.com', false],
  ['0x7f.1', false],
  ['2130706433', false],
  ['', false],
])('the address %s is public: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

test.each<[string | undefined, unknown]>([
  [undefined, undefined],
  ['', undefined],
  ['Basic realm="x"', { scheme: 'basic' }],
  ['basic', { scheme: 'basic' }],
  ['Negotiate abc', undefined],
  [
    'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:a:pull"',
    { scheme: 'bearer', realm: 'https://auth.docker.io/token', service: 'registry.docker.io' },
  ],
  ['bearer REALM="https://a/"', { scheme: 'bearer', realm: 'https://a/' }],
  ['Bearer realm="https://a/",realm="https://evil/"', { scheme: 'bearer', realm: 'https://a/' }],
  ['Bearer service="x"', undefined],
  ['Bearer realm=https://a/', undefined],
  [`Bearer realm="${'x'.repeat(5000)}"`, undefined],
])('the challenge %j', (header, challenge) => {
  expect(parseChallenge(header)).toEqual(challenge);
});

const auth = Buffer.from('reader:with:colon').toString('base64');
const read = { username: 'reader', password: 'with:colon' };
test.each<[string, unknown, string, unknown]>([
  ['by host', { 'r.example:5000': { auth } }, 'r.example:5000', read],
  ['by address', { 'https://r.example': { auth } }, 'r.example', read],
  ['with a path of the old API', { 'https://r.example/v1/': { auth } }, 'r.example', read],
  ['in two fields', { 'r.example': { username: 'reader', password: 'with:colon' } }, 'r.example', read],
  ['of Docker Hub', { 'https://index.docker.io/v1/': { auth } }, 'docker.io', read],
  ['of another host', { 'r.example': { auth } }, 'other.example', undefined],
  ['of a longer name', { 'r.example.evil': { auth } }, 'r.example', undefined],
  ['of another port', { 'r.example:5000': { auth } }, 'r.example', undefined],
  ['with an identity token alone', { 'r.example': { identitytoken: 'x' } }, 'r.example', undefined],
  ['without a colon', { 'r.example': { auth: Buffer.from('reader').toString('base64') } }, 'r.example', undefined],
  ['of nobody', { 'r.example': null }, 'r.example', undefined],
  ['that is no object', 'x', 'r.example', undefined],
])('a Docker configuration %s', (_name, auths, host, credentials) => {
  expect(credentialsFrom(JSON.stringify({ auths }), host)).toEqual(credentials);
});

test.each(['', 'nonsense', 'null', '[]', '{"auths":7}'])('a Docker configuration %j holds nothing', (text) => {
  expect(credentialsFrom(text, 'r.example')).toBeUndefined();
});

test.each<[string | undefined, string | undefined]>([
  [undefined, undefined],
  ['</v2/a/b/tags/list?last=x&n=2>; rel="next"', 'tags/list?last=x&n=2'],
  ['<https://r.example/v2/a/b/tags/list?n=2&last=x>; rel=next', 'tags/list?n=2&last=x'],
  ['</v2/a/b/tags/list?last=x>; rel="prev"', undefined],
  ['</v2/other/tags/list?last=x>; rel="next"', undefined],
  ['</v2/a/b/tags/list>; rel="next"', undefined],
  ['</v2/a/b/manifests/x?last=1>; rel="next"', undefined],
])('the link %j leads to %j', (header, path) => {
  expect(nextPage(header, 'a/b')).toBe(path);
});
