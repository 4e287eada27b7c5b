import type { ImagePlatform } from '../../domain/image/platforms.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { BasisWriter } from '../../domain/plan/plan.ts';
import type { StateDocuments } from '../../domain/state/documents.ts';
import type { LookedUp, TaggedReference } from '../../observation/image/look-up-image.ts';
import type { SeenTarget } from '../../observation/target/read-target.ts';
import type { Trouble } from '../../observation/trouble.ts';

/** A workload that is kept up to date, or why it could not be read. */
export type SeenWorkload =
  | { readonly subject: string; readonly target: SeenTarget }
  | { readonly subject: string; readonly trouble: Trouble }
  | { readonly subject: string; readonly missing: true };

/** An image that is deployed, and what its registry says. */
export type SeenReference =
  /** It can be neither parsed nor looked up by a tag. */
  | { readonly kind: 'unreadable' | 'untagged' }
  | { readonly kind: 'looked-up'; readonly reference: TaggedReference; readonly found: LookedUp }
  | { readonly kind: 'trouble'; readonly reference: TaggedReference; readonly trouble: Trouble };

/** Everything that was read. */
export interface Seen {
  readonly workloads: readonly SeenWorkload[];
  /** By the text of the image. */
  readonly images: Readonly<Record<string, SeenReference>>;
  readonly platforms: readonly ImagePlatform[] | Trouble;
  readonly record: Pick<StateDocuments, 'images' | 'quarantine'> | Trouble;
}

/**
 * What apply-security-updates saw. The basis is what the pods of each workload start from, and which digest each tag that
 * matters stands for.
 */
export interface UpdatesObservation {
  readonly basis: {
    readonly workloads: Readonly<Record<string, JsonObject>>;
    readonly digests: Readonly<Record<string, string>>;
  };
  readonly writers?: readonly BasisWriter[];
  readonly measurements: Seen;
}

/** Whether something could not be read. */
export function isTrouble(value: object): value is Trouble {
  return Object.hasOwn(value, 'code') && Object.hasOwn(value, 'message');
}
