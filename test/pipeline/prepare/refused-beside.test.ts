import { expect, test } from '@jest/globals';
import { approvalDigest } from '../../../src/domain/approval/digest.ts';
import type { PlanDocument } from '../../../src/domain/approval/document.ts';
import type { Sealed } from '../../../src/pipeline/prepare/prepare.ts';
import { besideText, type Handing, refusedBeside } from '../../../src/pipeline/prepare/refused-beside.ts';
import { plain } from '../../../src/render/markdown.ts';
import { documentOf } from '../../domain/approval/plan-document.ts';

const refusal = { subject: 'x', rule: 'a gate holds', state: 'there is none', next: 'make `one`' };
const sealed = (rest: Partial<PlanDocument>): Sealed => {
  const document = documentOf(rest);
  return { document, digest: approvalDigest(document) };
};
const both = [
  sealed({ type: 'corrective', environment: 'maintenance-corrective-window' }),
  sealed({ type: 'adaptive', environment: 'maintenance-adaptive-window' }),
];

test.each<readonly [string, readonly Handing[], readonly string[]]>([
  ['nothing was planned', [], []],
  ['all wait', [{}, { issue: 17 }], []],
  ['all were refused: the job is', [{ refusal }, { refusal }], []],
  ['the first was refused', [{ refusal }, {}], ['maintenance-corrective-window']],
  ['the second was refused', [{ issue: 17 }, { refusal }], ['maintenance-adaptive-window']],
])('%s', (_, handed, expected) => {
  const found = refusedBeside(both.slice(0, handed.length), handed);
  expect(found.map(({ environment }) => environment)).toEqual(expected);
  expect(found.map(({ finding }) => finding)).toMatchObject(
    expected.map((subject) => ({
      severity: 'fail',
      subject,
      evidence: 'a gate holds; there is none',
      next: refusal.next,
    })),
  );
});

test('whoever reads the issue that waits is told which gate took nothing, why, and how to go on', () => {
  const text = besideText(refusedBeside(both, [{ refusal }, { issue: 17 }]), plain);
  expect(text).toContain('still waits');
  expect(text).toMatch(/maintenance-corrective-window: a gate holds; there is none\. Next: make .*one/);
  expect(text).not.toContain('`one`');
});
