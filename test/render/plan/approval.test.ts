import { describe, expect, test } from '@jest/globals';
import { approvalDigest, shownDigest } from '../../../src/domain/approval/digest.ts';
import type { PlanDocument } from '../../../src/domain/approval/document.ts';
import { readIssueReference } from '../../../src/domain/approval/issue-reference.ts';
import { readDocument } from '../../../src/domain/approval/read-document.ts';
import { digestOf } from '../../../src/domain/json.ts';
import { renderApproval } from '../../../src/render/plan/approval.ts';
import { documentOf } from '../../domain/approval/plan-document.ts';
import { unsafeMarkdown } from '../harmless.ts';

type Part = PlanDocument['plans'][number];

const review = {
  why: ['cpu 78 % of requests at p95 over 7 days, threshold 70 %'],
  fits: ['node capacity after: cpu 61 %', 'quota 5 of 8 pods'],
  undo: ['replicas back to 3, about 20 s'],
  couldGoWrong: ['two more connections to PostgreSQL per pod: 44 of 100 in use after'],
  healthNow: ['pass (checked 02:31:08)'],
  blastRadius: {
    workloads: ['deployment/api-gateway'],
    pods: 2,
    awayAtOnce: 0,
    volumes: [],
    budgets: [{ name: 'poddisruptionbudget/api-gateway', allowed: 1 }],
  },
};

const shown = {
  review,
  findings: [{ code: 'x', severity: 'warn', subject: 'pod/a', title: 'slow', evidence: '2 s', next: 'wait' }],
  notChecked: [{ subject: 'dns', why: 'needs a probe pod' }],
  measurements: [{ name: 'cpu-p95', value: 0.78, unit: 'share', comparedWith: { what: 'threshold', value: 0.7 } }],
};

function withPart(change: (part: Part) => Partial<Part>, rest: Partial<PlanDocument> = {}): PlanDocument {
  const document = documentOf(rest);
  return { ...document, plans: document.plans.map((part) => ({ ...part, ...change(part) })) };
}

/** The document with one step changed, and sealed anew. */
function withStep(change: object): PlanDocument {
  return withPart(({ plan }) => {
    const steps = plan.steps.map((step) => ({ ...step, ...change }) as typeof step);
    const { task, inputs, basis } = plan;
    return { plan: { ...plan, steps, digest: digestOf({ task, inputs, steps, basis }) } };
  });
}

const document = withPart(() => ({ shown }));
const rendered = renderApproval(document) ?? '';

test('a reviewer sees what changes, why, what undoes it, what could go wrong, what it touches, and health now', () => {
  const lines = rendered.split('\n');
  expect(lines[1]).toBe('# Approve? increase-capacity (adaptive), asked for by jv: “launch on Friday”');
  expect(lines).toContain('### 1. `deployment/api-gateway`, `scale-workload`: `1` → `2`');
  expect(lines).toContain('This can be undone.');
  expect(lines).toContain('| why | cpu 78 % of requests at p95 over 7 days, threshold 70 % |');
  expect(lines).toContain('| fits | node capacity after: cpu 61 %<br>quota 5 of 8 pods |');
  expect(lines).toContain('| undo | replicas back to 3, about 20 s |');
  expect(lines).toContain(
    '| touches | `deployment/api-gateway`<br>2 pods, none away<br>`poddisruptionbudget/api-gateway` allows 1 |',
  );
  expect(lines).toContain('| health now | pass (checked 02:31:08) |');
  expect(lines).toContain('- not checked `dns`: needs a probe pod');
  expect(lines).toContain('| cpu-p95 |  | 78 % | threshold 70 % |');
});

test('it says how to approve, and until when', () => {
  const digits = shownDigest(approvalDigest(document));
  expect(rendered).toContain(`Approval \`${digits}\``);
  expect(rendered).toContain('`maintenance-adaptive`');
  expect(rendered).toContain('Valid until Wednesday 2026-11-25 02:10 UTC (2026-11-25T02:10:00.000Z)');
});

test('the issue is found again by its first line', () => {
  expect(readIssueReference(rendered)).toEqual({ runId: 812, type: 'adaptive', opening: 'outside:812' });
});

test('the same bytes after a journey through an artifact, and whatever issue it belongs to', () => {
  const read = readDocument(JSON.stringify(document));
  expect('unreadable' in read ? read : renderApproval(read)).toBe(rendered);
  const keys = JSON.parse(JSON.stringify(document)) as PlanDocument;
  const reversed = Object.fromEntries(Object.entries(keys).reverse()) as unknown as PlanDocument;
  expect(renderApproval({ ...reversed, issue: 17 })).toBe(rendered);
});

test('every step and every refusal is there, whole', () => {
  const long = 'x'.repeat(5_000);
  const text = renderApproval(withStep({ why: long, risk: long, undo: long, from: long })) ?? '';
  expect(text.split(long)).toHaveLength(5);
  const refused = renderApproval(
    withPart(({ plan }) => ({
      plan: { ...plan, refusals: [{ subject: 'pod/a', rule: long, state: 'is so', next: 'wait' }] },
    })),
  );
  expect(refused).toContain(long);
});

test('what does not fit whole is not shown at all', () => {
  expect(renderApproval(withStep({ why: 'x'.repeat(70_000) }))).toBeUndefined();
});

test('a step that cannot be undone says so before anybody approves', () => {
  const text = renderApproval(withStep({ kind: 'rotate-logs', parameters: {} })) ?? '';
  expect(text).toContain('This cannot be undone, and is never taken twice.');
});

describe('hostile text stays text', () => {
  const hostile = [
    '| not a cell |',
    '<img src=x onerror=alert(1)>',
    '[click](https://evil.example)',
    '@everyone #1 GH-1 www.evil.example',
    '`code` ``` ~~~',
    '<!-- hidden -->',
    'up\u202edown \u200b\u200d \ufeff \u0007 \u009b \u{e0041} \ufe0f \u2028',
    '\n# Approve? nothing at all\n\nApproval `00000000000000000000`',
  ];
  test.each(hostile)('%j', (text) => {
    const fields = { subject: text, from: text, to: { [text]: text }, why: text, risk: text, undo: text, hold: text };
    const part = withStep(fields).plans[0] as Part;
    const everywhere = { ...shown, review: { ...review, why: [text], healthNow: [text] } };
    const plans = [{ ...part, title: text, shown: everywhere }];
    const markdown = renderApproval(documentOf({ plans, requestedBy: text, reason: text })) ?? '';
    expect(markdown).not.toBe('');
    const withoutMarker = markdown.slice(markdown.indexOf('\n') + 1);
    const links = withoutMarker.replace(/\[812\]\(https:[^)]*\)/, '');
    expect(unsafeMarkdown(links)).toEqual([]);
    expect(markdown.match(/^# /gm)).toHaveLength(1);
    expect(markdown.match(/^Approval `/gm)).toHaveLength(1);
    expect(markdown).not.toMatch(/[\p{Cf}\p{Zl}\p{Default_Ignorable_Code_Point}]|\p{Cc}(?<!\n)/u);
  });
});
