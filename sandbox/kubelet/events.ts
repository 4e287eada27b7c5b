/** Events about pods and nodes, repeated ones counted instead of written again. */
import { randomBytes } from 'node:crypto';
import { type Api, ApiError } from './api.ts';
import type { Pod } from './objects.ts';

/** The object that an event is about. */
export interface EventSubject {
  readonly kind: 'Pod' | 'Node';
  readonly apiVersion: 'v1';
  readonly name: string;
  readonly namespace?: string;
  readonly uid: string;
  readonly fieldPath?: string;
}

interface Known {
  readonly path: string;
  count: number;
}

const REMEMBERED = 500;
const LONGEST_MESSAGE = 1024;

/** The subject that stands for a pod or, with its name, for one of its containers. */
export function aboutPod(pod: Pod, container?: string, init = false): EventSubject {
  const { name, namespace, uid } = pod.metadata;
  const list = init ? 'initContainers' : 'containers';
  return {
    kind: 'Pod',
    apiVersion: 'v1',
    name,
    uid,
    ...(namespace !== undefined && { namespace }),
    ...(container !== undefined && { fieldPath: `spec.${list}{${container}}` }),
  };
}

/** Writes events for one node, in order, without making anybody wait. */
export class Events {
  readonly #api: Api;
  readonly #node: string;
  readonly #known = new Map<string, Known>();
  #last: Promise<void> = Promise.resolve();

  constructor(api: Api, node: string) {
    this.#api = api;
    this.#node = node;
  }

  /** Notes that something happened. Nothing is lost but the event when the API server does not take it. */
  note(subject: EventSubject, type: 'Normal' | 'Warning', reason: string, message: string): void {
    const time = new Date().toISOString();
    const text = message.slice(0, LONGEST_MESSAGE);
    this.#last = this.#last
      .then(() => this.#write(subject, type, reason, text, time))
      .catch((error: Error) => {
        // A namespace that is being deleted takes no events; that is how it should be.
        if (error instanceof ApiError && error.message.includes('being terminated')) return;
        process.stderr.write(`event ${reason} of ${subject.name}: ${error.message}\n`);
      });
  }

  async #write(subject: EventSubject, type: string, reason: string, message: string, time: string): Promise<void> {
    const key = [subject.uid, subject.fieldPath, reason, message].join('\n');
    const known = this.#known.get(key);
    if (known) {
      known.count++;
      await this.#api.patch(known.path, { count: known.count, lastTimestamp: time });
      return;
    }
    const namespace = subject.namespace ?? 'default';
    const name = `${subject.name}.${randomBytes(8).toString('hex')}`;
    const collection = `/api/v1/namespaces/${namespace}/events`;
    await this.#api.create(collection, {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name, namespace },
      involvedObject: subject,
      reason,
      message,
      type,
      count: 1,
      firstTimestamp: time,
      lastTimestamp: time,
      source: { component: 'kubelet', host: this.#node },
      reportingComponent: 'kubelet',
      reportingInstance: this.#node,
    });
    this.#known.set(key, { path: `${collection}/${name}`, count: 1 });
    const oldest = this.#known.keys().next().value;
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
  }
}
