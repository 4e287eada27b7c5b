/** Whether the Lease is ours now, and after whom, where one was waited for; else by whom it is held. */
export type Taken =
  | { readonly taken: true; readonly after?: string }
  | { readonly taken: false; readonly holder: string };

/**
 * The one Lease of a cluster (`maintenance` in `rooivalk-maintenance`): one changing run at a time. A holder is run URL,
 * attempt, job and a random token. The duration is ours (5 minutes), never the object's. Rejects with a PortError.
 */
export interface Lease {
  /**
   * Try once. A foreign holder is taken over only after its Lease was seen unchanged for the whole duration plus what
   * `grace` answers (the deadline of the step that the journal shows begun, ms; asked when the duration is over, since a
   * holder may have begun another step), by our own monotonic clock: so this may wait that long, but no longer than
   * `patienceMs`, and until the signal fires: rejects with `cancelled` then.
   */
  take(
    holder: string,
    options: { readonly patienceMs: number; readonly grace: () => Promise<number>; readonly signal?: AbortSignal },
  ): Promise<Taken>;
  /** Renew; `false` when it is no longer ours. */
  renew(holder: string): Promise<boolean>;
  /** Give it back; nothing happens when it is no longer ours. */
  release(holder: string): Promise<void>;
}
