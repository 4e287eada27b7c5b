import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import type { DrillHost } from '../../adapters/postgres-drill/index.ts';
import { systemClock } from '../clock.ts';

/** A socket's path has at most 107 bytes, and what comes behind this folder takes up to 90. */
const longestFolder = 16;

/** The machine that a restore drill runs on. Its folder must be one that other users may go through. */
export function drillHost(): DrillHost {
  const folder = tmpdir();
  return {
    folder: folder.length > longestFolder ? '/tmp' : folder,
    secret: () => randomBytes(16).toString('hex'),
    clock: systemClock,
  };
}
