import { describe, expect, test } from '@jest/globals';
import { forecastCommand } from '../../../tools/forecast/arguments.ts';
import { readSeries } from '../../../tools/forecast/read-series.ts';
import { numberText } from '../../../tools/forecast/words.ts';

describe('what is read', () => {
  test.each([
    ['one value a line', '1\n2.5\n-3e2\n', [1, 2.5, -300], '+1'],
    ['a header', 'value\n1\n2\n', [1, 2], '+1'],
    ['Windows lines and a byte order mark', '\uFEFF1\r\n2\r\n', [1, 2], '+1'],
    ['without an end of the last line', '1\n2', [1, 2], '+1'],
    ['days', 'day,value\n2026-01-30,1\n2026-01-31,2\n', [1, 2], '2026-02-01'],
    ['quotes and semicolons', '"Date";"Temp"\n"1981-01-01";20.7\n"1981-01-02";17.9\n', [20.7, 17.9], '1981-01-03'],
    ['months, which are not equally long', '2026-01,1\n2026-02,2\n2026-03,3\n2026-04,4\n', [1, 2, 3, 4], '2026-05'],
    ['hours', '2026-01-01T22:00:00Z,1\n2026-01-01T23:00:00Z,2\n', [1, 2], '2026-01-02T00:00Z'],
    ['epoch seconds', '1767225600,1\n1767229200,2\n', [1, 2], '2026-01-01T02:00Z'],
    ['a missing value', '2026-01-01,1\n2026-01-02,\n2026-01-03,3\n', [1, undefined, 3], '2026-01-04'],
    [
      'a missing day',
      '2026-01-01,1\n2026-01-02,2\n2026-01-03,3\n2026-01-05,5\n',
      [1, 2, 3, undefined, 5],
      '2026-01-06',
    ],
  ])('%s', (_, text, values, next) => {
    const series = readSeries(text, 'x.csv');
    expect(series.values).toEqual(values);
    expect(series.label(1)).toBe(next);
  });
});

describe('what is refused: file, line, value, and what to do', () => {
  test.each([
    ['nothing', '', /^x\.csv {2}has no values in it$/],
    ['a header alone', 'time,value\n', /^x\.csv:1 {2}"value" is not a number/],
    ['a word', '1\n2\nthree\n', /^x\.csv:3 {2}"three" is not a number\. Leave a value that is missing empty$/],
    ['a decimal comma', '"1,5"\n"2,5"\n', /^x\.csv:1 {2}"1,5" is not a number\. Write decimals with a point/],
    ['too many columns', 'a,b,c\n1,2,3\n', /^x\.csv:1 {2}has 3 columns; .*cut -d, -f1,3 x\.csv/],
    ['a line with more columns', '1\n2\n3,4\n', /^x\.csv:3 {2}has 2 columns, the lines before it 1/],
    ['a cut-off line', '2026-01-01,1\n2026-01-02,2\n2026-01', /^x\.csv:3 {2}has 1 column, .*the file looks cut off/],
    ['a cut-off quote', '"2026-01-01",1\n"2026-01-', /^x\.csv:2 {2}a quote is opened and not closed.*looks cut off$/],
    ['no time', 'monday,1\ntuesday,2\n', /^x\.csv:1 {2}"monday" is not a time; write 2026-11/],
    ['times that go back', '2026-01-02,1\n2026-01-01,2\n', /^x\.csv:2 {2}"2026-01-01" does not follow "2026-01-02"/],
    ['a time twice', '2026-01-01,1\n2026-01-01,2\n', /does not follow/],
    ['no text', '1\n\0\n', /^x\.csv {2}is no text file$/],
    ['control characters in what is shown', '1\n2\n\u001b[31mx\n', /^x\.csv:3 {2}"\uFFFD\[31mx" is not a number/],
  ])('%s', (_, text, expected) => {
    expect(() => readSeries(text, 'x.csv')).toThrow(expected);
  });
});

describe('the command line', () => {
  test('everything', () => {
    const words = ['a.csv', '--season', '24', '--horizon', '48', '--threshold', '80', '--counter', '--json'];
    expect(forecastCommand(words)).toEqual({
      file: 'a.csv',
      season: 24,
      horizon: 48,
      level: 0.95,
      threshold: 80,
      counter: true,
      json: true,
    });
  });

  test.each([
    [['--season', '1', '--horizon', '2'], /^A file is missing/],
    [['a', 'b', '--season', '1', '--horizon', '2'], /^One file at a time: "b"/],
    [['a', '--horizon', '2'], /^--season is missing, such as --season 24/],
    [['a', '--season', '0', '--horizon', '2'], /^--season 0: give a whole number from 1/],
    [['a', '--season', '1', '--horizon', '1e9'], /^--horizon 1e9/],
    [['a', '--season', '1', '--horizon', '2', '--level', '95'], /^--level 95: give a share/],
    [['a', '--season', '1', '--horizon', '2', '--threshold', 'x'], /^--threshold x/],
    [['a', '--sesaon', '1'], /--sesaon/],
  ])('%j', (words, expected) => {
    expect(() => forecastCommand(words)).toThrow(expected);
  });
});

test.each([
  [0, '0'],
  [1234567, '1,234,567'],
  [12.3456, '12.35'],
  [0.00123456, '0.001235'],
  [-5.5, '-5.5'],
])('%d reads %s', (value, text) => {
  expect(numberText(value)).toBe(text);
});
