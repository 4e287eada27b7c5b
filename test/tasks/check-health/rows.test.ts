import { describe, expect, test } from '@jest/globals';
import { ailmentOf, readRestarts, suspectOf } from '../../../src/tasks/check-health/checks/suspect-pods.ts';

describe('the RESTARTS column', () => {
  test.each([
    ['0', { restarts: 0 }],
    ['3', { restarts: 3 }],
    ['3 (5m12s ago)', { restarts: 3, restartedMs: 312_000 }],
    ['3 (23h ago)', { restarts: 3, restartedMs: 23 * 3_600_000 }],
    ['3 (2d5h ago)', { restarts: 3 }],
    ['3 (25h ago)', { restarts: 3 }],
    ['', { restarts: 0 }],
    ['3 (::error:: ago)', { restarts: 0 }],
  ])('%s', (cell, expected) => {
    expect(readRestarts(cell)).toEqual(expected);
  });
});

describe('a row of the table', () => {
  const row = (status: string, ready: string, restarts: string | number = '0') => ({
    name: 'x',
    cells: { status, ready, restarts },
  });
  test.each([
    ['Running', '1/1', '0', undefined],
    ['Running', '1/1', '7 (3d ago)', undefined],
    ['Running', '1/1', '1 (3h ago)', 'restarted'],
    // Running is not Ready
    ['Running', '0/1', '0', 'not-ready'],
    ['Running', '1/2', '1 (3h ago)', 'not-ready'],
    ['Completed', '0/1', '0', undefined],
    ['Init:CrashLoopBackOff', '0/1', '4 (1m ago)', 'crashing'],
    ['Init:0/2', '0/1', '0', 'not-running'],
    ['OOMKilled', '0/1', '2 (10s ago)', 'crashing'],
    ['ExitCode:3', '0/1', '0', 'crashing'],
    ['Error', '0/1', '0', 'crashing'],
    ['ErrImagePull', '0/1', '0', 'image'],
    ['Init:ImagePullBackOff', '0/1', '0', 'image'],
    ['CreateContainerConfigError', '0/1', '0', 'configuration'],
    ['Evicted', '0/1', '0', 'not-running'],
    ['Pending', '0/1', '0', 'not-running'],
    ['Unknown', '0/1', '0', 'not-running'],
    ['Terminating', '1/1', '0', 'terminating'],
  ])('%s %s %s', (status, ready, restarts, expected) => {
    const suspect = suspectOf(row(status, ready, restarts));
    expect(suspect && ailmentOf(suspect)).toBe(expected);
  });
});
