import { describe, expect, test } from '@jest/globals';
import { code, plain, prose } from '../../src/render/markdown.ts';

describe('plain keeps foreign text from being anything but text', () => {
  test.each([
    ['markup', '*a* _b_ [x](y) `c` ~d~', '\\*a\\* \\_b\\_ \\[x\\](y) \\`c\\` \\~d\\~'],
    ['HTML', '<img src=x onerror=1>', '&#60;img src=x onerror=1&#62;'],
    ['an entity', '&lt;', '&#38;lt;'],
    ['a table cell', 'a|b', 'a&#124;b'],
    ['a mention', '@somebody', '@<!-- -->somebody'],
    ['a reference', 'see #12', 'see #<!-- -->12'],
    ['a link', 'https://x.y www.z', 'https:<!-- -->//x.y www<!-- -->.z'],
    ['line breaks', 'a\nb\r\u2028c', 'a\\\\nb\\\\r\\\\u2028c'],
    ['bidirectional controls', 'a\u202eb', 'a\\\\u202eb'],
    ['ordinary words', 'vacuum held back for 7 h 12 min (pid 4711)', 'vacuum held back for 7 h 12 min (pid 4711)'],
  ])('%s', (_, text, expected) => expect(plain(text)).toBe(expected));
});

describe('code is copyable and cannot be torn open', () => {
  test.each([
    ['a name', 'secret/api-gateway-tls', '`secret/api-gateway-tls`'],
    ['nothing', '', '–'],
    ['a backtick', 'a`b', '<code>a&#96;b</code>'],
    ['a pipe behind a backslash', 'a\\|<b>', '<code>a&#92;&#124;&#60;b&#62;</code>'],
  ])('%s', (_, text, expected) => expect(code(text)).toBe(expected));
});

test('prose makes commands copyable and leaves an odd backtick as text', () => {
  expect(prose('run `kubectl get pods` now')).toBe('run `kubectl get pods` now');
  expect(prose('a ` b')).toBe('a \\` b');
});

describe('a long text is cut, and what is cut off is counted', () => {
  test.each([
    ['as long as it may be', 'a'.repeat(10), 'a'.repeat(10)],
    ['one longer', 'a'.repeat(11), `${'a'.repeat(10)} … (11 characters)`],
    ['a megabyte', 'a'.repeat(2 ** 20), `${'a'.repeat(10)} … (1048576 characters)`],
    ['short, but long as it is shown', `${'a'.repeat(8)}\n\n`, `${'a'.repeat(8)}\\\\n … (12 characters)`],
  ])('%s', (_, text, expected) => expect(plain(text, 10)).toBe(expected));
});
