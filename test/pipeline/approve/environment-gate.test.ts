import { describe, expect, test } from '@jest/globals';
import { approvalDigest } from '../../../src/domain/approval/digest.ts';
import type { RuleName } from '../../../src/domain/approval/guard/judgement.ts';
import type { Admission } from '../../../src/pipeline/approve/asking.ts';
import { admitByEnvironment, admitUngated } from '../../../src/pipeline/approve/environment-gate.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { identity, people } from '../../domain/approval/guard/evidence.ts';
import { documentOf } from '../../domain/approval/plan-document.ts';
import type { FakeForge } from '../../fakes/forge/fake-forge.ts';
import { stillClock } from '../../tasks/environment.ts';
import { approvedForge, askingOver, handedFor } from './scene.ts';

const document = documentOf();
const handed = handedFor(document);

function granted(admission: Admission): Extract<Admission, { lastWord: unknown }> {
  if ('refusal' in admission) throw new Error(`${admission.refusal.rule}: ${admission.refusal.state}`);
  return admission;
}

const refusal = (admission: Admission) => ('refusal' in admission ? admission.refusal : 'granted');

test('an approved plan is let through, with its evidence, and its approval is used once', async () => {
  const asking = askingOver(approvedForge(document));
  const admission = granted(await admitByEnvironment(asking, handed));
  expect(admission).toMatchObject({
    document,
    digest: approvalDigest(document),
    approvals: [
      {
        environment: 'maintenance-adaptive',
        by: 'reviewer',
        digest: approvalDigest(document),
        requesters: expect.arrayContaining([
          { login: 'requester', as: 'who started the run' },
          { login: 'author', as: 'author of the last change to .github/maintenance.yml' },
          { login: 'merger', as: 'merger of the last change to .github/maintenance.yml' },
        ]),
      },
    ],
  });
  expect(admission.advisory).toBeUndefined();
  expect(await admission.lastWord()).toBeUndefined();
  expect(await admission.lastWord()).toMatchObject({ name: 'unspent', state: 'it has been used' });
  const again = granted(await admitByEnvironment(asking, handed));
  expect(await again.lastWord()).toMatchObject({ name: 'unspent' });
});

describe('between the two readings', () => {
  const cases: readonly (readonly [string, (forge: FakeForge) => void, RuleName])[] = [
    ['protection is switched off', (forge) => change(forge, { reviewers: [] }), 'environment-protected'],
    ['bypass is allowed', (forge) => change(forge, { adminsMayBypass: true }), 'environment-protected'],
    ['it is made anew', (forge) => change(forge, { id: 31 }), 'environment-unchanged'],
    [
      'a reviewer is added',
      (forge) => change(forge, { reviewers: [{ kind: 'person', account: people.admin }] }),
      'environment-unchanged',
    ],
    [
      'it is removed',
      (forge) => {
        forge.environments = [];
      },
      'environment-protected',
    ],
    [
      'the forge does not answer any more',
      (forge) => void forge.failures.set('environment', new PortError({ code: 'timeout', subject: 'x', message: 'x' })),
      'evidence',
    ],
  ];
  function change(forge: FakeForge, rest: object): void {
    forge.environments = forge.environments.map((environment) => ({ ...environment, ...rest }));
  }

  test.each(cases)('%s: refused, and nothing is used', async (_, happen, name) => {
    const forge = approvedForge(document);
    const asking = askingOver(forge);
    const { lastWord, digest } = granted(await admitByEnvironment(asking, handed));
    happen(forge);
    expect(await lastWord()).toMatchObject({ name });
    const facts = { run: 'x', approver: 'x', at: '2026-11-24T03:00:00Z', notAfter: document.notAfter };
    expect(await asking.spent.spend(digest, facts)).toBe(true);
  });

  test('the plan’s validity ends while it waits for the Lease', async () => {
    const asking = askingOver(approvedForge(document));
    const { lastWord } = granted(await admitByEnvironment(asking, handed));
    const late = stillClock(Date.parse(document.notAfter));
    Object.assign(asking.clock, { now: late.now });
    expect(await lastWord()).toMatchObject({ name: 'not-after' });
  });

  test('the approval cannot be written down: refused', async () => {
    const asking = askingOver(approvedForge(document));
    const { lastWord } = granted(
      await admitByEnvironment(
        {
          ...asking,
          spent: {
            find: async () => undefined,
            spend: () => Promise.reject(new PortError({ code: 'forbidden', subject: 'x', message: 'may not' })),
          },
        },
        handed,
      ),
    );
    expect(await lastWord()).toMatchObject({ name: 'evidence', state: 'may not' });
  });
});

describe('what cannot be read lets nothing through', () => {
  const broken = new PortError({ code: 'unreachable', subject: 'the forge', message: 'GitHub could not be asked' });
  test.each(['identity', 'repository', 'run', 'environment', 'lastChange', 'reviews', 'jobs'] as const)(
    '%s',
    async (operation) => {
      const forge = approvedForge(document);
      forge.failures.set(operation, broken);
      expect(refusal(await admitByEnvironment(askingOver(forge), handed))).toMatchObject({
        name: 'evidence',
        state: 'GitHub could not be asked',
      });
    },
  );

  test.each([
    ['artifactFile', 'plan-file'],
    ['artifacts', 'plan-file'],
    ['teamMembers', 'reviewers-known'],
  ] as const)('%s', async (operation, name) => {
    const forge = approvedForge(document);
    forge.failures.set(operation, broken);
    expect(refusal(await admitByEnvironment(askingOver(forge), handed))).toMatchObject({ name });
  });

  test('a run that does not exist', async () => {
    const forge = approvedForge(document);
    forge.workflowRuns = [];
    expect(refusal(await admitByEnvironment(askingOver(forge), handed))).toMatchObject({ name: 'evidence' });
  });

  test('the workflow file of the checkout', async () => {
    const file = (): string => {
      throw new Error('ENOENT');
    };
    const asking = askingOver(approvedForge(document), { file });
    expect(refusal(await admitByEnvironment(asking, handed))).toMatchObject({ name: 'one-gated-job' });
  });
});

test.each([
  ['nothing', ''],
  ['a path', '../99'],
  ['a number with words', '99 98'],
  ['another artifact', '98'],
])('handed over as artifact: %s', async (_, artifact) => {
  const asking = askingOver(approvedForge(document));
  expect(refusal(await admitByEnvironment(asking, { ...handed, artifact }))).toMatchObject({ name: 'plan-file' });
});

test('a rejection is kept as evidence', async () => {
  const forge = approvedForge(document);
  const [run] = forge.workflowRuns;
  const rejection = { environments: [{ id: 30, name: 'maintenance-adaptive' }], state: 'rejected', comment: 'no' };
  if (run) forge.workflowRuns = [{ ...run, reviews: [{ ...rejection, by: people.operator }] }];
  const admission = await admitByEnvironment(askingOver(forge), handed);
  expect(refusal(admission)).toMatchObject({ name: 'approved' });
  expect(admission.approvals).toMatchObject([{ by: 'operator (rejected)', comment: 'no' }]);
  expect(admission.document).toEqual(document);
});

test('without the digits in the comment the report says what binds the click', async () => {
  const asking = askingOver(approvedForge(document), { digestInComment: false });
  expect(granted(await admitByEnvironment(asking, handed)).advisory).toContain('approval.digest-in-comment is off');
});

describe('a preventive plan, which nobody approves', () => {
  const preventive = documentOf({ type: 'preventive', environment: 'maintenance-preventive' });
  const preventiveForge = (): FakeForge => {
    const forge = approvedForge(preventive);
    forge.identities.set('adaptive', { ...identity, environment: 'maintenance-preventive' });
    forge.environments = [];
    return forge;
  };

  test('is let through without a review, once', async () => {
    const admission = granted(await admitUngated(askingOver(preventiveForge()), handedFor(preventive)));
    expect(admission.approvals).toEqual([]);
    expect(await admission.lastWord()).toBeUndefined();
    expect(await admission.lastWord()).toMatchObject({ name: 'unspent' });
  });

  test('is refused in attempt 2, and with another digest', async () => {
    const forge = preventiveForge();
    expect(refusal(await admitUngated(askingOver(forge), handed))).toMatchObject({ name: 'plan-digest' });
    forge.workflowRuns = forge.workflowRuns.map((run) => ({ ...run, attempt: 2 }));
    forge.identities.set('adaptive', { ...identity, environment: 'maintenance-preventive', attempt: 2 });
    expect(refusal(await admitUngated(askingOver(forge), handedFor(preventive)))).toMatchObject({
      name: 'first-attempt',
    });
  });

  test('does not carry a plan of another type past its gate, whatever an input calls the job', async () => {
    const gated = askingOver(approvedForge(document));
    expect(refusal(await admitUngated(gated, handed))).toMatchObject({
      name: 'ungated',
      state: 'the job’s own token names maintenance-adaptive',
    });
    const disguised = documentOf({ environment: 'maintenance-preventive' });
    const forge = approvedForge(disguised);
    forge.identities.set('adaptive', { ...identity, environment: 'maintenance-preventive' });
    expect(refusal(await admitUngated(askingOver(forge), handedFor(disguised)))).toMatchObject({
      name: 'ungated',
      state: 'the plan is adaptive',
    });
  });

  test('is refused in the environment of another type', async () => {
    const elsewhere = documentOf({ type: 'preventive' });
    expect(refusal(await admitUngated(askingOver(approvedForge(elsewhere)), handedFor(elsewhere)))).toMatchObject({
      name: 'ungated',
    });
  });
});
