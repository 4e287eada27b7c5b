import { expect, test } from '@jest/globals';
import type { Report } from '../../src/domain/report/schema.ts';
import { approvalsSection, refusalSection, undoneSection, wayBackSection } from '../../src/render/evidence.ts';

const report = (rest: Partial<Report>): Report => ({ approvals: [], tasks: [], ...rest }) as Report;

test('who approved what that who had asked for, through which environment, with which words', () => {
  const digest = `sha256:7f3a9c1e04b2d85560fa${'0'.repeat(44)}`;
  const approvals = [
    {
      environment: 'maintenance-adaptive',
      by: 'mk',
      comment: '7f3a9c1e04b2d85560fa <b>ok</b>',
      digest,
      requesters: [
        { login: 'jv', as: 'who started the run' },
        { login: 'tb', as: 'author of the last change to <b>x</b>' },
      ],
    },
  ];
  const text = approvalsSection(report({ approvals }));
  expect(text).toContain('| `mk` | `jv` (who started the run)<br>`tb` (author of the last change to ');
  expect(text).toContain(' | `maintenance-adaptive` | `7f3a9c1e04b2d85560fa` |');
  expect(text).not.toContain('<b>');
  expect(approvalsSection(report({}))).toBe('');
});

test('what was put back, and what was left', () => {
  const undone = [
    { step: 'scale-workload deployment/a', outcome: 'done', text: '2 → 1 replicas', durationMs: 1 },
    { step: 'scale-workload deployment/b', outcome: 'frozen', cause: 'changed since', durationMs: 1 },
  ];
  const text = undoneSection(report({ tasks: [{ undone }] as never }));
  expect(text).toContain('| `scale-workload deployment/a` | put back | 2 → 1 replicas |');
  expect(text).toContain('**left as it is**: somebody has changed it since | changed since |');
  expect(undoneSection(report({ tasks: [{ undone: [] }] as never }))).toBe('');
});

test('what was refused, by which rule, and how to go on', () => {
  const refusal = { subject: 'environment x', rule: 'nobody rejects', state: 'mk <has>', next: 'ask `mk`' };
  const text = refusalSection(report({ refusal }));
  expect(text).toContain('`environment x`: nobody rejects.');
  expect(text).toContain('How to go on: ask `mk`');
  expect(text).not.toContain('<has>');
});

test('how it is put back: only what was done, and has a way back', () => {
  const step = (id: string, kind: string) => ({ id, kind, subject: `deployment/${id}` });
  const plan = {
    digest: `sha256:7f3a9c1e04b2d85560fa${'0'.repeat(44)}`,
    steps: [step('a', 'scale-workload'), step('b', 'scale-workload'), step('c', 'restart-workload')],
  };
  const applied = ['a', 'c'].map((id) => ({ step: id, outcome: 'done', durationMs: 1 }));
  const task = { id: 'increase-capacity', status: 'done', plan, applied, undone: [] };
  const text = wayBackSection(report({ tasks: [task] as never }));
  expect(text).toContain('| `increase-capacity` | deployment/a |');
  expect(text).toContain('-f task=roll-back -f mode=apply -f target=7f3a9c1e04b2d85560fa ');
  expect(wayBackSection(report({ tasks: [{ ...task, status: 'failed' }] as never }))).toBe('');
});
