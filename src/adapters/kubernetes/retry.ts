import type { Clock } from '../../ports/clock.ts';
import type { HttpAnswer } from './http.ts';
import { mayPass, wasUnsent } from './network-error.ts';

/** How often a request may be repeated, and by what time and chance. */
export interface RetryPolicy {
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** For all attempts and the waiting between them, ms. */
  readonly deadlineMs: number;
  /** For one attempt, ms. */
  readonly attemptMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Asking the same again would be answered with the same 410: it names a version that has expired. Default: it would not. */
  readonly staysGone?: boolean | undefined;
}

const baseMs = 250;
const mostWaitMs = 8_000;
const mostAttempts = 8;

/** Milliseconds that an answer asks to wait; undefined when it does not say. */
function askedToWait({ headers }: HttpAnswer): number | undefined {
  const value = headers['retry-after'];
  const seconds = Number(Array.isArray(value) ? value[0] : value);
  return value !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

/** Whether what may be repeated can have another answer: the server stumbled, or what it read had moved on (410). */
function mayTurn({ status }: HttpAnswer, staysGone: boolean): boolean {
  return status === 410 ? !staysGone : status >= 500 && status !== 501;
}

/** How long to wait before the next attempt after this answer; undefined: it is final. */
function waitAfterAnswer(answer: HttpAnswer, repeatable: boolean, backoffMs: number, policy: RetryPolicy) {
  const asked = askedToWait(answer);
  const busy = answer.status === 429 || (answer.status >= 500 && asked !== undefined);
  if (busy) return asked === undefined ? backoffMs : asked + policy.random() * baseMs;
  return repeatable && mayTurn(answer, policy.staysGone ?? false) ? backoffMs : undefined;
}

/**
 * Repeats what may be repeated: 429 for any request, 5xx with `Retry-After` for any; other 5xx, 410 and lost connections only
 * for a `repeatable` one (a read, or a write that is the same when done twice); a connection that was never made for any.
 * Full jitter, growing from 250 ms to 8 s; never past the deadline. Answers the last answer, or rejects with the last error.
 */
export async function withRetries<A extends HttpAnswer>(
  attempt: (timeoutMs: number) => Promise<A>,
  repeatable: boolean,
  policy: RetryPolicy,
): Promise<A> {
  const { clock, random, signal } = policy;
  const start = clock.monotonic();
  const left = (): number => policy.deadlineMs - (clock.monotonic() - start);
  for (let attempts = 1; ; attempts += 1) {
    const backoffMs = random() * Math.min(mostWaitMs, baseMs * 2 ** attempts);
    const last = attempts >= mostAttempts;
    let waitMs: number;
    try {
      const answer = await attempt(Math.max(1, Math.min(policy.attemptMs, left())));
      const wanted = last ? undefined : waitAfterAnswer(answer, repeatable, backoffMs, policy);
      if (wanted === undefined || wanted >= left()) return answer;
      waitMs = wanted;
    } catch (error) {
      const again = !last && signal?.aborted !== true && mayPass(error) && (repeatable || wasUnsent(error));
      if (!again || backoffMs >= left()) throw error;
      waitMs = backoffMs;
    }
    await clock.sleep(waitMs, signal);
  }
}
