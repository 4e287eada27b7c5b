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
  test.each([
    ['and its workflow was there', 'daily', '2026-11-23T12:00:00Z', ['daily']],
    ['and its workflow came later', 'daily', '2026-11-24T03:00:00Z', []],
    ['and another window has a workflow', 'weekly', '2026-11-23T12:00:00Z', []],
    ['and its workflow has been there for a year', 'weekly', '2025-11-23T12:00:00Z', ['weekly']],
  ])('nobody has ever run anything, %s', (_name, window, since, late) => {
    const adopted = new Map([[window, Date.parse(since)]]);
    expect(overdue(calendar, [], Date.parse(now), adopted).map(({ opening }) => opening.window)).toEqual(late);
  });

  test.each<[string, readonly Claim[], readonly string[]]>([
    ['and nothing of it ever ran', [first], ['daily']],
    [
      'and yet it once ran, from a workflow of another name',
      [first, claim('weekly@2026-11-15T02:00:00Z')],
      ['daily', 'weekly'],
    ],
  ])('the repository has no workflow for a window, %s', (_name, claims, late) => {
    const at = Date.parse('2026-11-22T09:00:00Z');
    const found = overdue(calendar, claims, at, new Map([['weekly', 'none' as const]]));
    expect(found.map(({ opening }) => opening.window).sort()).toEqual(late);
  });

  test.each(table)('%s', (_name, claims, at, said) => {
    expect(overdue(calendar, claims, Date.parse(at), new Map()).map(describeOverdue)).toEqual(said);
  });
});
