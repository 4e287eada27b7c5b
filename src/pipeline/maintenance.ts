import type { Journal } from '../ports/journal.ts';
import type { Lease } from '../ports/lease.ts';
import type { Spent } from '../ports/spent.ts';
import type { State } from '../ports/state.ts';

/** What the maintenance namespace holds: who may change the platform, how far they came, and what is remembered. */
export interface Maintenance {
  readonly lease: Lease;
  readonly journal: Journal;
  readonly state: State;
  readonly spent: Spent;
}
