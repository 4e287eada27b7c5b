import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { lastCopy, newCopy } from '../../../sandbox/act/copies.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copies-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const copies = () => readdirSync(folder).filter((name) => name.startsWith('run-'));

test('runs beside each other have folders of their own', () => {
  const first = newCopy(folder, 7, () => true);
  const second = newCopy(folder, 8, () => true);
  expect(first).not.toBe(second);
  expect([existsSync(first), existsSync(second)]).toEqual([true, true]);
  expect(lastCopy(folder)).toBe(second);
});

test('what runs that have ended left is removed, but for the last one', () => {
  for (const pid of [7, 8, 9]) newCopy(folder, pid, () => true);
  newCopy(folder, 10, () => false);
  expect(copies().sort()).toEqual(['run-10', 'run-9']);
  expect(basename(lastCopy(folder))).toBe('run-10');
});

test('a process that has the number of an earlier one begins with an empty folder', () => {
  writeFileSync(
    join(
      newCopy(folder, 7, () => false),
      'left',
    ),
    '',
  );
  expect(readdirSync(newCopy(folder, 7, () => false))).toEqual([]);
});

test('without a run there is nothing to run again on', () => {
  expect(() => lastCopy(folder)).toThrow(/leave --again away/);
});
