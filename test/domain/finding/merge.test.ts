import { describe, expect, test } from '@jest/globals';
import type { Finding, Severity } from '../../../src/domain/finding/finding.ts';
import { mergeFindings } from '../../../src/domain/finding/merge.ts';

const finding = (severity: Severity, subject: string, evidence: string, code = 'still-held'): Finding => ({
  code,
  severity,
  subject,
  title: `title of ${evidence}`,
  evidence,
  next: `next of ${evidence}`,
});

describe('findings of one code and subject become one', () => {
  test('which has the worst severity, title and next command, and the evidence of all', () => {
    const merged = mergeFindings([
      finding('warn', 'deployment/gateway', 'gateway-1: one file'),
      finding('fail', 'deployment/gateway', 'gateway-2: two files'),
    ]);
    expect(merged).toEqual([
      {
        ...finding('fail', 'deployment/gateway', 'gateway-2: two files'),
        evidence: 'gateway-2: two files; gateway-1: one file',
      },
    ]);
  });

  test('others stay as they are, in their order', () => {
    const all = [
      finding('warn', 'pod/node-1', 'a'),
      finding('warn', 'pod/node-0', 'b'),
      finding('warn', 'pod/node-1', 'c', 'logrotate-error'),
    ];
    expect(mergeFindings(all)).toEqual(all);
  });

  test('of many, three are shown and the others counted; the same evidence twice is shown once', () => {
    const many = [...Array(50).keys()].map((k) => finding('warn', 'deployment/gateway', `gateway-${k}`));
    expect(mergeFindings(many)[0]?.evidence).toBe('gateway-0; gateway-1; gateway-2; and 47 more');
    const same = finding('warn', 'deployment/gateway', 'held');
    expect(mergeFindings([same, same, same])).toEqual([same]);
  });
});
