import type { Certificate } from '../../domain/certificate/certificate.ts';
import type { CertificateContext } from './held.ts';

/** What an issuer gave, before it is judged. */
export interface Issued {
  /** PEM. Key material: never printed. */
  readonly key: Uint8Array;
  /** The certificate itself, and those that came with it. */
  readonly list: readonly [Certificate, ...Certificate[]];
  /** The dates that were asked for, epoch ms. */
  readonly asked: { readonly notBefore: number; readonly notAfter: number };
  /** Who issued it, as in the middle of a sentence: `authority own`. */
  readonly by: string;
}

/**
 * How far back a certificate's first moment lies, ms: clocks of clients are not all right, and one that is a few minutes slow
 * would refuse it.
 */
export const backdatedMs = 300_000;

/** The moment at which something is issued or judged: long after the observation, where others were renewed before. */
export function momentOf({ present, now }: Pick<CertificateContext, 'present' | 'now'>): number {
  return present?.() ?? now;
}
