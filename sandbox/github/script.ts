import type { Part } from './cast.ts';
import type { Environment } from './model.ts';

/** What a scripted reviewer writes into the comment. Digits are those that the plan's artifact shows. */
export type Wording =
  | 'digits'
  | 'digits in a sentence'
  | 'nothing'
  | 'seven digits'
  | 'digits of another plan'
  | { readonly text: string };

/** One review. */
export interface Act {
  readonly by: Part;
  readonly state: 'approved' | 'rejected';
  readonly comment: Wording;
  /** Waits until the plan's validity has ended (its `notAfter`). */
  readonly late?: boolean;
}

/** What happens at the gates of the next runs, as data. */
export interface ReviewScript {
  readonly name: string;
  /** Reviews in the order in which they are recorded; none: nobody looks, and the job waits for somebody else. */
  readonly acts: readonly Act[];
  /** How the gated environments stand, where it is not as trust.md §1 has it. */
  readonly environment?: Partial<Environment>;
  /** What happens to a gated environment after it has been read so many times. */
  readonly afterReads?: { readonly count: number; readonly change: Partial<Environment> };
}

const approve: Act = { by: 'reviewer', state: 'approved', comment: 'digits in a sentence' };
const by = (part: Part): readonly Act[] => [{ ...approve, by: part }];
const saying = (comment: Wording): readonly Act[] => [{ ...approve, comment }];

const scripts: readonly (ReviewScript & { readonly says: string })[] = [
  { name: 'approve', says: 'the reviewer approves, with the digits', acts: [approve] },
  { name: 'approve-by-team', says: 'a member of the team approves', acts: by('operator') },
  { name: 'reject', says: 'the reviewer rejects', acts: [{ ...approve, state: 'rejected', comment: 'nothing' }] },
  { name: 'nobody', says: 'nobody looks; the job waits', acts: [] },
  { name: 'late', says: 'the reviewer approves when the plan is no longer valid', acts: [{ ...approve, late: true }] },
  {
    name: 'approve-and-reject',
    says: 'one rejects, another approves',
    acts: [{ by: 'operator', state: 'rejected', comment: 'nothing' }, approve],
  },
  { name: 'no-digits', says: 'approved without the digits', acts: saying({ text: 'Ship it!' }) },
  { name: 'seven-digits', says: 'approved with the first 7 digits', acts: saying('seven digits') },
  { name: 'other-digits', says: "approved with another plan's digits", acts: saying('digits of another plan') },
  { name: 'own-request', says: 'who asked approves', acts: by('requester') },
  { name: 'by-author', says: 'the author of the commit approves', acts: by('author') },
  { name: 'by-merger', says: 'who merged the commit approves', acts: by('merger') },
  { name: 'by-app', says: 'an app approves', acts: by('app') },
  { name: 'admin-bypass', says: 'an administrator who is no reviewer lets it through', acts: by('admin') },
  {
    name: 'unprotected',
    says: 'the environment has no rules at all',
    acts: [],
    environment: {
      reviewers: [],
      preventSelfReview: false,
      canAdminsBypass: true,
      branches: 'all',
      waitTimer: 0,
    },
  },
  { name: 'no-reviewers', says: 'the environment requires nobody', acts: [], environment: { reviewers: [] } },
  { name: 'self-review', says: 'who asked may approve', acts: [approve], environment: { preventSelfReview: false } },
  {
    name: 'bypass-allowed',
    says: 'administrators may bypass',
    acts: [approve],
    environment: { canAdminsBypass: true },
  },
  {
    name: 'bypass-unsaid',
    says: 'whether they may is not said',
    acts: [approve],
    environment: { canAdminsBypass: null },
  },
  { name: 'any-branch', says: 'every branch may deploy', acts: [approve], environment: { branches: 'all' } },
  {
    name: 'other-branch',
    says: 'other branches may deploy too',
    acts: [approve],
    environment: {
      branches: ['main', 'release/*'],
    },
  },
  {
    name: 'unprotected-later',
    says: 'the rules go between the two readings of the gated job',
    acts: [approve],
    afterReads: {
      count: 1,
      change: { reviewers: [] },
    },
  },
  {
    name: 'recreated',
    says: 'the environment is another one at the second reading',
    acts: [approve],
    afterReads: {
      count: 1,
      change: { id: 30770099 },
    },
  },
];

/** The scripts by name. */
export const reviewScripts: Readonly<Record<string, ReviewScript & { readonly says: string }>> = Object.fromEntries(
  scripts.map((script) => [script.name, script]),
);

/** What happens unless something else is asked for. */
export const usualScript: ReviewScript = { name: 'approve', acts: [approve] };
