import { describe, expect, test } from '@jest/globals';
import { admitByEnvironment } from '../../../src/pipeline/approve/environment-gate.ts';
import { admitByIssue } from '../../../src/pipeline/approve/issue-gate.ts';
import { isNotDone, type PlanningEnd, planStatus } from '../../../src/pipeline/prepare/plan-status.ts';
import type { Planned } from '../../../src/pipeline/prepare/prepare.ts';
import { issueDocument } from '../../domain/approval/guard/evidence.ts';
import { documentOf } from '../../domain/approval/plan-document.ts';
import { approvedForge, approvedIssue, askingOver, handedFor } from '../approve/scene.ts';

const refusal = { subject: 'x', rule: 'a', state: 'b', next: 'c' };
const none: Planned = { outcomes: [], sealed: [] };
const refusedWhole = { outcomes: [{ entry: { status: 'refused' } }], sealed: [] } as unknown as Planned;
const usual: PlanningEnd = {
  mode: 'apply',
  notDone: false,
  handed: [],
  refusal: undefined,
  verdict: 'pass',
  failOn: 'unknown',
};
/** Everything that makes a job fail which has handed nothing over. */
const bad: readonly (readonly [string, Partial<PlanningEnd>])[] = [
  ['a verdict at the bound', { verdict: 'unknown' }],
  ['a verdict beyond it', { verdict: 'fail' }],
  ['a warning where that is the bound', { verdict: 'warn', failOn: 'warn' }],
  ['a refused hand-over', { refusal }],
  ['a plan by hand that was refused whole', { notDone: isNotDone('apply', false, refusedWhole) }],
];

describe('with nothing handed over', () => {
  test.each(bad)('%s: fails', (_, rest) => {
    expect(planStatus({ ...usual, handed: [{ refusal }], ...rest })).toBe(1);
    expect(planStatus({ ...usual, ...rest })).toBe(1);
  });

  test.each<readonly [string, Partial<PlanningEnd>]>([
    ['nothing to plan', {}],
    ['a verdict below the bound', { verdict: 'warn' }],
    ['a dry run that says why it could not be handed over', { refusal, mode: 'plan' }],
  ])('%s: succeeds', (_, rest) => {
    expect(planStatus({ ...usual, ...rest })).toBe(0);
  });
});

test.each<readonly [string, ...Parameters<typeof isNotDone>, boolean]>([
  ['a plan by hand that was refused whole', 'apply', false, refusedWhole, true],
  ['a plan for a window that was refused whole', 'apply', true, refusedWhole, false],
  ['a dry run that was refused whole', 'plan', false, refusedWhole, false],
  ['nothing to plan', 'apply', false, none, false],
])('%s: whether it is said that nothing was done', (_, mode, ahead, planned, said) => {
  expect(isNotDone(mode, ahead, planned)).toBe(said);
  expect(planStatus({ ...usual, mode, notDone: isNotDone(mode, ahead, planned) })).toBe(said ? 1 : 0);
});

describe('with a plan that waits at its gate, an approval is not in vain', () => {
  const conclusion = (rest: Partial<PlanningEnd>): string =>
    planStatus({ ...usual, handed: [{ refusal }, {}], ...rest }) === 0 ? 'success' : 'failure';

  test.each(bad)('of an environment, after %s', async (_, rest) => {
    const document = documentOf();
    const forge = approvedForge(document);
    const jobs = [{ name: 'Plan', status: 'completed', conclusion: conclusion(rest) }];
    forge.workflowRuns = forge.workflowRuns.map((run) => ({ ...run, jobs }));
    expect(await admitByEnvironment(askingOver(forge), handedFor(document))).not.toHaveProperty('refusal');
  });

  test.each(bad)('of an issue, after %s', async (_, rest) => {
    const { forge, comment } = approvedIssue(issueDocument());
    const jobs = [{ name: 'Plan', status: 'completed', conclusion: conclusion(rest) }];
    forge.workflowRuns = forge.workflowRuns.map((run) => (run.jobs.length === 0 ? run : { ...run, jobs }));
    const asking = { ...askingOver(forge), comment, type: 'adaptive' };
    expect(await admitByIssue(asking)).not.toHaveProperty('refusal');
  });
});
