import { expect, test } from '@jest/globals';
import { kubectl } from '../../../src/domain/kubernetes/kubectl.ts';
import { addressed } from '../../../src/domain/report/addressed.ts';
import type { Report } from '../../../src/domain/report/schema.ts';

const next = kubectl('phoenix')`get pods`;
const said = { subject: 's', rule: 'r', state: next, next };
const report = (platform: Partial<Report['platform']>) =>
  ({
    platform: { name: 'p', cluster: 'c', namespace: 'phoenix', ...platform },
    refusal: said,
    findings: [{ subject: 's', evidence: next, next }],
    tasks: [{ id: 'a', plan: { digest: 'd', steps: [{ why: next }], refusals: [said] } }, { id: 'b' }],
  }) as unknown as Report;

test('commands to type name the context; what they stand beside is left as it is', () => {
  const told = '`kubectl --context prod -n phoenix get pods`';
  expect(addressed(report({ context: 'prod' }))).toEqual({
    ...report({ context: 'prod' }),
    refusal: { ...said, next: told },
    findings: [{ subject: 's', evidence: next, next: told }],
    tasks: [
      { id: 'a', plan: { digest: 'd', steps: [{ why: next }], refusals: [{ ...said, next: told }] } },
      { id: 'b' },
    ],
  });
});

test('where no context is known, none is written', () => {
  expect(addressed(report({}))).toEqual(report({}));
});
