/** The life of one pod on this node, from being bound to being taken away. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Addresses } from './addresses.ts';
import { ApiError } from './api.ts';
import { ContainerRunner, type RestartPolicy } from './container-runner.ts';
import type { PodContext } from './environment.ts';
import { aboutPod } from './events.ts';
import { unmountBelow } from './mounts.ts';
import { type Container, type ContainerStatus, type Pod, podName } from './objects.ts';
import { writePodFiles } from './pod-files.ts';
import { podStatus } from './pod-status.ts';
import { Projector } from './projection.ts';
import type { Services } from './services.ts';
import { StatusWriter } from './status-writer.ts';
import { PodVolumes } from './volumes.ts';

const VOLUME_RETRY_MS = 1_000;
const DELETE_RETRY_MS = 1_000;

/** Carries out one pod. Call `update` with every version of the object that the API shows. */
export class PodWorker {
  readonly #services: Services;
  readonly #addresses: Addresses;
  readonly #folder: string;
  readonly #volumes: PodVolumes;
  readonly #writer: StatusWriter;
  readonly #stopping = new AbortController();
  readonly #startTime: string;
  #pod: Pod;
  #podIP = '';
  #initialized = false;
  #failure: { reason: string; message: string } | undefined;
  #runners: readonly ContainerRunner[] = [];
  #init: readonly ContainerRunner[] = [];
  #finished: Promise<void> = Promise.resolve();
  #ending: Promise<void> | undefined;
  #gone = false;

  constructor(pod: Pod, services: Services, addresses: Addresses) {
    this.#pod = pod;
    this.#services = services;
    this.#addresses = addresses;
    this.#folder = join(services.pods, pod.metadata.uid);
    this.#volumes = new PodVolumes(
      join(this.#folder, 'volumes'),
      services.api,
      new Projector(services.api, services.references),
    );
    this.#startTime = pod.status?.startTime ?? new Date().toISOString();
    this.#writer = new StatusWriter(
      services.api,
      () => (this.#gone ? undefined : this.#status()),
      () => this.#pod,
    );
  }

  get pod(): Pod {
    return this.#pod;
  }

  get address(): string {
    return this.#podIP;
  }

  get volumes(): PodVolumes {
    return this.#volumes;
  }

  /** Every container, those that prepare the pod first. */
  get containers(): readonly ContainerRunner[] {
    return [...this.#init, ...this.#runners];
  }

  /** The container of this name; without a name, the pod's first. */
  container(name?: string): ContainerRunner | undefined {
    return name ? this.containers.find((runner) => runner.container.name === name) : this.#runners[0];
  }

  /** Begins. A pod that is over already is only kept until it is deleted. */
  start(): void {
    const phase = this.#pod.status?.phase;
    this.#makeRunners();
    if (phase === 'Succeeded' || phase === 'Failed') {
      this.#initialized = true;
      this.#writer.silence();
    } else if (!this.#pod.metadata.deletionTimestamp) {
      this.#finished = this.#run().catch((error: Error) => {
        process.stderr.write(`${podName(this.#pod)}: ${error.stack ?? error.message}\n`);
      });
    }
    if (this.#pod.metadata.deletionTimestamp) this.#end();
  }

  /** Takes over a new version of the object: its labels, its images, its deletion. */
  update(pod: Pod): void {
    this.#pod = pod;
    for (const runner of this.#runners) {
      const container = pod.spec.containers.find(({ name }) => name === runner.container.name);
      if (container) runner.update(container);
    }
    if (pod.metadata.deletionTimestamp) this.#end();
  }

  /** The object is no more: ends at once what still runs, and takes everything away. */
  async remove(): Promise<void> {
    this.#gone = true;
    this.#writer.silence();
    await this.#stop(0);
    await this.#ending;
    await this.#takeAway();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Brings volumes from the API up to date, and the API up to date where somebody else changed the pod's readiness. */
  async refresh(): Promise<void> {
    this.#writer.reconcile();
    if (this.#initialized && !this.#stopping.signal.aborted) await this.#volumes.refresh(this.#context());
  }

  async #run(): Promise<void> {
    const known = this.#pod.status?.podIP;
    this.#podIP = known && this.#addresses.claim(known) ? known : this.#addresses.take();
    this.#writer.changed();
    if (!(await this.#makeVolumes())) return;
    this.#watchDeadline();
    if (!(await this.#initialize())) return this.#over();
    this.#initialized = true;
    this.#writer.changed();
    const all = Promise.all(this.#runners.map((runner) => runner.run()));
    await all;
    await this.#over();
  }

  /** Every container has ended for good, so sidecars end too and what the pod used is free. */
  async #over(): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    await Promise.all(this.#init.map((runner) => runner.stop(this.#graceSeconds())));
    this.#writer.changed();
    await this.#takeAway();
  }

  #makeRunners(): void {
    const { spec, status } = this.#pod;
    const policy = spec.restartPolicy ?? 'Always';
    const make =
      (init: boolean, statuses: readonly ContainerStatus[] = []) =>
      (container: Container): ContainerRunner => {
        const previous = statuses.find(({ name }) => name === container.name);
        // A pod whose containers all ended with the kubelet before is prepared again.
        const again = init && previous?.state.terminated?.exitCode === 0 && status?.phase !== 'Succeeded';
        return new ContainerRunner({
          services: this.#services,
          container,
          init,
          policy: init ? initPolicy(container, policy) : policy,
          volumes: this.#volumes,
          folder: this.#folder,
          etc: this.#etc,
          previous: again ? undefined : previous,
          context: () => this.#context(),
          changed: () => this.#writer.changed(),
        });
      };
    this.#init = (spec.initContainers ?? []).map(make(true, status?.initContainerStatuses));
    this.#runners = spec.containers.map(make(false, status?.containerStatuses));
  }

  readonly #etc: Record<string, string> = {};

  async #makeVolumes(): Promise<boolean> {
    Object.assign(this.#etc, writePodFiles(this.#folder, this.#pod, this.#podIP, this.#services.dns));
    while (!this.#stopping.signal.aborted) {
      try {
        await this.#volumes.setUp(this.#context());
        return true;
      } catch (error) {
        const message = `MountVolume.SetUp failed: ${(error as Error).message}`;
        this.#services.events.note(aboutPod(this.#pod), 'Warning', 'FailedMount', message);
        await sleep(VOLUME_RETRY_MS, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      }
    }
    return false;
  }

  /** Runs the init containers in order; a sidecar is only waited for until it has started. False when one failed for good. */
  async #initialize(): Promise<boolean> {
    for (const runner of this.#init) {
      if (this.#stopping.signal.aborted) return false;
      const run = runner.run();
      if (runner.container.restartPolicy === 'Always') {
        while (!runner.record.started && !this.#stopping.signal.aborted) await sleep(50);
        continue;
      }
      const ended = await run;
      if (ended?.exitCode !== 0) return false;
    }
    return !this.#stopping.signal.aborted;
  }

  #watchDeadline(): void {
    const seconds = this.#pod.spec.activeDeadlineSeconds;
    if (seconds === undefined) return;
    const left = Math.max(0, Date.parse(this.#startTime) + seconds * 1000 - Date.now());
    const timer = setTimeout(() => {
      const message = 'Pod was active on the node longer than the specified deadline';
      this.#failure = { reason: 'DeadlineExceeded', message };
      this.#services.events.note(aboutPod(this.#pod), 'Normal', 'DeadlineExceeded', message);
      void this.#stop(this.#graceSeconds()).then(() => this.#writer.changed());
    }, left);
    this.#stopping.signal.addEventListener('abort', () => clearTimeout(timer));
    void this.#finished.then(() => clearTimeout(timer));
  }

  #graceSeconds(): number {
    return this.#pod.metadata.deletionGracePeriodSeconds ?? this.#pod.spec.terminationGracePeriodSeconds ?? 30;
  }

  async #stop(graceSeconds: number): Promise<void> {
    const stopped = Promise.all(this.#runners.map((runner) => runner.stop(graceSeconds)));
    this.#stopping.abort();
    await stopped;
    await Promise.all(this.#init.map((runner) => runner.stop(graceSeconds)));
    await this.#finished;
  }

  /** The pod is being deleted: end it gracefully, say how it ended, and let the object go. Asked again, only hurries. */
  #end(): void {
    const stopped = this.#stop(this.#graceSeconds());
    this.#ending ??= stopped.then(() => this.#letGo());
  }

  async #letGo(): Promise<void> {
    await this.#takeAway();
    await this.#writer.settle();
    const { name, namespace, uid } = this.#pod.metadata;
    const path = `/api/v1/namespaces/${namespace}/pods/${name}`;
    while (!this.#gone) {
      try {
        await this.#services.api.delete(path, { gracePeriodSeconds: 0, preconditions: { uid } });
        return;
      } catch (error) {
        if (error instanceof ApiError && (error.status === 404 || error.status === 409)) return;
        await sleep(DELETE_RETRY_MS);
      }
    }
  }

  async #takeAway(): Promise<void> {
    await this.#volumes.tearDown();
    await unmountBelow(this.#folder);
    if (this.#podIP) this.#addresses.release(this.#podIP);
  }

  #context(): PodContext {
    const { node } = this.#services;
    const { name: nodeName, address: hostIP, allocatable } = node;
    return { pod: this.#pod, podIP: this.#podIP, hostIP, nodeName, allocatable };
  }

  #status(): ReturnType<typeof podStatus> {
    const view = (runner: ContainerRunner) => ({ container: runner.container, record: runner.record });
    return podStatus({
      pod: this.#pod,
      podIP: this.#podIP,
      hostIP: this.#services.node.address,
      startTime: this.#startTime,
      init: this.#init.map(view),
      main: this.#runners.map(view),
      initialized: this.#initialized,
      now: new Date().toISOString(),
      ...(this.#failure && { failure: this.#failure }),
    });
  }
}

function initPolicy(container: Container, policy: RestartPolicy): RestartPolicy {
  if (container.restartPolicy === 'Always') return 'Always';
  return policy === 'Never' ? 'Never' : 'OnFailure';
}
