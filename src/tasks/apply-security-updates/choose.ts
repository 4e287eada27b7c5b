import { type ImagePlatform, platformText, uncovered } from '../../domain/image/platforms.ts';
import { pinned, repositoryOf } from '../../domain/image/reference.ts';
import { compareScans, comparisonWords } from '../../domain/image/scan.ts';
import { type ImageTrust, type TrustRules, trustOf } from '../../domain/image/trust.ts';
import type { StateDocuments } from '../../domain/state/documents.ts';
import type { Candidate, LookedUp, TaggedReference } from '../../observation/image/look-up-image.ts';

/** What the choice of a patch rests on. */
export interface Choosing {
  readonly platforms: readonly ImagePlatform[];
  readonly record: Pick<StateDocuments, 'images' | 'quarantine'>;
  readonly rules: TrustRules;
}

/** A newer patch that is not taken. */
export interface Rejected {
  readonly tag: string;
  readonly code: Extract<ImageTrust, { trusted: false }>['code'] | 'platform-missing' | 'nothing-new' | 'fixes-nothing';
  readonly why: string;
}

/** What becomes of an image. */
export interface Choice {
  /** The new image as it is written into the template; absent: it stays. */
  readonly to?: string;
  readonly tag?: string;
  /** Why it may go out without approval. */
  readonly trust?: string;
  /** What it does to the known vulnerabilities, or why that could not be told; absent: nobody has scanned it. */
  readonly scan?: string;
  /** Newer patches than the one chosen that are not taken, the highest first. */
  readonly rejected: readonly Rejected[];
}

/**
 * The newest patch of an image that may be deployed: for every platform in use, trusted, and not the very image that runs.
 * One that is not is left out, and the next lower one is looked at: a patch that is known a week is worth more than none.
 * Below one that fixes nothing only a patch whose own scan shows a fix is taken.
 */
export function choosePatch(reference: TaggedReference, found: LookedUp, choosing: Choosing): Choice {
  const rejected: Rejected[] = [];
  for (const candidate of found.patches) {
    const objection = objectionTo(candidate, reference, found, choosing);
    if (!('trusted' in objection)) {
      rejected.push(objection);
      continue;
    }
    const { tag, image } = candidate;
    const compared = compareScans(found.scan, candidate.scan, choosing.rules.now);
    if (typeof compared === 'object' && compared.fixed.length === 0) {
      rejected.push({ tag, code: 'fixes-nothing', why: `it fixes nothing: ${comparisonWords(compared)}` });
      continue;
    }
    if (typeof compared !== 'object' && rejected.some(({ code }) => code === 'fixes-nothing')) {
      rejected.push({
        tag,
        code: 'fixes-nothing',
        why: 'a higher patch fixes nothing, and nothing shows that this one does',
      });
      continue;
    }
    const scan = typeof compared === 'object' ? comparisonWords(compared) : compared;
    const to = pinned(reference, tag, image.digest);
    return { to, tag, trust: objection.by, ...(scan === undefined ? {} : { scan }), rejected };
  }
  return { rejected };
}

function objectionTo(
  { tag, image, signature }: Candidate,
  reference: TaggedReference,
  { current }: LookedUp,
  { platforms, record, rules }: Choosing,
): Rejected | Extract<ImageTrust, { trusted: true }> {
  if (image.digest === current?.digest) {
    return { tag, code: 'nothing-new', why: 'it is the same image under another tag: it fixes nothing' };
  }
  const missing = uncovered(image.platforms, platforms);
  if (missing.length > 0) {
    return { tag, code: 'platform-missing', why: `there is none for ${missing.map(platformText).join(', ')}` };
  }
  const trust = trustOf({ repository: repositoryOf(reference), tag, digest: image.digest }, signature, record, rules);
  return trust.trusted ? trust : { tag, code: trust.code, why: trust.why };
}
