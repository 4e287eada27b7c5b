/** The life of one container of a pod: pull, start, watch, restart with growing waits, stop. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BackOff } from './back-off.ts';
import { type RunningInstance, startInstance } from './container-instance.ts';
import { containerSpec, terminationLog } from './container-spec.ts';
import { type ContainerRecord, recordFrom, terminated } from './container-state.ts';
import { ConfigError, type PodContext } from './environment.ts';
import { aboutPod } from './events.ts';
import { type Image, PullError } from './image-store.ts';
import type { Container, ContainerStatus, Probe, TerminatedState } from './objects.ts';
import { StartError } from './pod-init.ts';
import type { Services } from './services.ts';
import { type PodVolumes, VolumeError } from './volumes.ts';

/** When a container that ended is started again. */
export type RestartPolicy = 'Always' | 'OnFailure' | 'Never';

/** What a runner needs of its pod. */
export interface RunnerOptions {
  readonly services: Services;
  readonly container: Container;
  readonly init: boolean;
  readonly policy: RestartPolicy;
  readonly volumes: PodVolumes;
  /** The pod's folder. */
  readonly folder: string;
  readonly etc: Readonly<Record<string, string>>;
  readonly previous: ContainerStatus | undefined;
  context(): PodContext;
  /** Called after every change of the record. */
  changed(): void;
}

const LONGEST_MESSAGE = 4096;
const CONFIG_RETRY_MS = 2_000;

/** Runs one container until it ends for good or is stopped. */
export class ContainerRunner {
  readonly record: ContainerRecord;
  readonly #options: RunnerOptions;
  readonly #crashes = new BackOff();
  readonly #pulls = new BackOff();
  readonly #stopped = new AbortController();
  #container: Container;
  #instance: RunningInstance | undefined;

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.#container = options.container;
    this.record = recordFrom(options.previous);
  }

  get container(): Container {
    return this.#container;
  }

  /** The instance that runs now. */
  get instance(): RunningInstance | undefined {
    return this.#instance;
  }

  /** The log file of an instance: of the current one, or of the one before. */
  log(previous = false): string {
    const number = this.record.restartCount - (previous ? 1 : 0);
    return join(this.#options.folder, 'logs', this.#container.name, `${number}.log`);
  }

  /** Resolves when the container will not be started again: to how it ended, or undefined when it never ran. */
  async run(): Promise<TerminatedState | undefined> {
    let ended = this.record.state.terminated;
    let ran = 0;
    if (ended && !this.#restarts(ended)) return ended;
    while (!this.#stopped.signal.aborted) {
      if (ended) {
        await this.#waitAfter(ended, ran);
        if (this.#stopped.signal.aborted) break;
        this.record.lastState = { terminated: ended };
        this.record.restartCount++;
        ended = undefined;
      }
      const begun = performance.now();
      ended = await this.#once();
      ran = performance.now() - begun;
      if (ended && !this.#restarts(ended)) return ended;
    }
    return this.record.state.terminated ?? this.record.lastState.terminated;
  }

  /** Ends the container: its preStop hook, SIGTERM, and SIGKILL once the grace period is over. It is not started again. */
  async stop(graceSeconds: number): Promise<void> {
    const instance = this.#instance;
    this.#stopped.abort();
    if (!instance) return;
    this.#note('Normal', 'Killing', `Stopping container ${this.#container.name}`);
    await instance.stop(graceSeconds);
  }

  /** Takes over a changed specification (its image can change in place): the container is restarted with it. */
  update(container: Container): void {
    const changed = container.image !== this.#container.image;
    this.#container = container;
    if (!changed || !this.#instance) return;
    this.#note('Normal', 'Killing', `Container ${container.name} definition changed, will be restarted`);
    void this.#instance.stop(this.#graceSeconds());
  }

  #restarts(ended: TerminatedState): boolean {
    if (this.#stopped.signal.aborted) return false;
    return this.#options.policy === 'Always' || (this.#options.policy === 'OnFailure' && ended.exitCode !== 0);
  }

  async #waitAfter(ended: TerminatedState, ranMs: number): Promise<void> {
    const wait = this.#crashes.next(ranMs);
    if (wait === 0) return;
    const { metadata } = this.#options.context().pod;
    const { name } = this.#container;
    const message = `back-off ${wait / 1000}s restarting failed container=${name} pod=${metadata.name}_${metadata.namespace}(${metadata.uid})`;
    this.#set({ state: { waiting: { reason: 'CrashLoopBackOff', message } }, lastState: { terminated: ended } });
    this.#note('Warning', 'BackOff', `Back-off restarting failed container ${name} in pod ${metadata.name}`);
    await this.#pause(wait);
  }

  /** One instance from pull to end; undefined when it was stopped before it ran. */
  async #once(): Promise<TerminatedState | undefined> {
    const folder = join(this.#options.folder, 'containers', this.#container.name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    this.#keepLogs();
    const image = await this.#image();
    if (!image) return undefined;
    this.record.imageID = image.id;
    const containerID = `rooivalk://${randomBytes(16).toString('hex')}`;
    const instance = await this.#start(image, folder, containerID);
    if (!instance) return undefined;
    if ('exitCode' in instance) return this.#finish(instance);
    this.#instance = instance;
    this.#set({ containerID, state: { running: { startedAt: instance.startedAt } } });
    this.#note('Normal', 'Started', `Container started`);
    if (this.#stopped.signal.aborted) void instance.stop(this.#graceSeconds());
    const outcome = await instance.watch({
      changed: (health) => this.#set(health),
      unhealthy: (kind, message) => this.#note('Warning', 'Unhealthy', `${kind} probe failed: ${message}`),
      failed: (kind, probe) => this.#fail(instance, kind, probe),
    });
    this.#instance = undefined;
    return this.#finish(terminated(outcome, instance.startedAt, containerID, this.#message(folder)));
  }

  #finish(state: TerminatedState): TerminatedState {
    this.#set({ state: { terminated: state }, ready: false, started: false });
    return state;
  }

  #fail(instance: RunningInstance, kind: string, probe: Probe): void {
    this.#note(
      'Normal',
      'Killing',
      `Container ${this.#container.name} failed ${kind.toLowerCase()} probe, will be restarted`,
    );
    void instance.stop(probe.terminationGracePeriodSeconds ?? this.#graceSeconds());
  }

  async #image(): Promise<Image | undefined> {
    while (!this.#stopped.signal.aborted) {
      const { image: name } = this.#container;
      try {
        const { image, fetched, ms } = await this.#options.services.images.ensure(this.#container);
        const message = fetched
          ? `Successfully pulled image "${name}" in ${Math.round(ms)}ms`
          : `Container image "${name}" already present on machine`;
        this.#note('Normal', 'Pulled', message);
        return image;
      } catch (error) {
        await this.#pullFailed(name, error as Error);
      }
    }
    return undefined;
  }

  async #pullFailed(name: string, error: Error): Promise<void> {
    const reason = error instanceof PullError ? error.reason : 'CreateContainerError';
    this.#set({ state: { waiting: { reason, message: error.message } } });
    this.#note('Warning', 'Failed', `Failed to pull image "${name}": ${error.message}`);
    this.#note('Warning', 'Failed', `Error: ${reason}`);
    // The first failure stands for a moment before it is called a back-off, so that a reader can see its cause.
    await this.#pause(500);
    if (reason === 'ErrImagePull') {
      const message = `Back-off pulling image "${name}": ${reason}: ${error.message}`;
      this.#set({ state: { waiting: { reason: 'ImagePullBackOff', message } } });
      this.#note('Normal', 'BackOff', `Back-off pulling image "${name}"`);
    }
    await this.#pause(Math.max(1_000, this.#pulls.next(0)));
  }

  /** The running instance, or the state of one that could not be started; undefined to try again or when stopped. */
  async #start(
    image: Image,
    folder: string,
    containerID: string,
  ): Promise<RunningInstance | TerminatedState | undefined> {
    const { services, volumes, etc } = this.#options;
    const api = new URL(services.api.server);
    try {
      const context = this.#options.context();
      const spec = await containerSpec({
        context,
        container: this.#container,
        image,
        volumes,
        folder,
        etc,
        references: services.references,
        log: this.log(),
        apiServer: { host: api.hostname, port: api.port || '443' },
      });
      this.#note('Normal', 'Created', `Container created`);
      return await startInstance(services.podInit, this.#container, context.podIP, spec);
    } catch (error) {
      return await this.#startFailed(error as Error, containerID);
    }
  }

  async #startFailed(error: Error, containerID: string): Promise<TerminatedState | undefined> {
    if (error instanceof StartError) {
      this.#note('Warning', 'Failed', `Error: failed to start container: ${error.message}`);
      const now = new Date().toISOString();
      const message = `failed to start container: ${error.message}`;
      return { exitCode: 128, reason: 'StartError', message, startedAt: now, finishedAt: now, containerID };
    }
    const config = error instanceof ConfigError || error instanceof VolumeError;
    const reason = config ? 'CreateContainerConfigError' : 'CreateContainerError';
    this.#set({ state: { waiting: { reason, message: error.message } } });
    this.#note('Warning', 'Failed', `Error: ${error.message}`);
    await this.#pause(CONFIG_RETRY_MS);
    return undefined;
  }

  /** What the program left at its termination message path. */
  #message(folder: string): string {
    try {
      return readFileSync(terminationLog(folder), 'utf8').slice(0, LONGEST_MESSAGE);
    } catch {
      return '';
    }
  }

  /** The logs of the instance before are kept, older ones are not. */
  #keepLogs(): void {
    const logs = join(this.#options.folder, 'logs', this.#container.name);
    mkdirSync(logs, { recursive: true });
    const old = join(logs, `${this.record.restartCount - 2}.log`);
    for (const file of [old, `${old}.1`]) rmSync(file, { force: true });
  }

  #graceSeconds(): number {
    return this.#options.context().pod.spec.terminationGracePeriodSeconds ?? 30;
  }

  #set(change: Partial<ContainerRecord>): void {
    Object.assign(this.record, change);
    this.#options.changed();
  }

  #note(type: 'Normal' | 'Warning', reason: string, message: string): void {
    const subject = aboutPod(this.#options.context().pod, this.#container.name, this.#options.init);
    this.#options.services.events.note(subject, type, reason, message);
  }

  async #pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#stopped.signal }).catch(() => undefined);
  }
}
