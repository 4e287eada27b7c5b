/**
 * Why a port could not do what it was asked. Closed: a reader of a report, and the code that decides between `fail` and
 * `unknown`, can rely on these words alone.
 *
 * - `unreachable`: no connection (refused, reset, name not found, half-open until the deadline)
 * - `timeout`: connected, but no answer within the bound
 * - `unauthorized`: who we are was not accepted; `forbidden`: who we are may not do this
 * - `not-found`, `conflict`, `gone`, `invalid`: the system's own answer about the object
 * - `busy`: asked to come back later, more often than the bound allows
 * - `missing-tool`: a program that the operation needs does not exist where it would run
 * - `untrusted`: TLS could not be verified
 * - `cancelled`: the run was asked to stop
 * - `failed`: the system answered with an error of its own that none of the above describes
 */
export type PortErrorCode =
  | 'unreachable'
  | 'timeout'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'invalid'
  | 'busy'
  | 'missing-tool'
  | 'untrusted'
  | 'cancelled'
  | 'failed';

/** The parts of a {@link PortError}; every text in it has been rebuilt from allowed fields and holds no secret. */
export interface PortErrorParts {
  readonly code: PortErrorCode;
  /** What the operation was about, copyable: `pods in phoenix-rooivalk`, `database phoenixrooivalk on 10.77.1.12:5432`. */
  readonly subject: string;
  /** What went wrong, one sentence, with the value that was wrong. */
  readonly message: string;
  /** What the reader can do, with the command or the manifest that mends it. */
  readonly next?: string;
}

/**
 * The one error that crosses a port. Adapters translate every foreign error into it from a list of allowed fields: raw
 * messages of clients may hold passwords (a Redis client's error carries the AUTH command) and never pass.
 */
export class PortError extends Error implements PortErrorParts {
  readonly code: PortErrorCode;
  readonly subject: string;
  readonly next?: string;

  constructor(parts: PortErrorParts) {
    super(parts.message);
    this.name = 'PortError';
    this.code = parts.code;
    this.subject = parts.subject;
    if (parts.next !== undefined) this.next = parts.next;
  }
}
