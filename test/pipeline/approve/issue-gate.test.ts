import { describe, expect, test } from '@jest/globals';
import type { RuleName } from '../../../src/domain/approval/guard/judgement.ts';
import type { Admission } from '../../../src/pipeline/approve/asking.ts';
import { admitByIssue, checkComment, type IssueAsking } from '../../../src/pipeline/approve/issue-gate.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { issueDocument, people } from '../../domain/approval/guard/evidence.ts';
import { documentOf } from '../../domain/approval/plan-document.ts';
import type { FakeForge } from '../../fakes/forge/fake-forge.ts';
import { approvedIssue, askingOver, thisTuesday, tuesdays } from './scene.ts';

const document = issueDocument();
const configuration = '.github/maintenance.yml';
const workflow = '.github/workflows/dispatch.yml';
/** Each part of each of them once. */
const asked = [
  { login: 'requester', as: 'who started the run' },
  { login: 'author', as: `author of the last change to ${configuration}` },
  { login: 'merger', as: `merger of the last change to ${configuration}` },
  { login: 'author', as: `author of the last change to ${workflow}` },
  { login: 'merger', as: `merger of the last change to ${workflow}` },
];

function scene(shown = document): { forge: FakeForge; asking: IssueAsking; comment: number } {
  const { forge, comment } = approvedIssue(shown);
  return { forge, comment, asking: { ...askingOver(forge), comment, type: 'adaptive' } };
}

function granted(admission: Admission): Extract<Admission, { lastWord: unknown }> {
  if ('refusal' in admission) throw new Error(`${admission.refusal.rule}: ${admission.refusal.state}`);
  return admission;
}

test('a comment lets its plan through, and carries it once', async () => {
  const { asking } = scene();
  const admission = granted(await admitByIssue(asking));
  expect(admission).toMatchObject({
    document,
    approvals: [{ environment: 'maintenance-adaptive', by: 'reviewer', requesters: asked }],
    advisory: expect.stringContaining('nobody who may write to the repository'),
  });
  expect(await admission.lastWord()).toBeUndefined();
  // The same event, delivered again.
  const again = granted(await admitByIssue(asking));
  expect(await again.lastWord()).toMatchObject({ name: 'unspent' });
});

describe('after the first reading', () => {
  type Happening = (forge: FakeForge, comment: number) => void;
  const edit =
    (rest: object): Happening =>
    (forge) => {
      forge.allComments = forge.allComments.map((comment) => ({ ...comment, ...rest }));
    };
  const cases: readonly (readonly [string, Happening, RuleName])[] = [
    [
      'the comment is deleted',
      (forge) => {
        forge.allComments = [];
      },
      'comment',
    ],
    ['the comment is edited', edit({ updatedAt: '2026-11-24T03:00:01Z' }), 'comment'],
    [
      'the body is edited',
      (forge) => {
        forge.issues = forge.issues.map((issue) => ({ ...issue, body: `${issue.body} ` }));
      },
      'issue',
    ],
    [
      'the issue is closed',
      (forge) => {
        forge.issues = forge.issues.map((issue) => ({ ...issue, isOpen: false }));
      },
      'issue',
    ],
    [
      'the approver is removed',
      (forge) => void forge.permissions.set('reviewer', { level: 'none', account: people.reviewer }),
      'approver',
    ],
  ];
  test.each(cases)('%s: refused', async (_, happen, name) => {
    const { forge, asking, comment } = scene();
    const { lastWord } = granted(await admitByIssue(asking));
    happen(forge, comment);
    expect(await lastWord()).toMatchObject({ name });
  });
});

test.each<readonly [string, (forge: FakeForge) => number]>([
  ['a comment that does not exist', () => 1],
  [
    'a stranger’s comment on another issue',
    (forge) => {
      const url = 'https://github.com/phoenix/rooivalk/issues/18';
      forge.issues.push({
        number: 18,
        isPullRequest: false,
        title: 'Help',
        body: 'please',
        author: people.author,
        isOpen: true,
        url,
      });
      return forge.write(18, people.reviewer, 'approve 7f3a9c1e04b2d85560fa').id;
    },
  ],
])('dispatched with %s: refused', async (_, write) => {
  const { forge, asking } = scene();
  expect(await admitByIssue({ ...asking, comment: write(forge) })).toMatchObject({ refusal: { name: 'evidence' } });
});

test('a look-alike issue that copies ours is refused, with our own comment on it as well', async () => {
  const { forge, asking } = scene();
  const [issue] = forge.issues;
  if (issue === undefined) throw new Error('there is an issue');
  forge.issues.push({ ...issue, number: 18, author: people.author });
  const [original] = forge.allComments;
  const copy = forge.write(18, people.reviewer, original?.body ?? '');
  expect(await admitByIssue({ ...asking, comment: copy.id })).toMatchObject({ refusal: { name: 'issue' } });
});

describe('the job that only checks', () => {
  test('says that a plan is ready, by its type and digest', async () => {
    const { asking } = scene();
    const { type: _type, ...checking } = { ...asking, job: 'check' };
    expect(await checkComment(checking)).toMatchObject({ kind: 'ready', issue: 17, document: { type: 'adaptive' } });
  });

  test('says of a plan for a window that comes that it is early', async () => {
    const ahead = issueDocument({
      window: thisTuesday,
      opening: 'weekly@2026-11-24T04:00:00Z',
      notAfter: thisTuesday.closesAt,
    });
    const { asking } = scene(ahead);
    const { type: _type, ...checking } = { ...asking, job: 'check', calendar: { windows: [tuesdays], blackouts: [] } };
    expect(await checkComment(checking)).toMatchObject({ kind: 'early', issue: 17 });
    expect(await admitByIssue({ ...asking, calendar: checking.calendar })).toMatchObject({
      refusal: { name: 'opening' },
    });
  });

  test.each<readonly [what: string, write: (forge: FakeForge) => number, isTalk: boolean]>([
    ['words on the issue of the plan', (forge) => forge.write(17, people.reviewer, 'looks good to me').id, true],
    ['words on another issue', (forge) => forge.write(18, people.reviewer, 'approve it!').id, true],
    ['an approval that is badly put', (forge) => forge.write(17, people.reviewer, 'I approve').id, false],
    ['the digits alone', (forge) => forge.write(17, people.reviewer, '7f3a9c1e04b2d85560fa').id, false],
    ['a comment that is gone', () => 1, false],
  ])('tells whether it was meant as an approval: %s', async (_, write, isTalk) => {
    const { forge, asking } = scene();
    const [issue] = forge.issues;
    if (issue !== undefined) forge.issues.push({ ...issue, number: 18, body: 'Help!', author: people.author });
    const { type: _type, ...checking } = { ...asking, job: 'check', comment: write(forge) };
    expect(await checkComment(checking)).toMatchObject({ kind: 'refused', isTalk });
  });

  test('a forge that does not answer has not heard talk', async () => {
    const { forge, asking } = scene();
    forge.failures.set('comment', new PortError({ code: 'timeout', subject: 'x', message: 'x' }));
    expect(await checkComment({ ...asking, job: 'check' })).toMatchObject({ kind: 'refused', isTalk: false });
  });

  test('says why a comment is refused, on which issue', async () => {
    const { forge, asking } = scene();
    const words = forge.write(17, people.reviewer, 'looks good to me');
    const { type: _type, ...checking } = { ...asking, job: 'check', comment: words.id };
    expect(await checkComment(checking)).toMatchObject({
      kind: 'refused',
      issue: 17,
      refusal: { name: 'digest-in-comment' },
    });
  });
});

test('a plan that has no issue is approved by none', async () => {
  const { forge, asking } = scene();
  const [kept] = forge.kept;
  if (kept) forge.kept = [{ ...kept, files: { 'plan.json': JSON.stringify(documentOf()) } }];
  expect(await admitByIssue(asking)).toMatchObject({
    refusal: { name: 'issue', state: 'the plan belongs to issue none' },
  });
});
