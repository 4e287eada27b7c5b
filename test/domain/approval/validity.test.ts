import { describe, expect, test } from '@jest/globals';
import { validityAhead, validityByHand } from '../../../src/domain/approval/validity.ts';
import { at, calendar, daily, freeze, HOUR, iso, weekly } from '../calendar/calendars.ts';

const windows = calendar([daily, weekly]);
const frozen = calendar([daily], freeze('2026-11-27T02:00Z', '2026-11-27T04:00Z'));

describe('by hand', () => {
  test.each<readonly [what: string, now: string, outsideMs: number, opening: string, notAfter: string]>([
    ['in a window: until it closes', '2026-11-27T02:30Z', 24 * HOUR, 'daily@2026-11-27T02:00:00Z', '27T04:00'],
    ['the largest that is open', '2026-11-29T02:30Z', 24 * HOUR, 'weekly@2026-11-29T02:00:00Z', '29T06:00'],
    ['at the end of a window it is closed', '2026-11-27T04:00Z', 24 * HOUR, 'outside:7', '28T04:00'],
    ['outside: as long as is configured', '2026-11-27T12:00Z', 4 * HOUR, 'outside:7', '27T16:00'],
    ['outside: 72 h at most', '2026-11-24T12:00Z', 80 * HOUR, 'outside:7', '27T12:00'],
  ])('%s', (_, now, outsideMs, opening, notAfter) => {
    const validity = validityByHand(windows, at(now), 7, outsideMs);
    expect([validity.opening, iso(Date.parse(validity.notAfter))]).toEqual([opening, `2026-11-${notAfter}Z`]);
  });

  test('a window in a blackout is no window', () => {
    expect(validityByHand(frozen, at('2026-11-27T02:30Z'), 7, HOUR)).toEqual({
      opening: 'outside:7',
      notAfter: '2026-11-27T03:30:00Z',
    });
  });
});

describe('ahead', () => {
  test.each<
    readonly [what: string, names: readonly string[], now: string, leadMs: number, opening: string | undefined]
  >([
    ['the next one within the lead time', ['weekly'], '2026-11-27T02:08Z', 48 * HOUR, 'weekly@2026-11-29T02:00:00Z'],
    ['at exactly the lead time', ['daily'], '2026-11-26T04:00Z', 22 * HOUR, 'daily@2026-11-27T02:00:00Z'],
    ['the one that is open now', ['daily'], '2026-11-26T03:59Z', HOUR, 'daily@2026-11-26T02:00:00Z'],
    ['none opens so soon', ['weekly'], '2026-11-25T02:00Z', 48 * HOUR, undefined],
  ])('%s', (_, names, now, leadMs, opening) => {
    expect(validityAhead(windows, names, at(now), leadMs)?.opening).toBe(opening);
  });

  test('the end of a window that is further away than 72 h is not waited for', () => {
    const validity = validityAhead(windows, ['weekly'], at('2026-11-26T04:00Z'), 80 * HOUR);
    expect(validity).toMatchObject({
      window: { closesAt: '2026-11-29T06:00:00Z' },
      notAfter: '2026-11-29T04:00:00Z',
    });
  });
});
