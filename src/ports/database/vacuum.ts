import type { BlockingSession, SessionEntry } from './sessions.ts';

/** What to do to which table. */
export interface VacuumRequest {
  readonly database: string;
  readonly oid: number;
  readonly schema: string;
  readonly table: string;
  /** Remove dead rows; else only collect statistics. */
  readonly vacuum: boolean;
  readonly analyze: boolean;
  /** Freeze every row that can be: against wraparound. */
  readonly freeze: boolean;
  readonly lockTimeoutMs: number;
  readonly statementTimeoutMs: number;
}

/** What the server did. */
export type VacuumOutcome =
  | {
      readonly outcome: 'done';
      /** Proved by the server's statistics, not by the absence of an error. */
      readonly deadBefore: number;
      readonly deadAfter: number;
      /** As the server reported it; absent when it speaks another language. */
      readonly removed?: number;
      readonly notYetRemovable?: number;
    }
  /** The lock was not to be had in time; who was in the way while we waited, as the port's `blockers` tells it. */
  | { readonly outcome: 'locked'; readonly blockers: readonly BlockingSession[] }
  /** It was given up because others waited behind it. */
  | { readonly outcome: 'yielded'; readonly waiting: readonly SessionEntry[] }
  /** The server warned and did nothing: not the owner. */
  | { readonly outcome: 'not-permitted' }
  /** The server said that it was done, and its statistics do not show it. */
  | { readonly outcome: 'without-effect' }
  | { readonly outcome: 'timed-out'; readonly afterMs: number }
  /** No table of that oid and name any more. */
  | { readonly outcome: 'gone' };
