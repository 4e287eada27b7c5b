import { describe, expect, test } from '@jest/globals';
import { approvalDigest } from '../../../../src/domain/approval/digest.ts';
import { isUnchanged } from '../../../../src/domain/approval/guard/environment.ts';
import { judgeEnvironment } from '../../../../src/domain/approval/guard/environment-gate.ts';
import type { EnvironmentEvidence } from '../../../../src/domain/approval/guard/evidence.ts';
import { environmentDigest } from '../../../../src/domain/forge/environments.ts';
import { applied, calendar, digits, plan, saying, weekly, withRun } from './environment-changes.ts';
import { refused } from './environment-refusals.ts';
import { environment, environmentEvidence, people, review, workflow } from './evidence.ts';

const judged = (evidence: EnvironmentEvidence) => {
  const judgement = judgeEnvironment(evidence);
  return judgement.granted ? 'granted' : judgement.denial;
};

test.each(refused)('refused: %s', (_, evidence, name, state) => {
  expect(judged(evidence)).toMatchObject({
    name,
    rule: expect.stringMatching(/\S/),
    state: expect.stringContaining(state),
    next: expect.stringMatching(/^nothing was changed; /),
  });
});

describe('granted', () => {
  const squash = {
    path: '.github/maintenance.yml',
    commit: 'c'.repeat(40),
    committer: { id: 19864447, login: 'web-flow', type: 'User' },
    pulls: [{ number: 5, author: people.author, mergedBy: people.merger }],
  };
  test.each<readonly [string, EnvironmentEvidence, string]>([
    ['a listed person approves with the digits', environmentEvidence(), 'reviewer'],
    ['a member of a listed team', environmentEvidence({ reviews: [review(people.operator, plan)] }), 'operator'],
    ['the digits alone', saying(digits), 'reviewer'],
    ['the digits in a sentence, between marks', saying(`ok (\`${digits}\`).`), 'reviewer'],
    [
      'two approve; the one who may counts',
      environmentEvidence({ reviews: [review(people.requester, plan), review(people.operator, plan)] }),
      'operator',
    ],
    [
      'a schedule, whose actor is a bot: the people of the commit stand in',
      withRun({ event: 'schedule', actor: people.bot, triggeringActor: people.bot }),
      'reviewer',
    ],
    ['the forge’s own merge button stands for nobody', environmentEvidence({ changes: [squash] }), 'reviewer'],
    ['while its window is open', applied(weekly, { calendar }), 'reviewer'],
    ['the digits are not asked for', { ...saying('fine'), digestInComment: false }, 'reviewer'],
    [
      'jobs that choose between environments without a gate',
      environmentEvidence({
        workflow: `${workflow}  window:\n    environment: \${{ inputs.mode == 'plan' && 'maintenance-plan' || 'maintenance-preventive' }}\n`,
      }),
      'reviewer',
    ],
  ])('%s', (_, evidence, login) => {
    expect(judgeEnvironment(evidence)).toMatchObject({ granted: true, approver: { login } });
  });

  test('says who approved what, and who asked', () => {
    expect(judgeEnvironment(environmentEvidence())).toMatchObject({
      digest: approvalDigest(plan),
      comment: `Read it: ${digits}`,
      environment: environmentDigest(environment),
      requesters: [
        { account: people.requester },
        { account: people.requester },
        { account: people.author },
        { account: people.committer },
        { account: people.author },
        { account: people.merger },
      ],
    });
  });
});

describe('between the two readings of the environment', () => {
  const before = environmentDigest(environment);
  test('nothing has changed', () => {
    expect(isUnchanged({ ...environment }, before)).toBeUndefined();
  });

  test.each([
    ['gone', undefined],
    ['made anew', { ...environment, id: 31 }],
    ['made anew under the same number', { ...environment, createdAt: '2026-11-24T02:59:00Z' }],
    ['another reviewer', { ...environment, reviewers: [{ kind: 'person', account: people.admin } as const] }],
    ['bypass switched on', { ...environment, adminsMayBypass: true }],
    ['another wait timer', { ...environment, waitMinutes: 1 }],
  ])('%s: refused', (_, now) => {
    expect(isUnchanged(now, before)).toMatchObject({ name: 'environment-unchanged' });
  });
});
