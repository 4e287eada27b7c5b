import { describe, expect, test } from '@jest/globals';
import { dispatchCommand, taskCommand, windowCommand } from '../../../sandbox/act/command-line.ts';
import { UsageError } from '../../../sandbox/act/usage.ts';

const tasks = ['check-health', 'maintain-database', 'rotate-logs'];

describe('npm run window', () => {
  const usual = {
    window: 'daily',
    mode: 'apply',
    event: 'schedule',
    reason: undefined,
    template: false,
    review: 'approve',
  };
  test.each<[string[], object]>([
    [['daily'], usual],
    [['weekly', '--template'], { ...usual, window: 'weekly', template: true }],
    [['daily', '--mode', 'plan'], { ...usual, mode: 'plan', event: 'dispatch' }],
    [['daily', '--event', 'dispatch'], { ...usual, event: 'dispatch' }],
    [['daily', '--reason', 'disk is full'], { ...usual, event: 'dispatch', reason: 'disk is full' }],
    [['daily', '--review', 'late'], { ...usual, review: 'late' }],
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
    [['daily', '--review', 'aprove'], 'There is no script "aprove". Did you mean "approve"?'],
    [['daily', '--colour'], "Unknown option '--colour'"],
  ])('%j is refused', (words, message) => {
    expect(() => windowCommand(words)).toThrow(UsageError);
    expect(() => windowCommand(words)).toThrow(message);
  });
});

describe('npm run task', () => {
  test.each<[string[], object]>([
    [['check-health'], { id: 'check-health', inputs: {}, here: false, review: 'approve' }],
    [
      ['rotate-logs', '--mode', 'apply'],
      { id: 'rotate-logs', inputs: { mode: 'apply' }, here: false, review: 'approve' },
    ],
    [
      ['rotate-logs', '--here', 'a=b=c', 'd='],
      { id: 'rotate-logs', inputs: { a: 'b=c', d: '' }, here: true, review: 'approve' },
    ],
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

describe('npm run dispatch', () => {
  const usual = {
    workflow: 'dispatch',
    inputs: {},
    by: 'requester',
    review: 'approve',
    window: 'daily',
    gate: 'environment',
    comment: undefined,
    rerunOf: undefined,
    again: false,
  };
  test.each<[string[], object]>([
    [['dispatch'], usual],
    [['dispatch', 'task=x', 'reason=launch=1'], { ...usual, inputs: { task: 'x', reason: 'launch=1' } }],
    [['dispatch', '--by', 'admin', '--review', 'reject'], { ...usual, by: 'admin', review: 'reject' }],
    [['dispatch', '--rerun', '17'], { ...usual, rerunOf: 17, again: true }],
    [['dispatch', '--comment', '4'], { ...usual, comment: 4, again: true }],
    [
      ['dispatch', '--issue', '3', '--say', 'approve 7f'],
      { ...usual, comment: { issue: 3, text: 'approve 7f' }, again: true },
    ],
    [['dispatch', '--gate', 'issue'], { ...usual, gate: 'issue' }],
    [['dispatch', '--again', '--window', 'weekly'], { ...usual, again: true, window: 'weekly' }],
  ])('%j', (words, expected) => {
    expect(dispatchCommand(words, ['dispatch'])).toEqual(expected);
  });

  test.each<[string[], string]>([
    [[], 'usage: npm run dispatch'],
    [['dispach'], 'Did you mean "dispatch"?'],
    [['dispatch', '--by', 'me'], 'There is no person "me".'],
    [['dispatch', '--say', 'x'], '--say needs --issue.'],
    [['dispatch', '--rerun', 'x'], '--rerun takes a number.'],
  ])('%j is refused', (words, message) => {
    expect(() => dispatchCommand(words, ['dispatch'])).toThrow(message);
  });
});
