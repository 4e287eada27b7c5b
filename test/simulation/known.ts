import type { PlanDocument } from '../../src/domain/approval/document.ts';
import type { Report } from '../../src/domain/report/schema.ts';
import type { Cluster } from '../../src/ports/cluster.ts';
import type { FakeForge } from '../fakes/forge/fake-forge.ts';
import type { Marks } from './maintenance.ts';
import type { Observed } from './plans.ts';
import type { Platform } from './platform.ts';
import type { VirtualTime } from './virtual-time.ts';

/** Something that must never happen has happened. */
export class Broken extends Error {}

/** What is known of a world while it runs. */
export interface Known {
  readonly time: VirtualTime;
  readonly cluster: Cluster;
  readonly forge: FakeForge;
  readonly platform: Platform;
  readonly document: PlanDocument;
  readonly marks: Marks;
  readonly observed: Observed;
  /** Run word and holder of each process. */
  readonly runs: Map<string, { readonly run: string; readonly holder: string }>;
  readonly reports: Report[];
  readonly finalTaken: Map<string, number>;
  /** Which runs used the approval. */
  readonly spentBy: Set<string>;
  /** Since when the environment is not protected, ms. */
  unprotectedSince: number | undefined;
  /** Runs that used the approval long after the protection was switched off. */
  readonly unguarded: Set<string>;
}
