/** One kubelet: its Node, the pods bound to it, and what it does at regular times. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Addresses } from './addresses.ts';
import { Api, readKubeconfig } from './api.ts';
import { Events } from './events.ts';
import { ImageStore } from './image-store.ts';
import { MetricsPublisher } from './metrics-publisher.ts';
import { unmountBelow } from './mounts.ts';
import { ALLOCATABLE, HEARTBEAT_MS, NodeStatus } from './node-status.ts';
import type { Pod } from './objects.ts';
import { ensurePodInit, PodInit } from './pod-init.ts';
import { PodWorker } from './pod-worker.ts';
import { References } from './references.ts';
import { reflect } from './reflector.ts';
import type { Services } from './services.ts';
import { Provisioner } from './storage.ts';
import { UsageMeter } from './usage.ts';

/** What a kubelet is started with. */
export interface KubeletOptions {
  readonly node: string;
  readonly address: string;
  readonly kubeconfig: string;
  /** The sandbox's folder: the node's own things go to `nodes/<node>` in it, persistent volumes to `volumes`. */
  readonly directory: string;
  /** `host:port` of the registry. */
  readonly registry: string;
  readonly dns: string;
  /** The first three octets of pod addresses with the final dot. */
  readonly podPrefix: string;
}

const REFRESH_MS = 3_000;
const STORAGE_MS = 15_000;

/** The pods of one node. */
export class Kubelet {
  readonly services: Services;
  readonly status: NodeStatus;
  readonly usage: UsageMeter;
  readonly startedAt = new Date().toISOString();
  readonly #options: KubeletOptions;
  readonly #addresses: Addresses;
  readonly #workers = new Map<string, PodWorker>();
  readonly #provisioner: Provisioner;
  readonly #metrics: MetricsPublisher;

  private constructor(options: KubeletOptions, program: string) {
    const api = new Api(readKubeconfig(options.kubeconfig), `rooivalk-kubelet/${options.node}`);
    const base = join(options.directory, 'nodes', options.node);
    const node = { name: options.node, address: options.address, allocatable: ALLOCATABLE };
    this.#options = options;
    this.services = {
      node,
      api,
      events: new Events(api, options.node),
      images: new ImageStore(join(base, 'images'), options.registry),
      references: new References(api),
      podInit: new PodInit(program),
      dns: options.dns,
      pods: join(base, 'pods'),
    };
    this.status = new NodeStatus(api, node);
    this.usage = new UsageMeter();
    this.#addresses = new Addresses(options.podPrefix);
    this.#provisioner = new Provisioner(api, join(options.directory, 'volumes'));
    this.#metrics = new MetricsPublisher(api, node.name, this.usage, () => this.workers());
  }

  /** Prepares a kubelet: builds `pod-init` if need be and clears away what an earlier one left. */
  static async create(options: KubeletOptions): Promise<Kubelet> {
    return new Kubelet(options, await ensurePodInit());
  }

  /** The pods that this node has, running or over. */
  workers(): PodWorker[] {
    return [...this.#workers.values()];
  }

  /** The pod of this name. */
  worker(namespace: string, name: string): PodWorker | undefined {
    return this.workers().find(({ pod }) => pod.metadata.namespace === namespace && pod.metadata.name === name);
  }

  /** Registers the node and carries out its pods until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    await this.#registered(signal);
    await this.#provisioner.clear();
    const { api } = this.services;
    const claims = { listed: this.#storage, changed: this.#storage, removed: this.#storage };
    await Promise.all([
      reflect<Pod>(api, '/api/v1/pods', { fieldSelector: `spec.nodeName=${this.#options.node}` }, this.#pods(), signal),
      reflect(api, '/api/v1/persistentvolumeclaims', {}, claims, signal),
      every(HEARTBEAT_MS, signal, 'heartbeat', () => this.status.beat()),
      every(REFRESH_MS, signal, 'refresh', () => this.#refresh()),
      every(STORAGE_MS, signal, 'storage', async () => this.#storage()),
      this.#metrics.run(signal),
    ]);
  }

  async #registered(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        return await this.status.register();
      } catch (error) {
        process.stderr.write(`register: ${(error as Error).message}\n`);
        await sleep(500);
      }
    }
  }

  #pods() {
    let first = true;
    return {
      listed: (pods: readonly Pod[]): void => {
        const there = new Set(pods.map(({ metadata }) => metadata.uid));
        for (const [uid, worker] of this.#workers) if (!there.has(uid)) void this.#remove(worker);
        if (first) void this.#clearLeftovers(there);
        first = false;
        for (const pod of pods) this.#take(pod);
      },
      changed: (pod: Pod): void => this.#take(pod),
      removed: (pod: Pod): void => {
        const worker = this.#workers.get(pod.metadata.uid);
        if (worker) void this.#remove(worker);
      },
    };
  }

  #take(pod: Pod): void {
    const known = this.#workers.get(pod.metadata.uid);
    if (known) {
      known.update(pod);
      return;
    }
    const worker = new PodWorker(pod, this.services, this.#addresses);
    this.#workers.set(pod.metadata.uid, worker);
    worker.start();
  }

  async #remove(worker: PodWorker): Promise<void> {
    const { uid, name } = worker.pod.metadata;
    this.#workers.delete(uid);
    await worker.remove().catch((error: Error) => process.stderr.write(`take away ${name}: ${error.message}\n`));
  }

  /** What an earlier kubelet of this node left of pods that are no more. */
  async #clearLeftovers(there: ReadonlySet<string>): Promise<void> {
    const { pods } = this.services;
    for (const uid of existsSync(pods) ? readdirSync(pods) : []) {
      if (there.has(uid)) continue;
      await unmountBelow(join(pods, uid));
      rmSync(join(pods, uid), { recursive: true, force: true });
    }
  }

  async #refresh(): Promise<void> {
    this.services.references.forget();
    // A kubelet that calls itself not ready does not argue with the node controller about its pods.
    if (this.status.faults.has('not-ready')) return;
    await Promise.all(
      this.workers().map((worker) =>
        worker
          .refresh()
          .catch((error: Error) => process.stderr.write(`refresh ${worker.pod.metadata.name}: ${error.message}\n`)),
      ),
    );
  }

  #passing: Promise<void> | undefined;
  #passAgain = false;

  /** One pass over the claims at a time, and one more if something changed meanwhile. */
  readonly #storage = (): void => {
    this.#passAgain = true;
    this.#passing ??= (async () => {
      while (this.#passAgain) {
        this.#passAgain = false;
        await this.#provisioner.pass().catch((error: Error) => process.stderr.write(`storage: ${error.message}\n`));
      }
      this.#passing = undefined;
    })();
  };
}

/** Repeats work until the signal aborts; an error is reported and does not end it. */
async function every(ms: number, signal: AbortSignal, what: string, work: () => Promise<unknown>): Promise<void> {
  while (!signal.aborted) {
    await work().catch((error: Error) => process.stderr.write(`${what}: ${error.message}\n`));
    await sleep(ms, undefined, { signal }).catch(() => undefined);
  }
}
