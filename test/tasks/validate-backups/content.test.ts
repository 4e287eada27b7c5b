import { expect, test } from '@jest/globals';
import type { BackupSet } from '../../../src/domain/backup/backup-set.ts';
import { contentOf, mostObjects } from '../../../src/tasks/validate-backups/content.ts';

const setOf = (keys: readonly string[]): BackupSet => ({
  prefix: 'chain/2026-11-24/',
  day: 0,
  madeAt: 0,
  objects: keys.toSorted().map((key) => ({ key: `chain/2026-11-24/${key}`, bytes: 1, modifiedAt: 0 })),
});

test('numbered objects are read in the order of their numbers, however many digits these have', () => {
  const keys = ['blocks-8.jsonl', 'blocks-9.jsonl', 'blocks-10.jsonl', 'blocks-100.jsonl'];
  expect(contentOf(setOf(keys)).map(({ key }) => key.split('/')[2])).toEqual(keys);
});

test('of more than are read the last by number are', () => {
  const keys = Array.from({ length: mostObjects + 1 }, (_, index) => `blocks-${index}.jsonl`);
  const read = contentOf(setOf(keys)).map(({ key }) => key.split('/')[2]);
  expect([read.length, read[0], read.at(-1)]).toEqual([mostObjects, 'blocks-1.jsonl', `blocks-${mostObjects}.jsonl`]);
});
