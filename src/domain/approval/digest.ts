import { type Digest, digestOf } from '../json.ts';
import type { PlanDocument } from './document.ts';

/** How many hex digits a reviewer sees and writes; compared is always the whole digest. */
const shownDigits = 20;

/**
 * What an approval binds (trust.md §2): SHA-256 over the sorted digests of the gate's plans and everything that decides
 * where, when, by which code and for which reason they are applied. Anything else needs another approval.
 */
export function approvalDigest(document: PlanDocument): Digest {
  const { run, platform } = document;
  return digestOf({
    plans: document.plans.map(({ plan }) => plan.digest).sort(),
    planId: document.planId,
    run: run.id,
    repository: run.repositoryId,
    commit: run.commit,
    build: document.build,
    configuration: document.configuration,
    cluster: platform.uid,
    databases: platform.databases,
    environment: document.environment,
    opening: document.opening,
    reason: document.reason,
    notAfter: document.notAfter,
  });
}

/** The digits that a reviewer puts into the comment: the first 20 of the digest. */
export function shownDigest(digest: Digest): string {
  return digest.slice('sha256:'.length, 'sha256:'.length + shownDigits);
}
