import type { AnyCheck } from '../check.ts';
import { backups } from './backups.ts';
import { blockchain } from './blockchain.ts';
import { cache } from './cache.ts';
import { certificates } from './certificates.ts';
import { database } from './database.ts';
import { nodes } from './nodes.ts';
import { pods } from './pods.ts';
import { storage } from './storage.ts';
import { workloads } from './workloads.ts';

/** Every area that is looked at without changing anything, in the order of the report. */
export const checks: readonly AnyCheck[] = [
  nodes,
  workloads,
  pods,
  blockchain,
  database,
  cache,
  storage,
  certificates,
  backups,
];
