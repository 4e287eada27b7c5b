import { describe, expect, test } from '@jest/globals';
import { ownLogs, readListedFiles, stateOfOwn } from '../../../src/tasks/rotate-logs/own-rotation.ts';

const day = 86_400_000;
const now = 100 * day;
const log = '/var/log/app.log';
const open = (...paths: readonly string[]) => paths.map((path) => ({ path, pid: 7, deleted: false }));
const listed = (age: number, ...names: readonly string[]) =>
  names.map((name) => ({ path: `/var/log/${name}`, bytes: 10, writtenAt: now - age }));

test('what is listed: size, moment and name, whatever the name holds', () => {
  expect(readListedFiles('5 1795832415.25 /var/log/a 1 /b\n.log\0x\0')).toEqual([
    { path: '/var/log/a 1 /b\n.log', bytes: 5, writtenAt: 1_795_832_415_250 },
  ]);
});

describe('rotated from app.log', () => {
  test.each<[string, boolean]>([
    ['app.log.1', true],
    ['app.log.12.gz', true],
    ['app.log-20261127', true],
    ['app.log.2026-11-27', true],
    ['app-2026-11-27.log.gz', true],
    ['app-2026-11-27T02-00-00.000.log', true],
    ['app.2026-11-27.3.log.zst', true],
    ['app.1.log', true],
    ['app-error.log', false],
    ['app.log.lock', false],
    ['application.log.1', false],
    ['app2.log', false],
    ['app.log', false],
    ['worker-1.log', false],
  ])('%s: %s', (name, is) => expect(ownLogs(open(log), listed(0, name))[0]?.rotated).toHaveLength(is ? 1 : 0));

  test('a log with the date of today in its name belongs to those of the days before', () => {
    const [own] = ownLogs(open('/var/log/app-2026-11-28.log'), listed(0, 'app-2026-11-28.log', 'app-2026-11-27.log'));
    expect(own).toMatchObject({ bytes: 10, dated: true, rotated: [{ path: '/var/log/app-2026-11-27.log' }] });
  });

  test('logs of several workers are no rotations of each other', () => {
    const logs = ownLogs(open('/var/log/w.log', '/var/log/w-1.log'), listed(0, 'w.log', 'w-1.log'));
    expect(logs.map(({ rotated }) => rotated.length)).toEqual([0, 0]);
  });
});

describe('how the application looks after it', () => {
  const limits = { now, largest: 1000, longest: 8 * day, declared: false };
  const own = (bytes: number, age?: number, name = 'app.log.1') => ({
    path: log,
    bytes,
    rotated: age === undefined ? [] : listed(age, name),
    dated: name.includes('2026'),
  });
  const dated = 'app.log-20261127';
  test.each<[string, ReturnType<typeof own>, boolean, string]>([
    ['nothing beside it', own(10), false, 'unrotated'],
    ['a fresh rotation', own(10, 8 * day), false, 'rotated'],
    ['an old rotation', own(10, 9 * day), false, 'unrotated'],
    ['a fresh rotation, and large', own(1001, day), false, 'too-large'],
    ['said, and nothing beside it yet', own(1000), true, 'rotated'],
    ['said, and large', own(1001), true, 'too-large'],
    ['said, by size and long ago', own(10, 99 * day), true, 'rotated'],
    ['said, by date and long ago', own(10, 9 * day, dated), true, 'overdue'],
    ['said, by date and fresh', own(10, day, dated), true, 'rotated'],
  ])('%s', (_name, one, declared, state) => expect(stateOfOwn(one, { ...limits, declared })).toBe(state));
});
