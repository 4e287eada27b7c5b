import { describe, expect, test } from '@jest/globals';
import { claimOf, completeClaim, recordTasks, takeClaim } from '../../../src/domain/state/claims.ts';

const opening = 'daily@2026-11-24T02:00:00Z';
const request = (run: string) => ({ opening, window: 'daily', run, at: '2026-11-24T02:07:00Z' });
const done = { status: 'done', verdict: 'pass', finishedAt: '2026-11-24T02:08:00Z' } as const;

describe('claims of openings', () => {
  test('the first run takes it', () => {
    expect(claimOf(takeClaim([], request('run 1')), opening)).toMatchObject({ run: 'run 1', tasks: {} });
  });

  test('a completed one stays whose it is', () => {
    const completed = completeClaim(takeClaim([], request('run 1')), opening, 'run 1', '2026-11-24T02:10:00Z', 'warn');
    expect(takeClaim(completed, request('run 2'))).toBe(completed);
  });

  test('one whose run died goes over with the results it has', () => {
    const half = recordTasks(takeClaim([], request('run 1')), opening, 'run 1', { 'rotate-logs': done });
    expect(claimOf(takeClaim(half, request('run 2')), opening)).toMatchObject({
      run: 'run 2',
      tasks: { 'rotate-logs': done },
    });
  });

  test('the run that lost it can no longer write into it', () => {
    const taken = takeClaim(takeClaim([], request('run 1')), request('run 2'));
    expect(claimOf(recordTasks(taken, opening, 'run 1', { 'rotate-logs': done }), opening)?.tasks).toEqual({});
    expect(claimOf(completeClaim(taken, opening, 'run 1', 'later', 'pass'), opening)?.completedAt).toBeUndefined();
  });

  test('the oldest are forgotten', () => {
    let claims = takeClaim([], request('run'));
    for (let day = 0; day < 300; day += 1) claims = takeClaim(claims, { ...request('run'), opening: `daily@${day}` });
    expect(claims).toHaveLength(200);
    expect(claimOf(claims, opening)).toBeUndefined();
  });
});
