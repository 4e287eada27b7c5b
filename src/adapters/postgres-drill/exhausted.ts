import { PortError } from '../../ports/port-error.ts';
import { lostConnection } from './wire.ts';

/** SQLSTATE of a full disk. */
export const diskFull = '53100';

/** Class 53: out of disk, memory, connections; class 08 and 57P: the server is no more. */
export const isExhausted = (code: string): boolean =>
  code.startsWith('53') || code === lostConnection || code.startsWith('57P');

/** What to do about it. */
export function exhausted(code: string): PortError {
  const full = code === diskFull;
  return new PortError({
    code: 'busy',
    subject: 'throw-away PostgreSQL',
    message: full
      ? 'the throw-away server has filled the disk that it may use'
      : `the throw-away server gave up for want of memory, or ended (SQLSTATE ${code})`,
    next: full ? 'raise the input `most-disk`, on a runner that has as much' : 'run the task on a larger runner',
  });
}
