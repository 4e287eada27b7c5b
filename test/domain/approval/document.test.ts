import { describe, expect, test } from '@jest/globals';
import { approvalDigest, shownDigest } from '../../../src/domain/approval/digest.ts';
import { readDocument } from '../../../src/domain/approval/read-document.ts';
import { documentOf } from './plan-document.ts';

const document = documentOf();
const digest = approvalDigest(document);

describe('an approval binds', () => {
  const [entry] = document.plans;
  const other: [string, object][] = [
    ['the steps', { plans: [{ ...entry, plan: { ...entry?.plan, digest: `sha256:${'d'.repeat(64)}` } }] }],
    ['the plan id', { planId: '9a0c1f4e-0f5b-4a53-9a3e-3a3f6b3f5d11' }],
    ['the planning run', { run: { ...document.run, id: 813 } }],
    ['the repository', { run: { ...document.run, repositoryId: 8 } }],
    ['the commit', { run: { ...document.run, commit: 'b'.repeat(40) } }],
    ['the code', { build: `sha256:${'e'.repeat(64)}` }],
    ['the configuration', { configuration: `sha256:${'e'.repeat(64)}` }],
    ['the cluster', { platform: { ...document.platform, uid: 'another' } }],
    ['the database', { platform: { ...document.platform, databases: { main: '42' } } }],
    ['the environment', { environment: 'maintenance-perfective' }],
    ['the opening', { opening: 'weekly@2026-11-29T02:00:00.000Z' }],
    ['the reason', { reason: 'because' }],
    ['how long it is valid', { notAfter: '2026-11-26T02:10:00.000Z' }],
  ];
  test.each(other)('%s', (_what, rest) => {
    expect(approvalDigest({ ...document, ...rest } as never)).not.toBe(digest);
  });

  test('nothing that is only shown', () => {
    const shown = { ...document, plans: document.plans.map((each) => ({ ...each, shown: { result: 'x' } })) };
    expect(approvalDigest({ ...shown, plannedAt: '2026-11-24T02:11:00.000Z' })).toBe(digest);
  });
});

test('twenty digits are shown', () => {
  expect(shownDigest(digest)).toMatch(/^[0-9a-f]{20}$/);
  expect(digest).toContain(shownDigest(digest));
});

test('what a planning job writes is read as it was', () => {
  expect(readDocument(JSON.stringify(document))).toEqual(document);
});

describe('a plan file is refused', () => {
  const [entry] = document.plans;
  const step = (change: object) => ({
    plans: [{ ...entry, plan: { ...entry?.plan, steps: [{ ...entry?.plan.steps[0], ...change }] } }],
  });
  const cases: [string, object, RegExp][] = [
    ['of another version', { schemaVersion: 2 }, /schemaVersion/],
    ['with a key that nobody knows', { extra: 1 }, /extra/],
    ['with a kind that does not exist', step({ kind: 'exec' }), /kind: is no kind of step/],
    ['with a kind named as a property of every object', step({ kind: '__proto__' }), /kind: is no kind of step/],
    ['with a generic kind', step({ kind: 'patch' }), /kind/],
    ['with another step than its digest', step({ to: 9 }), /digest that it names/],
    ['with a digest of seven digits', { build: 'sha256:1234567' }, /build/],
    ['without a cluster', { platform: { ...document.platform, uid: '' } }, /platform.uid/],
  ];
  test.each(cases)('%s', (_what, change, why) => {
    expect(readDocument(JSON.stringify({ ...document, ...change }))).toEqual({
      unreadable: expect.stringMatching(why),
    });
  });
  test.each(['', '[]', 'null', '{'])('that is %j', (text) => {
    expect(readDocument(text)).toEqual({ unreadable: expect.any(String) });
  });
});
