import { describe, expect, test } from '@jest/globals';
import { parseLdd } from '../../../sandbox/images/closure.ts';
import { bindGroup } from '../../../sandbox/images/groups.ts';
import { parseReference } from '../../../sandbox/images/reference.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;

describe('an image reference', () => {
  test.each([
    ['10.77.0.5:5000/phoenix/api:1.2', { registry: '10.77.0.5:5000', name: 'phoenix/api', tag: '1.2' }],
    ['phoenix/api', { registry: 'here:1', name: 'phoenix/api', tag: 'latest' }],
    [`phoenix/api@${DIGEST}`, { registry: 'here:1', name: 'phoenix/api', digest: DIGEST }],
    [`localhost/api:1@${DIGEST}`, { registry: 'localhost', name: 'api', tag: '1', digest: DIGEST }],
    ['api:1.0', { registry: 'here:1', name: 'api', tag: '1.0' }],
  ])('%s is understood', (text, expected) => {
    expect(parseReference(text, 'here:1')).toEqual(expected);
  });

  test.each(['', 'UPPER/case', 'a:b:c', 'x@sha256:123', 'a//b', 'a b', 'a:'])('%p is refused', (text) => {
    expect(() => parseReference(text, 'here:1')).toThrow(/couldn't parse image name/);
  });
});

test('the libraries and the loader are taken from the output of ldd', () => {
  const text = [
    '/usr/bin/ls:',
    '\tlinux-vdso.so.1 (0x00007ffd2b1f2000)',
    '\tlibselinux.so.1 => /lib/x86_64-linux-gnu/libselinux.so.1 (0x00007f1c)',
    '\tlibgone.so => not found',
    '\t/lib64/ld-linux-x86-64.so.2 (0x00007f1d)',
    '/usr/bin/script:',
    '\tnot a dynamic executable',
  ].join('\n');
  expect(parseLdd(text)).toEqual(['/lib/x86_64-linux-gnu/libselinux.so.1', '/lib64/ld-linux-x86-64.so.2']);
});

test('an unknown bind group is refused with the known ones', () => {
  expect(() => bindGroup('@perl')).toThrow(/no bind group @perl\. There are: .*@node/);
});
