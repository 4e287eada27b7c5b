import { expect, test } from '@jest/globals';
import { grouped } from '../../src/runtime/grouped.ts';
import { Redactor } from '../../src/runtime/redactor.ts';
import { Stdout } from '../../src/runtime/stdout.ts';

test.each([
  ['comes to its end', async () => 7, 7],
  [
    'fails',
    async () => {
      throw new Error('no answer');
    },
    'no answer',
  ],
])('what is printed while work %s is one group', async (_, work, expected) => {
  const written: string[] = [];
  const stdout = new Stdout(new Redactor(), (text) => written.push(text));
  const ended = await grouped(stdout, 'Rotate logs\n::error::x', async () => {
    stdout.print('looking');
    return work();
  }).catch((error: Error) => error.message);
  stdout.print('after');
  expect(ended).toBe(expected);
  const lines = written.join('').trimEnd().split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^::group::Rotate logs/);
  expect(lines.slice(1)).toEqual(['looking', '::endgroup::', 'after']);
});
