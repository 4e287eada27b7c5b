import { expect, test } from '@jest/globals';
import type { TaskEntry } from '../../src/domain/report/schema.ts';
import { tableOfSteps } from '../../src/render/steps.ts';
import { unsafeMarkdown } from './harmless.ts';

const lines = [
  '::error::pretended',
  '<img src=x onerror=alert(1)>',
  '</details><script>alert(1)</script>',
  '`a` ``` @everyone https://evil.example | b |',
  'a\u001b[31mred\u202e',
];

const entry = (kept: NonNullable<TaskEntry['applied'][number]['kept']>): TaskEntry => ({
  id: 'apply-security-updates',
  title: 'Apply security updates',
  type: 'preventive',
  verdict: 'fail',
  phase: 'main',
  status: 'rolled-back',
  result: 'r',
  notChecked: [],
  plan: {
    digest: 'sha256:0',
    refusals: [],
    steps: [
      {
        id: 's',
        kind: 'set-image',
        subject: 'deployment/a',
        from: {},
        to: {},
        parameters: {},
        why: 'w',
        risk: 'r',
        undo: 'u',
        deadlineMs: 1,
      },
    ],
  },
  applied: [{ step: 's', outcome: 'failed', cause: 'c', kept, durationMs: 1 }],
  undone: [],
  measurements: [],
  durationMs: 1,
});

test('what was kept of a failure is shown, the last lines first cut, and is only text', () => {
  const many = Array.from({ length: 40 }, (_, line) => `line ${line}`);
  const shown = tableOfSteps(
    entry([
      { what: 'logs of pod/a, container `x`', lines: [...many, ...lines] },
      { what: 'events of pod/a', lines: [] },
    ]),
    'apply',
  );
  expect(unsafeMarkdown(shown)).toEqual([]);
  expect(shown).toContain('line 39');
  expect(shown).not.toContain('line 29');
  expect(shown).toContain('nothing was printed');
});
