/** Writes a pod's status to the API: the latest one, never two at a time, again when it did not get through. */
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type Api, ApiError, PATCH } from './api.ts';
import { type Pod, type PodStatus, podName } from './objects.ts';

const RETRY_MS = 1_000;

/** One pod's writer. */
export class StatusWriter {
  readonly #api: Pick<Api, 'patch'>;
  readonly #status: () => PodStatus | undefined;
  readonly #pod: () => Pod;
  #written: PodStatus | undefined;
  #work: Promise<void> | undefined;
  #again = false;
  #silent = false;

  /** `status` computes what is to be written, undefined for nothing; `pod` gives the object as last seen. */
  constructor(api: Pick<Api, 'patch'>, status: () => PodStatus | undefined, pod: () => Pod) {
    this.#api = api;
    this.#status = status;
    this.#pod = pod;
  }

  /** Something may have changed: the status is written soon. */
  changed(): void {
    this.#again = true;
    this.#work ??= this.#loop();
  }

  /** Writes again where somebody else has changed what the pod's Ready condition says (the node controller does). */
  reconcile(): void {
    const ready = (status: PodStatus | undefined): string | undefined =>
      status?.conditions?.find(({ type }) => type === 'Ready')?.status;
    if (this.#work || !this.#written || ready(this.#pod().status) === ready(this.#written)) return;
    this.#written = undefined;
    this.changed();
  }

  /** Resolves when the status of this moment is written or the pod is no more. */
  async settle(): Promise<void> {
    this.changed();
    await this.#work;
  }

  /** Writes nothing any more. */
  silence(): void {
    this.#silent = true;
  }

  async #loop(): Promise<void> {
    // Changes of one moment become one request.
    await sleep(5);
    while (this.#again && !this.#silent) {
      this.#again = false;
      if (!(await this.#write())) {
        this.#again = true;
        await sleep(RETRY_MS);
      }
    }
    this.#work = undefined;
  }

  /** False when it has to be tried again. */
  async #write(): Promise<boolean> {
    const status = this.#status();
    if (!status || (this.#written && sameStatus(this.#written, status))) return true;
    const { namespace, name, uid } = this.#pod().metadata;
    const path = `/api/v1/namespaces/${namespace}/pods/${name}/status`;
    // A list that is merged by key: without the directive, an address of before would stay in it.
    const podIPs = [{ $patch: 'replace' }, ...(status.podIP ? [{ ip: status.podIP }] : [])];
    // The same goes for the reason of a condition that holds again.
    const conditions = status.conditions?.map((condition) => ({ reason: null, message: null, ...condition }));
    const body = { metadata: { uid }, status: { ...status, conditions, podIPs, hostIPs: [{ ip: status.hostIP }] } };
    try {
      await this.#api.patch(path, body, PATCH.strategic);
      this.#written = status;
      return true;
    } catch (error) {
      // 404 and 409: this pod is no more (another may have its name by now).
      if (error instanceof ApiError && (error.status === 404 || error.status === 409)) return true;
      process.stderr.write(`status of ${podName(this.#pod())}: ${(error as Error).message}\n`);
      return false;
    }
  }
}

/** Equal but for the times of conditions that did not change. */
function sameStatus(a: PodStatus, b: PodStatus): boolean {
  const timeless = (status: PodStatus): unknown => ({
    ...status,
    conditions: status.conditions?.map(({ lastTransitionTime: _, ...rest }) => rest),
  });
  return isDeepStrictEqual(timeless(a), timeless(b));
}
