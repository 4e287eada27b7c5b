import { expect } from '@jest/globals';
import type { Severity } from '../../../src/domain/finding/finding.ts';
import { Bench } from './bench.ts';

/** What makes the bench ill, and the one finding that it leads to. */
export type Illness = readonly [
  name: string,
  spoil: (bench: Bench) => void,
  code: string,
  severity: Severity,
  evidence: RegExp,
];

/** Make the bench ill, and look for that finding; the verdict is the worst of all. */
export async function expectFound([, spoil, code, severity, evidence]: Illness): Promise<void> {
  const bench = new Bench();
  spoil(bench);
  const { findings, entry } = await bench.run();
  expect(findings.map((finding) => [finding.code, finding.severity])).toContainEqual([code, severity]);
  expect(findings.find((finding) => finding.code === code)?.evidence).toMatch(evidence);
  expect(entry.verdict).toBe(findings.some((finding) => finding.severity === 'fail') ? 'fail' : severity);
}
