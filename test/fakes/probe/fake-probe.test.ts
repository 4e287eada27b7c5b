import type { Endpoint, Limits } from '../../../src/ports/endpoint.ts';
import type { Requests, RequestTimes } from '../../../src/ports/probe.ts';
import { probeContract } from '../../contracts/probe.contract.ts';
import { FakeProbe } from './fake-probe.ts';

/** The fake answers every path alike; the contract's 404 is said through the path. */
class PathAware extends FakeProbe {
  override async requests(requests: Requests, limits: Limits): Promise<RequestTimes> {
    const times = await super.requests(requests, limits);
    return requests.path === '/ok' ? times : { ...times, statuses: { 404: times.answeredMs.length } };
  }
}

probeContract('fake', async () => {
  const probe = new PathAware();
  let port = 0;
  const endpoint = (): Endpoint => ({ kind: 'address', host: 'gateway.example', port: ++port });
  return {
    probe,
    answering: async (delayMs) => {
      const answering = endpoint();
      probe.answers(answering, { ms: delayMs });
      return answering;
    },
    hanging: async () => {
      const hanging = endpoint();
      probe.answers(hanging, 'timeout');
      return hanging;
    },
    silent: async () => endpoint(),
    close: async () => undefined,
  };
});
