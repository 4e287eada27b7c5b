import { approvalDigest, shownDigest } from '../../../../src/domain/approval/digest.ts';
import type { PlanDocument } from '../../../../src/domain/approval/document.ts';
import type { EnvironmentEvidence } from '../../../../src/domain/approval/guard/evidence.ts';
import { documentOf } from '../plan-document.ts';
import { environment, environmentEvidence, here, identity, people, review, run } from './evidence.ts';

/** The plan that is judged. */
export const plan = documentOf();

/** The digits of its digest that a reviewer repeats. */
export const digits = shownDigest(approvalDigest(plan));

/** A weekly window of four hours. */
export const window = {
  name: 'weekly',
  recurrence: { every: 'week', days: ['tuesday'] },
  start: '02:00',
  durationMs: 4 * 3_600_000,
  zone: 'UTC',
  rank: 1,
} as const;

/** A calendar of that window alone. */
export const calendar = { windows: [window], blackouts: [] };

/** A plan that may only be applied in that window. */
export const weekly = documentOf({
  opening: 'weekly@2026-11-24T02:00:00Z',
  window: { name: 'weekly', opensAt: '2026-11-24T02:00:00.000Z', closesAt: '2026-11-24T06:00:00.000Z' },
  plannedAt: '2026-11-22T02:10:00.000Z',
  notAfter: '2026-11-24T06:00:00.000Z',
});

/** Hours in which nothing may be changed. */
export const blackout = {
  spans: [{ from: Date.parse('2026-11-24T02:30:00Z'), until: Date.parse('2026-11-24T05:00:00Z') }],
  owner: 'jv',
  reason: 'launch',
  expires: Date.parse('2026-12-01T00:00:00Z'),
};

/** The evidence with an identity that says something else. */
export const withIdentity = (rest: object): EnvironmentEvidence =>
  environmentEvidence({ identity: { ...identity, ...rest } });

/** The evidence with a run, of plan and apply, that is otherwise. */
export const withRun = (rest: object): EnvironmentEvidence => {
  const changed = { ...run, ...rest };
  return environmentEvidence({ run: changed, planRun: changed });
};

/** The evidence with an environment that is otherwise. */
export const withEnvironment = (rest: object): EnvironmentEvidence =>
  environmentEvidence({ environment: { ...environment, ...rest } });

/** The evidence with a review by somebody else, who is listed. */
export const reviewedBy = (by: EnvironmentEvidence['reviews'][number]['by'], rest = {}): EnvironmentEvidence =>
  environmentEvidence({ reviews: [review(by, plan)], listed: [by, people.reviewer], ...rest });

/** The evidence with another comment of the reviewer. */
export const saying = (comment: string): EnvironmentEvidence =>
  environmentEvidence({ reviews: [review(people.reviewer, plan, { comment })] });

/** The evidence with an artifact that is otherwise, and so many of its name. */
export const artifact = (facts: object, namesakes = 1): EnvironmentEvidence => {
  const { artifact: found } = environmentEvidence();
  if ('unread' in found) throw new Error('the evidence has an artifact');
  return environmentEvidence({ artifact: { facts: { ...found.facts, ...facts }, namesakes } });
};

/** The evidence for another document. */
export const applied = (document: PlanDocument, rest: Partial<EnvironmentEvidence> = {}): EnvironmentEvidence =>
  environmentEvidence(rest, document);

/** The evidence as it is read in another place. */
export const elsewhere = (rest: object): EnvironmentEvidence =>
  environmentEvidence({ here: { ...here(plan), ...rest } });

/** Another plan of the same content. */
export const other = documentOf({ planId: '3f0c1f4e-0f5b-4a53-9a3e-3a3f6b3f5d12' });
