import type { Lease as LeaseObject } from '../../domain/kubernetes/objects.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { leaseDurationMs } from '../../domain/state/lease.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Cluster } from '../../ports/cluster.ts';
import type { Lease, Taken } from '../../ports/lease.ts';
import { PortError } from '../../ports/port-error.ts';
import { isLostAnswer, maintenanceNamespace } from './stored-text.ts';

const leaseName = 'maintenance';
const pollMs = 5_000;
const mostConflicts = 5;

/** What is written into `spec` besides the holder. */
const microTime = (epochMs: number): string => new Date(epochMs).toISOString().replace('Z', '000Z');

/**
 * The Lease of trust.md §5. Every write replaces the version that was read, so of two that try at the same time one
 * fails. Whether a holder is dead is judged by its Lease not moving while our own monotonic clock runs; the times and the
 * duration in the object are for people.
 */
export class KubernetesLease implements Lease {
  readonly #cluster: Cluster;
  readonly #clock: Clock;

  constructor(cluster: Cluster, clock: Clock) {
    this.#cluster = cluster;
    this.#clock = clock;
  }

  async take(holder: string, { patienceMs, grace, signal }: Parameters<Lease['take']>[1]): Promise<Taken> {
    const startedAt = this.#clock.monotonic();
    let watched: { readonly version: string; readonly since: number } | undefined;
    let after: string | undefined;
    for (;;) {
      const asked = this.#clock.monotonic();
      const found = await this.#read();
      const owner = found?.spec?.holderIdentity ?? '';
      const version = `${found?.metadata.uid}/${found?.metadata.resourceVersion}`;
      // From after the read on: what was read may have been renewed until then.
      if (watched?.version !== version) watched = { version, since: this.#clock.monotonic() };
      const quietMs = asked - watched.since;
      const expired = quietMs >= leaseDurationMs && quietMs >= leaseDurationMs + (await grace());
      if (owner === '' || owner === holder || expired) {
        if (await this.#write(found, holder)) return takenAfter(after);
        watched = undefined;
        continue;
      }
      after = owner;
      const patient = await this.#wait(startedAt + patienceMs, watched.since + leaseDurationMs, signal);
      if (!patient) return { taken: false, holder: owner };
    }
  }

  async renew(holder: string): Promise<boolean> {
    for (let conflicts = 0; conflicts < mostConflicts; conflicts += 1) {
      const found = await this.#read();
      if (found?.spec?.holderIdentity !== holder) return false;
      if (await this.#write(found, holder)) return true;
    }
    return false;
  }

  async release(holder: string): Promise<void> {
    for (let conflicts = 0; conflicts < mostConflicts; conflicts += 1) {
      const found = await this.#read();
      if (found?.spec?.holderIdentity !== holder) return;
      if (await this.#write(found, undefined)) return;
    }
  }

  #read(): Promise<LeaseObject | undefined> {
    return this.#cluster.get(resources.leases, maintenanceNamespace, leaseName);
  }

  /** Sleep until the next look; `false` when patience is at its end. */
  async #wait(patientUntil: number, expiresAt: number, signal: AbortSignal | undefined): Promise<boolean> {
    const now = this.#clock.monotonic();
    if (now >= patientUntil) return false;
    const untilExpired = expiresAt > now ? expiresAt - now : pollMs;
    await this.#clock.sleep(Math.min(pollMs, untilExpired, patientUntil - now), signal);
    return true;
  }

  /** Write the holder on exactly what was read; `false` when somebody else was faster. */
  async #write(found: LeaseObject | undefined, holder: string | undefined): Promise<boolean> {
    const spec = specOf(found, holder, microTime(this.#clock.now()));
    try {
      if (found === undefined) {
        await this.#cluster.create(resources.leases, maintenanceNamespace, { metadata: { name: leaseName }, spec });
      } else {
        await this.#cluster.replace(resources.leases, maintenanceNamespace, leaseName, { ...found, spec });
      }
      return true;
    } catch (error) {
      return this.#settle(found, holder, error);
    }
  }

  async #settle(found: LeaseObject | undefined, holder: string | undefined, error: unknown): Promise<boolean> {
    if (!(error instanceof PortError)) throw error;
    if (error.code === 'conflict') return false;
    // Deleted in between; but a creation that finds nothing lacks the namespace.
    if (error.code === 'not-found' && found !== undefined) return false;
    if (!isLostAnswer(error)) throw error;
    const now = await this.#read();
    const moved = now?.metadata.resourceVersion !== found?.metadata.resourceVersion;
    if (moved && now?.spec?.holderIdentity === holder) return true;
    throw error;
  }
}

const takenAfter = (after: string | undefined): Taken => ({
  taken: true,
  ...(after === undefined ? {} : { after }),
});

function specOf(found: LeaseObject | undefined, holder: string | undefined, now: string): LeaseObject['spec'] {
  const { holderIdentity, acquireTime = now, leaseTransitions = 0 } = found?.spec ?? {};
  const same = holderIdentity === holder;
  const changes = same || found === undefined ? 0 : 1;
  return {
    ...(holder === undefined ? {} : { holderIdentity: holder }),
    leaseDurationSeconds: leaseDurationMs / 1000,
    acquireTime: same ? acquireTime : now,
    renewTime: now,
    leaseTransitions: leaseTransitions + changes,
  };
}
