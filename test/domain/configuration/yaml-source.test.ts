import { describe, expect, test } from '@jest/globals';
import { describeErrors } from '../../../src/domain/configuration/read.ts';
import { brief, errorsOf } from './read-errors.ts';

describe('the text itself', () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefgh'
    .split('')
    .map((key, k) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[k]}`).join(', ')}]`)
    .join('\n')}`;
  const cases: [string, string, string[]][] = [
    [
      'a key written twice, and other errors too',
      'fail-on: warn\nfail-on: nope',
      [
        '2:1 "fail-on" is written twice [each key once]',
        '2:10 fail-on: "nope" is not a verdict [not-applicable, pass, warn, unknown, fail]',
      ],
    ],
    ['a tab', 'windows:\n\tdaily: {}', ['2:1 a tab cannot indent; use spaces']],
    ['an open quote', 'platform:\n  name: "phoenix\n', ['2:17 a quote or bracket is not closed']],
    [
      'a colon in a value',
      'platform:\n  name: a: b\n',
      ['2:9 a second ": " on one line; a value that contains it needs quotes'],
    ],
    ['a tag', 'platform: !!js/function "x"', ['1:11 tags ("!…") are not allowed']],
    ['a second document', 'fail-on: warn\n---\nfail-on: fail\n', ['2:1 begins a second document; the file holds one']],
    ['another YAML', '%YAML 1.1\n---\nfail-on: warn\n', ['1:1 a %YAML directive is not allowed']],
    ['an alias of nothing', 'platform: *nothing', ['1:11 an alias of something that is not there']],
    ['an alias of itself', 'platform: &p { name: *p }', ['1:22 an alias of something that is not there']],
    ['too deep', '['.repeat(30_000), ['the file nests too deeply']],
    ['too large', `# ${'x'.repeat(300_000)}`, ['1:1 the file has more than 262144 characters']],
    ['billions of aliases', bomb, ['more than 50 aliases']],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    const found = brief(text);
    expect(found).toHaveLength(expected.length);
    for (const [k, each] of expected.entries()) expect(found[k]).toContain(each);
  });

  test('hostile text cannot forge lines or move the cursor, and long lines are cut', () => {
    const text = `platform: { name: "a\\r\\n::error::x \\u001b[2J \\u202e", namespace: ${'Y'.repeat(3000)} }`;
    const shown = describeErrors(errorsOf(text));
    expect(shown).not.toMatch(/[\r\u001b\u202e]/);
    expect(shown.split('\n').some((line) => line.startsWith('::'))).toBe(false);
    expect(Math.max(...shown.split('\n').map((line) => line.length))).toBeLessThan(260);
  });

  test('all errors at once, in the order of the file', () => {
    const text =
      'lead-time: soon\nwindows:\n  daily: { start: 2 }\n  wekly: {}\nblackouts:\n  - reason: x\nfail-on: bad\n';
    expect(errorsOf(text).map(({ line, path }) => `${line} ${path}`)).toEqual([
      '1 lead-time',
      '3 windows.daily.start',
      '4 windows',
      '6 blackouts[0].owner',
      '7 fail-on',
    ]);
  });
});
