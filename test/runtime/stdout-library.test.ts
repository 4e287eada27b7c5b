import { expect, test } from '@jest/globals';
import { Redactor } from '../../src/runtime/redactor.ts';
import { Stdout } from '../../src/runtime/stdout.ts';

const signature = 'xEimrLzftGR3kD0HOVk9ObMaMTzJOtTQgoEWPE8wTlw=';

function printed(...texts: string[]): string {
  let all = '';
  const stdout = new Stdout(new Redactor(), (text) => {
    all += text;
  });
  for (const text of texts) stdout.passOn(text);
  return all;
}

test("a library's debug lines are for nobody", () => {
  expect(printed('::debug::Body: {"sig": "x"}', 'Uploading', '::debug file=x::more')).toBe('Uploading\n');
});

test('what a library masks is hidden from here on, also in the log of the runner', () => {
  const all = printed(`::add-mask::${signature}`, `see https://host/x?sig=${encodeURIComponent(signature)}`);
  const [masks, text] = [all.split('\n').filter((line) => line.startsWith('::add-mask::')), all.split('\n').at(-2)];
  expect(masks).toContain(`::add-mask::${signature}`);
  expect(text).toBe('see https://host/x?sig=***');
});

test.each([
  ['a mask of one character', '::add-mask::e', ''],
  ['a short mask', '::add-mask::password', ''],
  ['another command', '::error::x', ':\u200b:error::x\n'],
  ['a command in mid-line', 'a ::add-mask::abcdefghijklmnop', 'a ::add-mask::abcdefghijklmnop\n'],
  ['a command after blanks', ' ::debug::x', ' :\u200b:debug::x\n'],
])('%s is no command', (_, text, expected) => {
  expect(printed(text)).toBe(expected);
});
