import { type Endpoint, endpointText, type Limits } from '../../../src/ports/endpoint.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import type { Probe, Requests, RequestTimes, RoundTrips, RoundTripsWanted } from '../../../src/ports/probe.ts';

/** What one request of a test comes to: ms until a status, or one of the ways in which it does not. */
export type Answer = { readonly ms: number; readonly status?: number } | 'timeout' | 'refused';

/** Endpoints that answer as a test says, in turn; unknown ones cannot be reached. */
export class FakeProbe implements Probe {
  readonly #answers = new Map<string, readonly Answer[]>();

  /** From now on this endpoint answers so, over and over. */
  answers(endpoint: Endpoint, ...answers: readonly Answer[]): void {
    this.#answers.set(endpointText(endpoint), answers);
  }

  async requests(requests: Requests, limits: Limits): Promise<RequestTimes> {
    const taken = this.#take(requests.endpoint, requests.count, limits);
    const statuses: Record<string, number> = {};
    const answeredMs = taken.flatMap((answer) => {
      if (typeof answer === 'string') return [];
      const status = answer.status ?? 200;
      statuses[status] = (statuses[status] ?? 0) + 1;
      return [answer.ms];
    });
    return {
      answeredMs,
      statuses,
      timedOut: taken.filter((each) => each === 'timeout').length,
      failed: failedOf(taken, 'refused'),
    };
  }

  async roundTrips({ endpoint, count }: RoundTripsWanted, limits: Limits): Promise<RoundTrips> {
    const taken = this.#take(endpoint, count, limits);
    const ms = taken.flatMap((answer) => (typeof answer === 'string' ? [] : [answer.ms]));
    return { ms, failed: failedOf(taken), by: endpoint.kind === 'address' ? 'tcp-connect' : 'request' };
  }

  #take(endpoint: Endpoint, count: number, limits: Limits): readonly Answer[] {
    const subject = endpointText(endpoint);
    if (limits.signal?.aborted)
      throw new PortError({ code: 'cancelled', subject, message: 'the run was asked to stop' });
    const answers = this.#answers.get(subject) ?? [];
    return Array.from({ length: count }, (_, k) => answers[k % answers.length] ?? 'refused');
  }
}

function failedOf(taken: readonly Answer[], only?: Answer): RoundTrips['failed'] {
  const count = taken.filter((each) => (only === undefined ? typeof each === 'string' : each === only)).length;
  return count === 0 ? { count } : { count, why: 'refused the connection' };
}
