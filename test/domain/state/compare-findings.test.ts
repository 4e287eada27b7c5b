import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../src/domain/finding/finding.ts';
import { compareFindings, type Looked } from '../../../src/domain/state/compare-findings.ts';

const finding: Finding = {
  code: 'expired',
  severity: 'fail',
  subject: 'secret/a',
  title: 't',
  evidence: 'e',
  next: 'n',
};
const looked = (findings: readonly Finding[], rest: Partial<Looked> = {}): Looked => ({
  id: 'validate-certificates',
  status: 'done',
  verdict: 'pass',
  findings,
  ...rest,
});
const first = compareFindings({}, [looked([finding])], 'monday');

describe('findings between runs', () => {
  test('what was never seen is new', () => {
    expect(first.findings).toMatchObject([{ state: 'new', firstSeen: 'monday', task: 'validate-certificates' }]);
  });

  test('what is seen again persists, since when it was seen first, whatever its evidence says now', () => {
    const second = compareFindings(first.known, [looked([{ ...finding, evidence: 'other' }])], 'tuesday');
    expect(second.findings).toMatchObject([{ state: 'persisting', firstSeen: 'monday', evidence: 'other' }]);
  });

  test('what is gone after its task looked everywhere is fixed, once', () => {
    const second = compareFindings(first.known, [looked([])], 'tuesday');
    expect(second.findings).toMatchObject([{ state: 'fixed', severity: 'info', subject: 'secret/a' }]);
    expect(compareFindings(second.known, [looked([])], 'wednesday').findings).toEqual([]);
  });

  test.each([
    ['its task could not check something', [looked([], { verdict: 'unknown' })]],
    ['its task failed', [looked([], { status: 'failed' })]],
    ['its task was skipped', [looked([], { status: 'skipped' })]],
    ['its task did not run', []],
  ])('it is not called fixed when %s, and is remembered', (_, outcomes) => {
    const second = compareFindings(first.known, outcomes, 'tuesday');
    expect(second.findings).toEqual([]);
    expect(compareFindings(second.known, [looked([finding])], 'wednesday').findings).toMatchObject([
      { state: 'persisting', firstSeen: 'monday' },
    ]);
  });

  test('nor when something graver stands beside what could not be checked', () => {
    const unseen: Finding = { ...finding, code: 'not-read', severity: 'unknown', subject: 'secret/b' };
    const graver: Finding = { ...finding, subject: 'secret/c' };
    const second = compareFindings(first.known, [looked([unseen, graver], { verdict: 'fail' })], 'tuesday');
    expect(second.findings.map(({ subject, state }) => `${subject} ${state}`)).toEqual([
      'secret/b new',
      'secret/c new',
    ]);
    expect(Object.values(second.known).map(({ subject }) => subject)).toContain('secret/a');
  });
});
