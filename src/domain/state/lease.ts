/** Our duration of the Lease, ms: a holder that has not renewed it for so long has lost it. Never what the object says. */
export const leaseDurationMs = 300_000;
