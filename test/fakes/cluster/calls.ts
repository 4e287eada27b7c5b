import type { Asked } from '../../../src/adapters/kubernetes/resource-path.ts';
import type { Resource } from '../../../src/domain/kubernetes/resources.ts';
import type { PortError } from '../../../src/ports/port-error.ts';

/** One call of the port, as faults select it and {@link CallLog.all} lists it. */
export interface Call {
  /** From 1, over all calls. */
  readonly number: number;
  readonly verb:
    | 'identity'
    | 'list'
    | 'rows'
    | 'get'
    | 'create'
    | 'patch'
    | 'replace'
    | 'delete'
    | 'exec'
    | 'logs'
    | 'forward'
    | 'may';
  readonly resource?: Resource;
  readonly namespace?: string;
  readonly name?: string;
  /** The argument vector of an exec. */
  readonly command?: readonly string[];
}

/** What goes wrong with a call. All parts may be given together. */
export interface Fault {
  /** Wait so long (by the sleep that the fake was given) before anything else, ms. */
  readonly delayMs?: number;
  /** Fail without any effect. */
  readonly before?: PortError;
  /** The call takes effect a second time, as when a proxy repeats a request; the caller gets the first answer. */
  readonly twice?: boolean;
  /** Fail after it took effect: the answer is lost. */
  readonly after?: PortError;
}

/** Decides what goes wrong with a call; undefined: nothing. May do things of its own first (a person changes an object). */
export type Interceptor = (call: Call) => Fault | undefined | Promise<Fault | undefined>;

/** Which calls a fault is for; absent fields match everything. */
export interface CallFilter {
  readonly verb?: Call['verb'] | readonly Call['verb'][];
  /** Plural name: `pods`. */
  readonly resource?: string;
  readonly namespace?: string;
  readonly name?: string;
}

/** Whether a filter selects a call. */
export function selects(filter: CallFilter, call: Call): boolean {
  const verbs = filter.verb === undefined ? undefined : [filter.verb].flat();
  return (
    (verbs === undefined || verbs.includes(call.verb)) &&
    (filter.resource === undefined || filter.resource === call.resource?.plural) &&
    (filter.namespace === undefined || filter.namespace === call.namespace) &&
    (filter.name === undefined || filter.name === call.name)
  );
}

/** Records calls and lets faults happen to them. */
export class CallLog {
  readonly #calls: Call[] = [];
  readonly #interceptors: Interceptor[] = [];
  readonly #sleep: (ms: number) => Promise<void>;

  constructor(sleep: (ms: number) => Promise<void>) {
    this.#sleep = sleep;
  }

  /** Every call so far. */
  all(): readonly Call[] {
    return this.#calls;
  }

  /** Ask this interceptor about every later call; the returned function removes it. */
  intercept(interceptor: Interceptor): () => void {
    this.#interceptors.push(interceptor);
    return () => {
      const index = this.#interceptors.indexOf(interceptor);
      if (index >= 0) this.#interceptors.splice(index, 1);
    };
  }

  /** Perform a call, with whatever goes wrong with it. */
  async perform<T>(call: Omit<Call, 'number'>, effect: () => T | Promise<T>): Promise<T> {
    const numbered: Call = { number: this.#calls.length + 1, ...call };
    this.#calls.push(numbered);
    const fault = await this.#faultFor(numbered);
    if (fault?.delayMs !== undefined) await this.#sleep(fault.delayMs);
    if (fault?.before !== undefined) throw fault.before;
    const answer = await effect();
    if (fault?.twice === true)
      await Promise.resolve()
        .then(effect)
        .catch(() => undefined);
    if (fault?.after !== undefined) throw fault.after;
    return answer;
  }

  async #faultFor(call: Call): Promise<Fault | undefined> {
    for (const interceptor of [...this.#interceptors]) {
      const fault = await interceptor(call);
      if (fault !== undefined) return fault;
    }
    return undefined;
  }
}

/** The record of a call, from what it asks. */
export function callOf(verb: Call['verb'], { resource, namespace, name }: Asked): Omit<Call, 'number'> {
  return { verb, resource, ...(namespace === undefined ? {} : { namespace }), ...(name === undefined ? {} : { name }) };
}
