import { describe, expect, test } from '@jest/globals';
import { calendarOf } from '../../../src/domain/configuration/windows.ts';
import type { Claim } from '../../../src/domain/state/documents.ts';
import { describeOverdue, overdue } from '../../../src/domain/watch/overdue.ts';
import { configured } from '../../configured.ts';

const calendar = calendarOf(configured());
const claim = (opening: string, completedAt?: string): Claim => ({
  opening,
  window: opening.split('@')[0] ?? '',
  run: 'https://github.com/o/r/actions/runs/1',
  claimedAt: opening.split('@')[1] ?? '',
  tasks: {},
  ...(completedAt === undefined ? {} : { completedAt }),
});
const first = claim('daily@2026-11-20T02:00:00Z', '2026-11-20T02:10:00Z');

describe('a window that passed without a completed run', () => {
  const now = '2026-11-24T05:00:00Z';
  const table: [string, readonly Claim[], string, readonly string[]][] = [
    ['nobody has ever run anything', [], now, []],
    [
      'nothing ran',
      [first],
      '2026-11-21T05:00:00Z',
      ['daily of 2026-11-21T02:00:00Z closed at 2026-11-21T04:00:00Z without any run'],
    ],
    ['it is still open', [first], '2026-11-21T03:59:00Z', []],
    [
      'a run took it and died',
      [first, claim('daily@2026-11-21T02:00:00Z')],
      '2026-11-21T05:00:00Z',
      [
        'daily of 2026-11-21T02:00:00Z closed at 2026-11-21T04:00:00Z; https://github.com/o/r/actions/runs/1 took it and did not come to its end',
      ],
    ],
    [
      'it was carried out',
      [
        first,
        claim('daily@2026-11-24T02:00:00Z', '2026-11-24T02:09:00Z'),
        claim('weekly@2026-11-22T02:00:00Z', '2026-11-22T03:00:00Z'),
      ],
      now,
      [],
    ],
    [
      'the weekly window carried the daily one out',
      [first, claim('weekly@2026-11-22T02:00:00Z', '2026-11-22T03:00:00Z')],
      '2026-11-22T07:00:00Z',
      [],
    ],
  ];
  test.each(table)('%s', (_name, claims, at, said) => {
    expect(overdue(calendar, claims, Date.parse(at)).map(describeOverdue)).toEqual(said);
  });
});
