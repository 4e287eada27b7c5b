import { expect, test } from '@jest/globals';
import { DialError } from '../../../src/adapters/kubernetes/dial.ts';
import type { HttpAnswer } from '../../../src/adapters/kubernetes/http.ts';
import { type RetryPolicy, withRetries } from '../../../src/adapters/kubernetes/retry.ts';
import { SteppingClock } from './local-api.ts';

type Event = number | `${number} after ${number}` | string;

/** Plays answers ("503", "429 after 2" seconds) and failures (a code), each taking 100 ms; the last one repeats. */
async function play(events: readonly Event[], repeatable: boolean, more: Partial<RetryPolicy> = {}) {
  const clock = new SteppingClock();
  let attempts = 0;
  const limits: number[] = [];
  const attempt = async (timeoutMs: number): Promise<HttpAnswer> => {
    const event = String(events[Math.min(attempts, events.length - 1)]);
    attempts += 1;
    limits.push(timeoutMs);
    clock.advance(100);
    const [, status, after] = /^(\d{3})(?: after (\d+))?$/.exec(event) ?? [];
    if (status === undefined) throw new DialError(event);
    return { status: Number(status), headers: after === undefined ? {} : { 'retry-after': after }, body: '' };
  };
  const policy = { clock, random: () => 0.5, deadlineMs: 30_000, attemptMs: 15_000, ...more };
  const outcome = await withRetries(attempt, repeatable, policy).then(
    ({ status }) => status,
    (error: DialError) => error.code,
  );
  return { outcome, attempts, slept: clock.slept, took: clock.monotonic(), limits };
}

const read = true;
const write = false;
test.each<{
  name: string;
  events: Event[];
  repeatable: boolean;
  staysGone?: boolean;
  outcome: number | string;
  attempts: number;
  slept?: number[];
}>([
  { name: 'a success', events: [200], repeatable: write, outcome: 200, attempts: 1, slept: [] },
  { name: 'an answer about the object', events: [404], repeatable: read, outcome: 404, attempts: 1 },
  {
    name: 'busy, for a write too',
    events: ['429 after 2', 201],
    repeatable: write,
    outcome: 201,
    attempts: 2,
    slept: [2125],
  },
  { name: 'busy without a time', events: [429, 201], repeatable: write, outcome: 201, attempts: 2, slept: [250] },
  {
    name: '5xx with Retry-After, for a write too',
    events: ['503 after 1', 201],
    repeatable: write,
    outcome: 201,
    attempts: 2,
    slept: [1125],
  },
  {
    name: '5xx without, for a read',
    events: [500, 503, 200],
    repeatable: read,
    outcome: 200,
    attempts: 3,
    slept: [250, 500],
  },
  { name: '5xx without, for a write', events: [503, 201], repeatable: write, outcome: 503, attempts: 1, slept: [] },
  { name: 'gone, for a read', events: [410, 200], repeatable: read, outcome: 200, attempts: 2, slept: [250] },
  { name: 'gone, for a write', events: [410, 201], repeatable: write, outcome: 410, attempts: 1, slept: [] },
  {
    name: 'gone, for a version that has expired',
    events: [410, 200],
    repeatable: read,
    staysGone: true,
    outcome: 410,
    attempts: 1,
  },
  { name: 'gone for good: eight attempts', events: [410], repeatable: read, outcome: 410, attempts: 8 },
  { name: 'not implemented', events: [501, 200], repeatable: read, outcome: 501, attempts: 1 },
  { name: 'a lost connection, for a read', events: ['ECONNRESET', 200], repeatable: read, outcome: 200, attempts: 2 },
  {
    name: 'a lost connection, for a write',
    events: ['ECONNRESET', 201],
    repeatable: write,
    outcome: 'ECONNRESET',
    attempts: 1,
  },
  { name: 'never connected, for a write', events: ['ECONNREFUSED', 201], repeatable: write, outcome: 201, attempts: 2 },
  {
    name: 'no answer, for a write',
    events: ['ATTEMPT_TIMEOUT', 201],
    repeatable: write,
    outcome: 'ATTEMPT_TIMEOUT',
    attempts: 1,
  },
  {
    name: 'an untrusted certificate',
    events: ['DEPTH_ZERO_SELF_SIGNED_CERT', 200],
    repeatable: read,
    outcome: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    attempts: 1,
  },
  {
    name: 'an answer that is too large',
    events: ['BODY_TOO_LARGE', 200],
    repeatable: read,
    outcome: 'BODY_TOO_LARGE',
    attempts: 1,
  },
  { name: 'eight attempts at most', events: [500], repeatable: read, outcome: 500, attempts: 8 },
  {
    name: 'eight attempts at most, without a connection',
    events: ['ECONNREFUSED'],
    repeatable: read,
    outcome: 'ECONNREFUSED',
    attempts: 8,
  },
  {
    name: 'a wait past the deadline is not begun',
    events: ['429 after 60', 200],
    repeatable: read,
    outcome: 429,
    attempts: 1,
    slept: [],
  },
])('$name', async ({ events, repeatable, outcome, attempts, slept, staysGone }) => {
  const played = await play(events, repeatable, { staysGone });
  expect(played).toMatchObject({ outcome, attempts, ...(slept === undefined ? {} : { slept }) });
  expect(played.took).toBeLessThanOrEqual(30_000);
});

test('an attempt never gets more time than is left', async () => {
  const { limits, took } = await play(['429 after 1'], true, { deadlineMs: 2_500 });
  expect(limits).toEqual([2_500, 1_275, 50].slice(0, limits.length));
  expect(took).toBeLessThanOrEqual(2_600);
});
