import { AsyncLocalStorage } from 'node:async_hooks';
import { jest } from '@jest/globals';
import { ApiClient } from '../../../src/adapters/kubernetes/client.ts';
import { Http } from '../../../src/adapters/kubernetes/http.ts';
import { KubernetesCluster } from '../../../src/adapters/kubernetes/kubernetes-cluster.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import { systemClock } from '../../../src/runtime/clock.ts';

/** The header by which the server tells which call it has before it. */
export const callHeader = 'x-call';

/** What one stream into a pod has sent so far. */
interface Stream {
  readonly calls: Set<number>;
  dialling: boolean;
}

/**
 * Numbers every request that leaves the product's own HTTP layer, the repeated ones too, and knows which are on their way:
 * virtual time must stand still while somebody works, and pass while everybody waits.
 */
export class Traffic implements Disposable {
  #count = 0;
  readonly #onTheirWay = new Set<number>();
  readonly #held = new Set<number>();
  readonly #streams = new Set<Stream>();
  readonly #current = new AsyncLocalStorage<Stream>();
  readonly #clients = new Map<number, ApiClient>();
  readonly #known = new Set<ApiClient>();
  readonly #first = new Set<number>();

  constructor() {
    const traffic = this;
    const current = this.#current;
    const { headersOf } = ApiClient.prototype;
    const { send } = Http.prototype;
    const { exec } = KubernetesCluster.prototype;
    jest.spyOn(ApiClient.prototype, 'headersOf').mockImplementation(function (this: ApiClient, presented) {
      const call = traffic.#next(current.getStore());
      traffic.#clients.set(call, this);
      if (!traffic.#known.has(this)) traffic.#first.add(call);
      return { ...headersOf.call(this, presented), [callHeader]: `${call}` };
    });
    jest.spyOn(Http.prototype, 'send').mockImplementation(function (this: Http, request, certificate) {
      const call = Number(request.headers[callHeader]);
      const client = traffic.#clients.get(call);
      return send
        .call(this, request, certificate)
        .finally(() => traffic.#onTheirWay.delete(call))
        .then((answer) => {
          if (client !== undefined) traffic.#known.add(client);
          return answer;
        });
    });
    jest.spyOn(KubernetesCluster.prototype, 'exec').mockImplementation(function (this: KubernetesCluster, ...asked) {
      const stream: Stream = { calls: new Set(), dialling: true };
      traffic.#streams.add(stream);
      return current.run(stream, () => exec.apply(this, asked)).finally(() => traffic.#closed(stream));
    });
  }

  /** How many calls there were. */
  get count(): number {
    return this.#count;
  }

  /** Whether the process that makes this call had never had an answer from the server when it made it. */
  isFirstContact(call: number): boolean {
    return this.#first.has(call);
  }

  /** The clock for what makes calls: whoever sleeps before trying again has nothing on its way. */
  clock(): Clock {
    const sleep: Clock['sleep'] = async (ms, signal) => {
      const stream = this.#current.getStore();
      for (const call of stream?.calls ?? []) this.#onTheirWay.delete(call);
      await systemClock.sleep(ms, signal);
      if (stream !== undefined) stream.dialling = true;
    };
    return { ...systemClock, sleep };
  }

  /** Somebody is at work: a request is on its way that the server does not hold back. */
  get busy(): boolean {
    const moving = [...this.#onTheirWay].some((call) => !this.#held.has(call));
    return moving || [...this.#streams].some(({ dialling }) => dialling);
  }

  /** The server lets this call wait. */
  hold(call: number): void {
    this.#held.add(call);
  }

  /** It goes on. */
  letGo(call: number): void {
    this.#held.delete(call);
  }

  [Symbol.dispose](): void {
    jest.restoreAllMocks();
  }

  #next(stream: Stream | undefined): number {
    this.#count += 1;
    this.#onTheirWay.add(this.#count);
    if (stream !== undefined) {
      stream.calls.add(this.#count);
      stream.dialling = false;
    }
    return this.#count;
  }

  #closed(stream: Stream): void {
    this.#streams.delete(stream);
    for (const call of stream.calls) this.#onTheirWay.delete(call);
  }
}
