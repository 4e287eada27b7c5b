import { describe, expect, test } from '@jest/globals';
import {
  answeredWithinMs,
  answerMarker,
  answerWords,
  type CommentAnswer,
  type IssueProgress,
  progressOf,
  progressWith,
  readAnswer,
} from '../../../src/domain/approval/issue-answers.ts';
import type { IssueComment } from '../../../src/domain/forge/discussions.ts';
import type { Account } from '../../../src/domain/forge/people.ts';
import type { AcceptedApproval } from '../../../src/domain/state/documents.ts';
import { people } from './guard/evidence.ts';

const digits = '7f3a9c1e04b2d85560fa';
const writtenAt = '2026-11-24T03:00:00Z';

const said = (id: number, author: Account, body: string): IssueComment => ({
  id,
  issue: 17,
  author,
  body,
  createdAt: writtenAt,
  updatedAt: writtenAt,
  viaApp: false,
});
const asks = (id: number, author: Account = people.reviewer): IssueComment => said(id, author, `approve ${digits}`);
const answer = (comment: number, says: CommentAnswer['says'], runId = 900): IssueComment =>
  said(comment + 1000, people.ours, `${answerMarker({ comment, runId, says })}\nwords`);

test.each(answerWords)('an answer that says %s is read as it was written', (says) => {
  const written: CommentAnswer = { comment: 4711, runId: 900, says };
  expect(readAnswer({ author: people.ours, body: `${answerMarker(written)}\nwords` })).toEqual(written);
});

test.each<readonly [string, Account, string]>([
  ['somebody else', people.requester, answerMarker({ comment: 4711, runId: 900, says: 'refused' })],
  ['another app', people.bot, answerMarker({ comment: 4711, runId: 900, says: 'refused' })],
  ['us, quoted', people.ours, `> ${answerMarker({ comment: 4711, runId: 900, says: 'refused' })}`],
  ['us, with another word', people.ours, '<!-- rooivalk-maintenance answer comment=1 run=2 says=maybe -->\n'],
])('no answer: by %s', (_, author, body) => {
  expect(readAnswer({ author, body })).toBeUndefined();
});

describe('how far a plan is', () => {
  const soon = Date.parse(writtenAt) + answeredWithinMs;
  const late = soon + 1;
  const none: IssueProgress = { kind: 'none' };
  const cases: readonly (readonly [string, readonly IssueComment[], number, IssueProgress])[] = [
    ['nobody has said anything', [], late, none],
    ['somebody has said something else', [said(1, people.reviewer, `I approve ${digits}`)], late, none],
    ['somebody has just said the digits', [asks(1)], soon, { kind: 'asked' }],
    ['nobody has answered them in time', [asks(1), asks(2)], late, { kind: 'waits', comments: [1, 2] }],
    ['accepted before the opening', [asks(1), answer(1, 'early')], soon, { kind: 'waits', comments: [1] }],
    ['refused', [asks(1), answer(1, 'refused')], late, none],
    [
      'refused for one, accepted from another',
      [asks(1, people.requester), answer(1, 'refused'), asks(2), answer(2, 'early')],
      late,
      { kind: 'waits', comments: [2] },
    ],
    [
      'accepted from one, not yet answered to another',
      [asks(1, people.operator), asks(2), answer(2, 'early')],
      late,
      { kind: 'waits', comments: [2] },
    ],
    ['accepted once, refused since', [asks(1), answer(1, 'early'), answer(1, 'refused')], late, none],
    ['started', [asks(1), answer(1, 'early'), answer(1, 'ready', 901)], late, { kind: 'started', runs: [901] }],
    [
      'started, and asked for again',
      [asks(1), answer(1, 'ready', 901), asks(2), answer(2, 'ready', 902), asks(3)],
      late,
      { kind: 'started', runs: [901, 902] },
    ],
    ['an answer to other digits', [said(1, people.reviewer, 'approve it'), answer(1, 'ready')], late, none],
    [
      'somebody forges a refusal of ours',
      [asks(1), answer(1, 'early'), { ...answer(1, 'refused'), author: people.requester }],
      late,
      { kind: 'waits', comments: [1] },
    ],
  ];
  test.each(cases)('%s', (_, comments, now, expected) => {
    expect(progressOf(comments, digits, now)).toEqual(expected);
  });
});

describe('what is remembered comes before what is written on the issue', () => {
  const known = (rest: Partial<AcceptedApproval>): AcceptedApproval => ({
    digest: `sha256:${'7'.repeat(64)}`,
    issue: 17,
    notAfter: '2026-11-24T06:00:00Z',
    comments: [1],
    tries: [],
    ...rest,
  });
  const tried = (comment: number, run?: number) => ({ comment, at: writtenAt, ...(run === undefined ? {} : { run }) });
  const late = Date.parse(writtenAt) + answeredWithinMs + 1;
  test.each<readonly [string, AcceptedApproval | undefined, readonly IssueComment[], IssueProgress]>([
    ['nothing is', undefined, [asks(1), answer(1, 'early')], { kind: 'waits', comments: [1] }],
    ['accepted, and every comment is gone', known({}), [], { kind: 'waits', comments: [1] }],
    ['accepted, and somebody deleted our answer', known({}), [asks(1), asks(2)], { kind: 'waits', comments: [1] }],
    ['started, and not yet begun', known({ tries: [tried(1)] }), [], { kind: 'started', runs: [] }],
    ['started', known({ tries: [tried(1, 900)] }), [asks(1)], { kind: 'started', runs: [900] }],
    [
      'the first was refused when it was tried, and another waits',
      known({ comments: [2], tries: [tried(1)] }),
      [],
      { kind: 'waits', comments: [2] },
    ],
    [
      'refused, and somebody has commented since',
      known({ comments: [], tries: [tried(1)], ended: 'refused' }),
      [asks(1), answer(1, 'refused'), asks(3)],
      { kind: 'waits', comments: [3] },
    ],
    ['over before it was started', known({ ended: 'expired' }), [asks(1)], { kind: 'none' }],
  ])('%s', (_, accepted, comments, expected) => {
    expect(progressWith(accepted, comments, digits, late)).toEqual(expected);
  });
});
