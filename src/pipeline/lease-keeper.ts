import { leaseDurationMs } from '../domain/state/lease.ts';
import type { Clock } from '../ports/clock.ts';
import type { Lease } from '../ports/lease.ts';

/** For so long a renewal is trusted, ms. */
const trustedMs = (leaseDurationMs * 2) / 3;

/**
 * Keeps the job's Lease while this process changes something. A holder stops at two thirds of the duration after its last
 * proven renewal, by its own monotonic clock: long before anybody may take over.
 */
export class LeaseKeeper {
  readonly #lease: Lease;
  readonly #holder: string;
  readonly #clock: Clock;
  #renewedAt: number | undefined;

  constructor(lease: Lease, holder: string, clock: Clock) {
    this.#lease = lease;
    this.#holder = holder;
    this.#clock = clock;
  }

  /**
   * Whether the Lease is held: renewed now if the last renewal is older than a fifth of the duration. The age that counts
   * is that after asking: a process that stood still while it asked may have lost the Lease meanwhile, whatever the answer.
   */
  async holds(): Promise<boolean> {
    if (this.#age() < leaseDurationMs / 5) return true;
    const asked = this.#clock.monotonic();
    try {
      if (!(await this.#lease.renew(this.#holder))) return false;
      this.#renewedAt = asked;
    } catch (error) {
      if (this.#age() >= trustedMs) throw error;
    }
    return this.#age() < trustedMs || this.holds();
  }

  /**
   * Renew now and every minute until the signal fires; a renewal that fails is left to {@link holds} to report. Now, since an
   * action that ends within a minute and takes no step would renew nothing, and a row of such actions would lose the Lease.
   */
  async keep(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.holds().catch(() => false);
      if (!signal.aborted) await this.#clock.sleep(leaseDurationMs / 5, signal).catch(() => undefined);
    }
  }

  /** How long ago the last proven renewal was asked for, ms. */
  #age(): number {
    return this.#renewedAt === undefined ? Number.POSITIVE_INFINITY : this.#clock.monotonic() - this.#renewedAt;
  }
}
