/** The objects of metrics.k8s.io for one node and its pods, written as metrics-server would serve them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, ApiError, type List } from './api.ts';
import type { ObjectMeta } from './objects.ts';
import type { PodWorker } from './pod-worker.ts';
import type { PodUsage, UsageMeter } from './usage.ts';

const GROUP = '/apis/metrics.k8s.io/v1beta1';
const INTERVAL_MS = 15_000;
/** The first figures come early: the sandbox is called ready sooner than one interval after its pods. */
const FIRST_MS = 3_000;
/** What the node itself is taken to use on top of its pods. */
const NODE_SHARE = { cpuNano: 50_000_000, memoryBytes: 200 * 2 ** 20 } as const;

interface Reading {
  readonly at: number;
  readonly cpuSeconds: number;
}

/** Publishes until its signal aborts. */
export class MetricsPublisher {
  readonly #api: Api;
  readonly #node: string;
  readonly #meter: UsageMeter;
  readonly #workers: () => readonly PodWorker[];
  #before = new Map<string, Reading>();

  constructor(api: Api, node: string, meter: UsageMeter, workers: () => readonly PodWorker[]) {
    this.#api = api;
    this.#node = node;
    this.#meter = meter;
    this.#workers = workers;
  }

  async run(signal: AbortSignal): Promise<void> {
    for (let wait = FIRST_MS; !signal.aborted; wait = this.#before.size > 0 ? INTERVAL_MS : FIRST_MS) {
      await sleep(wait, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted)
        await this.#publish().catch((error: Error) => process.stderr.write(`metrics: ${error.message}\n`));
    }
  }

  async #publish(): Promise<void> {
    const at = performance.now();
    const usage = this.#meter.measure(this.#workers());
    const now = new Map<string, Reading>();
    let nodeCpu: number = NODE_SHARE.cpuNano;
    let nodeMemory: number = NODE_SHARE.memoryBytes;
    const pods: { metadata: object; containers: object[] }[] = [];
    for (const pod of usage) {
      const containers = this.#containers(pod, at, now);
      if (containers.length === 0) continue;
      nodeCpu += containers.reduce((sum, { cpuNano }) => sum + cpuNano, 0);
      nodeMemory += containers.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0);
      const { name, namespace, labels } = pod.worker.pod.metadata;
      const rendered = containers.map((c) => ({ name: c.name, usage: usageOf(c.cpuNano, c.memoryBytes) }));
      pods.push({
        metadata: { name, namespace, labels: { ...labels, [NODE_LABEL]: this.#node } },
        containers: rendered,
      });
    }
    this.#before = now;
    const common = { timestamp: new Date().toISOString(), window: `${INTERVAL_MS / 1000}s` };
    await this.#put(`${GROUP}/nodes`, 'NodeMetrics', this.#node, {
      metadata: { name: this.#node },
      ...common,
      usage: usageOf(nodeCpu, nodeMemory),
    });
    for (const pod of pods) {
      const { namespace, name } = pod.metadata as ObjectMeta;
      await this.#put(`${GROUP}/namespaces/${namespace}/pods`, 'PodMetrics', name, { ...common, ...pod });
    }
    await this.#clear(new Set(pods.map(({ metadata }) => key(metadata as ObjectMeta))));
  }

  /** The containers that have two readings, so that a rate can be given. */
  #containers(
    pod: PodUsage,
    at: number,
    now: Map<string, Reading>,
  ): { name: string; cpuNano: number; memoryBytes: number }[] {
    return pod.containers.flatMap(({ name, cpuSeconds, memoryBytes }) => {
      const id = `${pod.worker.pod.metadata.uid}/${name}/${pod.worker.container(name)?.instance?.pid}`;
      const before = this.#before.get(id);
      now.set(id, { at, cpuSeconds });
      if (!before) return [];
      const cpuNano = Math.round(((cpuSeconds - before.cpuSeconds) / ((at - before.at) / 1000)) * 1e9);
      return [{ name, cpuNano: Math.max(0, cpuNano), memoryBytes }];
    });
  }

  async #put(collection: string, kind: string, name: string, content: object): Promise<void> {
    const body = { apiVersion: 'metrics.k8s.io/v1beta1', kind, ...content };
    try {
      await this.#api.patch(`${collection}/${name}`, body);
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404)) throw error;
      await this.#api.create(collection, body);
    }
  }

  /** Removes the figures of pods of this node that run no more. */
  async #clear(current: ReadonlySet<string>): Promise<void> {
    const selector = new URLSearchParams({ labelSelector: `${NODE_LABEL}=${this.#node}` });
    const list = await this.#api.get<List<{ metadata: ObjectMeta }>>(`${GROUP}/pods?${selector}`);
    for (const { metadata } of list.items) {
      if (current.has(key(metadata))) continue;
      await this.#api
        .delete(`${GROUP}/namespaces/${metadata.namespace}/pods/${metadata.name}`)
        .catch((error: ApiError) => {
          if (error.status !== 404) throw error;
        });
    }
  }
}

/** Marks whose figures an object holds. */
const NODE_LABEL = 'rooivalk.sandbox/node';

function key({ namespace, name }: { namespace?: string; name: string }): string {
  return `${namespace}/${name}`;
}

function usageOf(cpuNano: number, memoryBytes: number): { cpu: string; memory: string } {
  return { cpu: `${cpuNano}n`, memory: `${Math.round(memoryBytes / 1024)}Ki` };
}
