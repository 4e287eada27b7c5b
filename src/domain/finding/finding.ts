import { digestOf } from '../json.ts';
import { type Verdict, worst } from '../verdict.ts';

/** How much a finding matters. `unknown`: something could not be looked at. */
export type Severity = 'fail' | 'unknown' | 'warn' | 'info';

/** One fact a reader may have to act on. */
export interface Finding {
  /** Stable name of the rule that found it, kebab-case, unique within the task: `key-mismatch`. */
  readonly code: string;
  readonly severity: Severity;
  /** What it is about, copyable: `secret/api-gateway-tls`, `table public.blocks`. Stable from run to run. */
  readonly subject: string;
  /** One line, no trailing full stop: `private key does not belong to the certificate`. */
  readonly title: string;
  /** The measured facts in one line, each number with a unit and what it is compared with. */
  readonly evidence: string;
  /** The next command to type, or what to do. Commands stand in backticks and run as they are. */
  readonly next: string;
}

/** The same finding in two runs has the same fingerprint: 16 hex digits over task, code and subject. */
export function fingerprintOf(task: string, finding: Pick<Finding, 'code' | 'subject'>): string {
  return digestOf([task, finding.code, finding.subject]).slice('sha256:'.length, 'sha256:'.length + 16);
}

const verdictOfSeverity: Readonly<Record<Severity, Verdict>> = {
  fail: 'fail',
  unknown: 'unknown',
  warn: 'warn',
  info: 'pass',
};

/** The verdict that findings amount to: the worst severity; `pass` when there are none. */
export function verdictOf(findings: readonly Pick<Finding, 'severity'>[]): Verdict {
  return worst(['pass', ...findings.map((finding) => verdictOfSeverity[finding.severity])]);
}
