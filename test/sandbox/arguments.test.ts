import { describe, expect, test } from '@jest/globals';
import { nearest, parseArguments, UsageError } from '../../sandbox/arguments.ts';

describe('the command line of the sandbox', () => {
  test.each([
    ['up', { name: 'up', core: false }],
    ['up --core', { name: 'up', core: true }],
    ['reset', { name: 'reset', core: false }],
    ['down', { name: 'down' }],
    ['status', { name: 'status', json: false }],
    ['status --json', { name: 'status', json: true }],
    ['faults', { name: 'faults' }],
    ['break dns-down', { name: 'break', subject: 'dns-down' }],
    ['mend dns-down', { name: 'mend', subject: 'dns-down' }],
    ['stop scheduler', { name: 'stop', subject: 'scheduler' }],
    ['start scheduler', { name: 'start', subject: 'scheduler' }],
    ['--help', { name: 'help' }],
    ['-h', { name: 'help' }],
  ])('%s', (line, expected) => {
    expect(parseArguments(line.split(' '))).toEqual(expected);
  });

  test.each([
    ['', 'A command is missing'],
    ['uo', 'did you mean "up"?'],
    ['statsu', 'did you mean "status"?'],
    ['zzzzzz', 'There is no command "zzzzzz".'],
    ['toString', 'There is no command "toString"'],
    ['up --fast', '"up" knows no --fast'],
    ['down --core', '"down" knows no --core'],
    ['down now', '"down" takes no "now"'],
    ['break', 'takes one name; "faults" lists'],
    ['break a b', 'takes one name; "faults" lists'],
    ['stop', 'takes one name; "status" lists'],
    ['mend', 'takes one name; "faults" lists'],
  ])('"%s" is refused', (line, message) => {
    const words = line === '' ? [] : line.split(' ');
    expect(() => parseArguments(words)).toThrow(UsageError);
    expect(() => parseArguments(words)).toThrow(message);
    expect(() => parseArguments(words)).toThrow('usage:');
  });
});

describe('the nearest word', () => {
  test.each([
    ['dns-dwon', ['disk-full', 'dns-down', 'quorum-lost'], 'dns-down'],
    ['full', ['expired-certificate', 'disk-full'], undefined],
    ['expired-certificat', ['expired-certificate', 'mismatched-key'], 'expired-certificate'],
    ['', ['up', 'down'], undefined],
    ['anything', [], undefined],
  ])('of "%s" in %j is %s', (word, words, expected) => {
    expect(nearest(word, words)).toBe(expected);
  });
});
