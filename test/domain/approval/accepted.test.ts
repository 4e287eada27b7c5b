import { describe, expect, test } from '@jest/globals';
import {
  accept,
  endApproval,
  isLastTry,
  isTakenBy,
  noteStart,
  refuseComment,
  take,
} from '../../../src/domain/approval/accepted.ts';
import { approvalDigest } from '../../../src/domain/approval/digest.ts';
import type { AcceptedApproval } from '../../../src/domain/state/documents.ts';
import { issueDocument } from './guard/evidence.ts';

const document = issueDocument();
const digest = approvalDigest(document);
const now = Date.parse('2026-11-24T03:00:00Z');
const at = '2026-11-24T03:00:00.000Z';
const accepted = accept([], document, 1, now);
const never = () => false;
const always = () => true;
const only = (approvals: readonly AcceptedApproval[]): AcceptedApproval => {
  const [first] = approvals;
  if (first === undefined || approvals.length > 1) throw new Error('there is one');
  return first;
};

test('a comment is accepted once, and beside others', () => {
  expect(accept(accepted, document, 1, now)).toEqual(accepted);
  expect(only(accept(accepted, document, 2, now)).comments).toEqual([1, 2]);
});

test.each(['refused', 'stopped', 'given-up'] as const)(
  'a new comment goes on with what was %s, an old one does not',
  (how) => {
    const over = endApproval(accepted, digest, how);
    expect(only(accept(over, document, 1, now)).ended).toBe(how);
    expect(only(accept(over, document, 2, now)).ended).toBeUndefined();
  },
);

test('what is remembered is bounded in number and in time', () => {
  const ended = Date.parse(document.notAfter) + 31 * 86_400_000;
  const other = issueDocument({ reason: 'another' });
  expect(accept(accepted, other, 2, ended).map((each) => each.digest)).toEqual([approvalDigest(other)]);
  let many: readonly AcceptedApproval[] = [];
  for (let count = 0; count < 103; count += 1) many = accept(many, issueDocument({ reason: `${count}` }), count, now);
  expect(many).toHaveLength(100);
  let loud = accepted;
  for (let count = 0; count < 30; count += 1) loud = accept(loud, document, count, now);
  expect(only(loud).comments).toHaveLength(10);
});

describe('a run takes it', () => {
  const own = { comment: 1, at, run: 900 };
  const other = { ...own, run: 901 };

  test('that nobody has accepted: it does not', () => {
    expect(isTakenBy(take([], digest, own, always), digest, 900)).toBe(false);
  });

  test('first, and once', () => {
    const taken = take(accepted, digest, own, never);
    expect(isTakenBy(taken, digest, 900)).toBe(true);
    expect(take(taken, digest, own, never)).toBe(taken);
  });

  test('not while another is at it; as a new try when that is over', () => {
    const taken = take(accepted, digest, own, never);
    expect(isTakenBy(take(taken, digest, other, never), digest, 901)).toBe(false);
    expect(only(take(taken, digest, other, always)).tries.map(({ run }) => run)).toEqual([900, 901]);
  });

  test('as the one that was started for it', () => {
    const noted = noteStart(accepted, { digest }, { comment: 1, at }, 0);
    expect(only(take(noted, digest, other, never)).tries).toEqual([other]);
  });
});

describe('a start is noted', () => {
  const own = { comment: 1, at };

  test('by one of two that have read the same', () => {
    const first = noteStart(accepted, { digest }, own, 0);
    const second = noteStart(first, { digest }, { ...own, at: 'later' }, 0);
    expect([isLastTry(second, digest, own), isLastTry(second, digest, { ...own, at: 'later' })]).toEqual([true, false]);
  });

  test('of a comment that nobody has answered, with its plan', () => {
    expect(noteStart([], { digest }, own, 0)).toEqual([]);
    expect(only(noteStart([], { digest, document }, own, 0))).toMatchObject({ issue: 17, comments: [], tries: [own] });
  });

  test('twenty times at most', () => {
    let noted = accepted;
    for (let count = 0; count < 25; count += 1) noted = noteStart(noted, { digest }, own, only(noted).tries.length);
    expect(only(noted).tries).toHaveLength(20);
  });
});

test.each<readonly [string, readonly AcceptedApproval[], number, object]>([
  ['the only one', accepted, 1, { comments: [], ended: 'refused' }],
  ['one of two', accept(accepted, document, 2, now), 1, { comments: [2] }],
  [
    'one that was tried before it was accepted',
    noteStart([], { digest, document }, { comment: 3, at }, 0),
    3,
    { ended: 'refused' },
  ],
  ['a stranger’s', accepted, 9, { comments: [1] }],
])('a comment that is refused: %s', (_, approvals, comment, expected) => {
  expect(only(refuseComment(approvals, comment))).toMatchObject(expected);
});
