import { describe, expect, test } from '@jest/globals';
import { taskCommand, windowCommand } from '../../../sandbox/act/command-line.ts';
import { UsageError } from '../../../sandbox/act/usage.ts';

const tasks = ['check-health', 'maintain-database', 'rotate-logs'];

describe('npm run window', () => {
  const usual = { window: 'daily', mode: 'apply', event: 'schedule', reason: undefined, template: false };
  test.each<[string[], object]>([
    [['daily'], usual],
    [['weekly', '--template'], { ...usual, window: 'weekly', template: true }],
    [['daily', '--mode', 'plan'], { ...usual, mode: 'plan', event: 'dispatch' }],
    [['daily', '--event', 'dispatch'], { ...usual, event: 'dispatch' }],
    [['daily', '--reason', 'disk is full'], { ...usual, event: 'dispatch', reason: 'disk is full' }],
    [['--mode=apply', 'monthly'], { ...usual, window: 'monthly', event: 'dispatch' }],
  ])('%j', (words, expected) => {
    expect(windowCommand(words)).toEqual(expected);
  });

  test.each<[string[], string]>([
    [[], 'Name one window: daily, weekly, monthly, quarterly.'],
    [['daily', 'weekly'], 'Name one window'],
    [['dialy'], 'There is no window "dialy". Did you mean "daily"? There are: daily, weekly, monthly, quarterly.'],
    [['hourly'], 'There is no window "hourly".'],
    [['daily', '--mode', 'aply'], 'There is no mode "aply". Did you mean "apply"?'],
    [['daily', '--event', 'push'], 'There is no event "push".'],
    [['daily', '--event', 'schedule', '--mode', 'plan'], 'A schedule has neither mode nor reason'],
    [['daily', '--colour'], "Unknown option '--colour'"],
  ])('%j is refused', (words, message) => {
    expect(() => windowCommand(words)).toThrow(UsageError);
    expect(() => windowCommand(words)).toThrow(message);
  });
});

describe('npm run task', () => {
  test.each<[string[], object]>([
    [['check-health'], { id: 'check-health', inputs: {}, here: false }],
    [['rotate-logs', '--mode', 'apply'], { id: 'rotate-logs', inputs: { mode: 'apply' }, here: false }],
    [['rotate-logs', '--here', 'a=b=c', 'd='], { id: 'rotate-logs', inputs: { a: 'b=c', d: '' }, here: true }],
  ])('%j', (words, expected) => {
    expect(taskCommand(words, tasks)).toEqual(expected);
  });

  test.each<[string[], string]>([
    [[], 'Name a task: check-health, maintain-database, rotate-logs.'],
    [['rotate-log'], 'Did you mean "rotate-logs"? There are: check-health, maintain-database, rotate-logs.'],
    [['../x'], 'There is no task "../x".'],
    [['__proto__'], 'There is no task "__proto__".'],
    [['rotate-logs', 'mode'], '"mode" is no input: write name=value.'],
    [['rotate-logs', '=x'], '"=x" is no input'],
  ])('%j is refused', (words, message) => {
    expect(() => taskCommand(words, tasks)).toThrow(UsageError);
    expect(() => taskCommand(words, tasks)).toThrow(message);
  });

  test('nothing is built', () => {
    expect(() => taskCommand(['rotate-logs'], [])).toThrow('There is none in this checkout.');
  });
});
