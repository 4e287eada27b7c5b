import { randomBytes } from 'node:crypto';
import type { DrillHost } from '../../adapters/postgres-drill/index.ts';
import { systemClock } from '../clock.ts';

/**
 * The machine that a restore drill runs on. Its folder is one that other users may go through, and short: the path of a
 * socket has at most 107 bytes. The runner's own folder for temporary files is neither.
 */
export function drillHost(): DrillHost {
  return { folder: '/tmp', secret: () => randomBytes(16).toString('hex'), clock: systemClock };
}
