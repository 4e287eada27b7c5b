import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Redactor } from '../../src/runtime/redactor.ts';
import { harmlessLines, Stdout } from '../../src/runtime/stdout.ts';
import { holds } from '../property.ts';

/** What a runner takes for a workflow command: `::name` after blanks of any kind at the start of a line, `##[` anywhere. */
const isCommand = (line: string): boolean => /^\s*::/u.test(line) || line.includes('##[');

describe('foreign text never becomes a workflow command', () => {
  test.each([
    ['at the start', '::error::x'],
    ['after blanks', ' \t ::error::x'],
    ['after a no-break space', '\u00a0::add-mask::x'],
    ['after a carriage return', 'x\r::error::x'],
    ['after a line feed', 'x\n::error::x'],
    ['after NEL, LS and PS', 'a\u0085::b::\u2028::c::\u2029::d::'],
    ['the older form inside a line', 'before ##[error]x'],
    ['after a NUL', '\u0000::error::x'],
  ])('%s', (_, text) => {
    expect(harmlessLines(text).some(isCommand)).toBe(false);
  });

  test('whatever the text is', () => {
    const pieces = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('::', '\r', '\n', '##[', ' ', '\u00a0', '\u2028', 'error')),
      { maxLength: 12 },
    );
    holds(fc.property(pieces, (parts) => !harmlessLines(parts.join('')).some(isCommand)));
  });

  test('a line of a megabyte is cut, and says so', () => {
    const [line = ''] = harmlessLines('x'.repeat(1_000_000));
    expect(line.length).toBeLessThan(4200);
    expect(line).toContain('1000000 characters');
  });

  test('ordinary text stays as it is', () => {
    expect(harmlessLines('kube-system::x is fine: a::b')).toEqual(['kube-system::x is fine: a::b']);
  });
});

describe('the one writer', () => {
  const written = (use: (stdout: Stdout) => void, secret?: string): string => {
    let text = '';
    const redactor = new Redactor();
    if (secret !== undefined) redactor.add(secret);
    use(
      new Stdout(redactor, (chunk) => {
        text += chunk;
      }),
    );
    return text;
  };

  test('an annotation stays one, whatever its text holds', () => {
    const text = written((stdout) => stdout.annotate('error', 'a::b,c=d\n', '::warning::x\r\n100 %'));
    expect(text).toBe('::error title=a%3A%3Ab%2Cc=d%0A:::\u200b:warning::x%0A100 %25\n');
    expect(text.split('\n')).toHaveLength(2);
  });

  test.each([
    ['the older form of a command', 'a ##[error]b', '::error title=t::a #\u200b#[error]b\n'],
    ['a line separator', 'a\u2028::warning::b', '::error title=t::a%0A:\u200b:warning::b\n'],
    ['a control character', 'a\u001b[31m', '::error title=t::a\\u001b[31m\n'],
    ['a megabyte', 'x'.repeat(2 ** 20), `::error title=t::${'x'.repeat(4096)} … (1048576 characters)\n`],
  ])('an annotation keeps %s harmless', (_, message, expected) => {
    expect(written((stdout) => stdout.annotate('error', 't', message))).toBe(expected);
  });

  test('secrets are redacted in lines and annotations', () => {
    const text = written((stdout) => {
      stdout.print('password is hunter22!');
      stdout.annotate('warning', 'hunter22!', 'hunter22!');
    }, 'hunter22!');
    expect(text).not.toContain('hunter22');
  });
});
