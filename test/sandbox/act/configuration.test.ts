import { beforeAll, describe, expect, test } from '@jest/globals';
import { freeMinute, sandboxConfiguration } from '../../../sandbox/act/configuration.ts';
import { openAt, openings } from '../../../src/domain/calendar/openings.ts';
import type { Calendar } from '../../../src/domain/calendar/window.ts';
import type { TaskInputs } from '../../../src/domain/configuration/configuration.ts';
import { describeErrors, readConfiguration } from '../../../src/domain/configuration/read.ts';
import { type WindowName, windowNames } from '../../../src/domain/task/declaration.ts';
import { loadAllTasks } from '../../../src/tasks/registry.ts';

let inputs: TaskInputs;
beforeAll(async () => {
  inputs = Object.fromEntries((await loadAllTasks()).map((task) => [task.id, task.inputs]));
});

function calendarOf(text: string): Calendar {
  const read = readConfiguration(text, '.github/maintenance.yml', inputs);
  if ('errors' in read) throw new Error(describeErrors(read.errors));
  const { windows, blackouts } = read.configuration;
  return { windows: Object.values(windows), blackouts };
}

const moments = [
  '2026-11-24T08:30:00Z',
  '2026-11-30T23:58:00Z',
  '2026-12-31T23:59:00Z',
  '2027-02-28T00:00:00Z',
  '2028-02-29T12:00:00Z',
  '2026-11-01T03:00:00Z',
];

describe.each(moments)('at %s', (moment) => {
  const opensAt = Date.parse(moment);

  test.each(windowNames)(
    'asked for %s, it and the smaller ones have just opened, and no larger one',
    (window: WindowName) => {
      const calendar = calendarOf(sandboxConfiguration({ window, opensAt }));
      const open = openAt(calendar, opensAt + 90_000);
      const expected = windowNames.slice(0, windowNames.indexOf(window) + 1);
      expect(open.map((opening) => opening.window).sort()).toEqual([...expected].sort());
      for (const opening of open) expect(opening.start).toBe(opensAt);
    },
  );

  test.each(windowNames)('a larger one than %s opens later, not never', (window: WindowName) => {
    const calendar = calendarOf(sandboxConfiguration({ window, opensAt }));
    const larger = windowNames.slice(windowNames.indexOf(window) + 1);
    const coming = openings(calendar, opensAt + 2 * 86_400_000, opensAt + 4 * 86_400_000).map(
      (opening) => opening.window,
    );
    expect(coming).toEqual(expect.arrayContaining(larger));
  });
});

test('windows keep their usual length', () => {
  const opensAt = Date.parse('2026-11-24T08:30:00Z');
  const [opening] = openAt(calendarOf(sandboxConfiguration({ window: 'daily', opensAt })), opensAt);
  expect((opening?.end ?? 0) - (opening?.start ?? 0)).toBe(2 * 3_600_000);
});

test.each([
  ['the first of a minute', '08:30:42', [], '08:30'],
  ['the second of a minute', '08:30:42', ['08:30'], '08:29'],
  ['when two are taken', '08:30:42', ['08:30', '08:29'], '08:28'],
  ['when an older one is taken', '08:31:00', ['08:30'], '08:31'],
])('each run has a minute of its own: %s', (_, now, used, expected) => {
  const at = (time: string): number => Date.parse(`2026-11-24T${time.length === 5 ? `${time}:00` : time}Z`);
  expect(freeMinute(at(now), used.map(at))).toBe(at(expected));
});
