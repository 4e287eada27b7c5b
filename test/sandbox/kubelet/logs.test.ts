import { describe, expect, test } from '@jest/globals';
import {
  chooseRecords,
  type LogOptions,
  type LogRecord,
  logOptions,
  parseRecord,
  renderRecords,
} from '../../../sandbox/kubelet/server/logs.ts';

const NOW = new Date('2026-11-24T08:00:00Z');
const at = (second: number, text: string, more: Partial<LogRecord> = {}): LogRecord => ({
  time: `2026-11-24T07:59:${String(second).padStart(2, '0')}.000000001Z`,
  stream: 'stdout',
  whole: true,
  text,
  ...more,
});
const records = [at(1, 'a'), at(2, 'b1', { whole: false }), at(2, 'b2'), at(3, 'c', { stream: 'stderr' }), at(50, 'd')];
const plain: LogOptions = { follow: false, timestamps: false, previous: false };

describe('a line of the log format', () => {
  test.each<[string, LogRecord | undefined]>([
    ['2026-11-24T07:59:01.000000001Z stdout F a', at(1, 'a')],
    ['2026-11-24T07:59:01.000000001Z stdout F ', at(1, '')],
    [
      '2026-11-24T07:59:01.000000001Z stderr P  two  blanks ',
      at(1, ' two  blanks ', { stream: 'stderr', whole: false }),
    ],
    ['not a record', undefined],
    ['', undefined],
  ])('%p', (line, record) => expect(parseRecord(line)).toEqual(record));
});

describe('the records that a request chooses', () => {
  test.each<[string, Partial<LogOptions>, string]>([
    ['all', {}, 'a\nb1b2\nc\nd\n'],
    ['no line', { tailLines: 0 }, ''],
    ['the last line', { tailLines: 1 }, 'd\n'],
    ['a line of parts as one', { tailLines: 3 }, 'b1b2\nc\nd\n'],
    ['more lines than there are', { tailLines: 99 }, 'a\nb1b2\nc\nd\n'],
    ['those since a moment', { since: new Date('2026-11-24T07:59:03Z') }, 'c\nd\n'],
    ['those of one stream', { stream: 'Stderr' }, 'c\n'],
  ])('%s', (_, options, text) => {
    expect(renderRecords(chooseRecords(records, { ...plain, ...options }), false)).toBe(text);
  });

  test('the last line also where it has no end yet', () => {
    const open = [at(1, 'a'), at(2, 'b'), at(3, 'open', { whole: false })];
    expect(renderRecords(chooseRecords(open, { ...plain, tailLines: 1 }), false)).toBe('b\nopen');
  });

  test('with time stamps, one for each line', () => {
    const text = renderRecords(records.slice(1, 4), true);
    expect(text).toBe(`${records[1]?.time} b1b2\n${records[3]?.time} c\n`);
  });
});

describe('the query of a request', () => {
  test('is understood', () => {
    const query = new URLSearchParams('follow=true&tailLines=5&sinceSeconds=60&limitBytes=10&stream=All&timestamps=1');
    expect(logOptions(query, NOW)).toEqual({
      follow: true,
      timestamps: true,
      previous: false,
      tailLines: 5,
      limitBytes: 10,
      since: new Date('2026-11-24T07:59:00Z'),
    });
  });
  test.each(['tailLines=-1', 'limitBytes=x', 'sinceSeconds=1.5'])('%s is refused', (query) => {
    expect(() => logOptions(new URLSearchParams(query), NOW)).toThrow(/invalid/);
  });
});
