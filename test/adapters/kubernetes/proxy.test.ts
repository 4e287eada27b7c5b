import { expect, test } from '@jest/globals';
import { proxyFor } from '../../../src/adapters/kubernetes/proxy.ts';

const through = 'http://proxy.example:3128';

test.each([
  ['https://api.example:6443', through, '', true],
  ['https://api.example:6443', 'proxy.example:3128', '', true],
  ['https://api.example:6443', '', '', false],
  ['https://api.example:6443', undefined, '', false],
  ['http://api.example:6443', through, '', false],
  ['https://localhost:6443', through, '', false],
  ['https://127.0.0.9:6443', through, '', false],
  ['https://[::1]:6443', through, '', false],
  ['https://api.example:6443', through, '*', false],
  ['https://api.example:6443', through, 'other.example, API.example', false],
  ['https://api.example:6443', through, 'example', false],
  ['https://api.example:6443', through, '.example', false],
  ['https://api.example:6443', through, '*.example', false],
  ['https://notexample:6443', through, 'example', true],
  ['https://api.example:6443', through, 'api.example:6443', false],
  ['https://api.example:6443', through, 'api.example:443', true],
  ['https://api.example', through, 'api.example:443', false],
  ['https://10.77.0.1:6443', through, '10.77.0.0/16', false],
  ['https://10.78.0.1:6443', through, '10.77.0.0/16', true],
  ['https://10.78.0.1:6443', through, '10.0.0.0/8,192.168.0.0/16', false],
  ['https://10.78.0.1:6443', through, '0.0.0.0/0', false],
  ['https://10.78.0.1:6443', through, '10.78.0.0/x', true],
])('%s with proxy %s and exceptions %j: %s', (server, httpsProxy, noProxy, used) => {
  const settings = { noProxy, ...(httpsProxy === undefined ? {} : { httpsProxy }) };
  expect(proxyFor(new URL(server), settings)?.host).toBe(used ? 'proxy.example:3128' : undefined);
});
