import { describe, expect, test } from '@jest/globals';
import { backupSets } from '../../../src/domain/backup/backup-set.ts';
import { withoutNumbers } from '../../../src/tasks/validate-backups/habit.ts';
import { objectsMissing } from '../../../src/tasks/validate-backups/missing-findings.ts';

/** Sets of these names, one a day, the newest last. */
const setsOf = (days: readonly (readonly string[])[]) =>
  backupSets(
    days.flatMap((names, index) =>
      names.map((name) => {
        const date = new Date(Date.UTC(2026, 10, 1 + index)).toISOString().slice(0, 10);
        return { key: `c/${date}/${name}`, bytes: 10, modifiedAt: Date.UTC(2026, 10, 1 + index, 1) };
      }),
    ),
    'c/',
  );

const habit = { days: 14, newestDays: 1 };
const five = (names: readonly string[], newest: readonly string[]) => [
  ...Array.from({ length: 5 }, () => names),
  newest,
];

describe('objects that dropped out of a backup', () => {
  test.each<[string, readonly (readonly string[])[], RegExp | undefined]>([
    ['nothing changed', five(['a.yaml', 'b.yaml'], ['a.yaml', 'b.yaml']), undefined],
    ['one is gone', five(['a.yaml', 'b.yaml'], ['a.yaml']), /^b\.yaml \(in 5 of the last 5 days with backups\)$/],
    ['one that is seldom there', [['a', 'b'], ['a'], ['a'], ['a'], ['a']], undefined],
    ['too few days for a habit', [['a', 'b'], ['a', 'b'], ['a']], undefined],
    ['a manifest and a log', five(['a', 'manifest.json', 'b.log'], ['a']), undefined],
    [
      'names with the date of the day',
      [1, 2, 3, 4, 5, 6].map((day) => [`all-2026110${day}T0130.yaml`, `at-2026-11-0${day}.json`]),
      undefined,
    ],
    [
      'segments of a chain that go on',
      [1, 2, 3, 4, 5].map((day) => [`blocks-000${day}`, `blocks-000${day + 1}`]),
      undefined,
    ],
    [
      'segments that grow, and are pruned',
      [['s-1'], ['s-1', 's-2'], ['s-1', 's-2', 's-3'], ['s-1', 's-2', 's-3', 's-4'], ['s-4']],
      undefined,
    ],
    [
      'names with a hash',
      [['p-7f9c8d4e1'], ['p-8a1b2c3d4'], ['p-0a1b2c3d4'], ['p-1a1b2c3d4'], ['p-5c1b2c3d4']],
      undefined,
    ],
    [
      'one of three nodes',
      five(['n-1', 'n-2', 'n-3'], ['n-1', 'n-3']),
      /^n-# \(in 5 of the last 5 days with backups, 2 instead of 3\)$/,
    ],
    ['every segment', five(['genesis', 's-1', 's-2'], ['genesis']), /^s-# /],
    [
      'a folder of many',
      five(
        ['x', ...'abcdefg'].map((name) => `d/${name}`),
        ['d/x'],
      ),
      / and 2 more$/,
    ],
  ])('%s', (_, days, evidence) => {
    const found = objectsMissing('blockchain', setsOf(days), habit);
    expect(found.map(({ evidence: said }) => said)).toEqual(
      evidence === undefined ? [] : [expect.stringMatching(evidence)],
    );
  });

  test('of a chain it fails, of a configuration it warns', () => {
    const sets = setsOf(five(['a', 'b'], ['a']));
    expect(objectsMissing('blockchain', sets, habit)).toMatchObject([{ severity: 'fail' }]);
    expect(objectsMissing('configuration', sets, habit)).toMatchObject([{ severity: 'warn' }]);
  });
});

test.each([
  ['deployments.yaml', 'deployments.yaml'],
  ['blocks-0001.jsonl', 'blocks-#.jsonl'],
  ['at-2026-11-24T01:30:00Z.yaml', 'at-#.yaml'],
  ['pod-7f9c8d4e.yaml', 'pod-#.yaml'],
  ['feedface.yaml', 'feedface.yaml'],
])('%s is compared as %s', (name, compared) => expect(withoutNumbers(name)).toBe(compared));
