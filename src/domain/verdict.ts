/** What a task or window amounts to. `unknown` is "could not check"; it is never healthy. */
export type Verdict = 'pass' | 'warn' | 'fail' | 'unknown' | 'not-applicable';

/** From harmless to worst: not-applicable < pass < warn < unknown < fail. */
export const verdictsByWeight = [
  'not-applicable',
  'pass',
  'warn',
  'unknown',
  'fail',
] as const satisfies readonly Verdict[];

/** Whether `verdict` is at least as bad as `bound`. */
export function atLeast(verdict: Verdict, bound: Verdict): boolean {
  return verdictsByWeight.indexOf(verdict) >= verdictsByWeight.indexOf(bound);
}

/** The worst of several; `not-applicable` for none at all. */
export function worst(verdicts: Iterable<Verdict>): Verdict {
  let result: Verdict = 'not-applicable';
  for (const verdict of verdicts) if (atLeast(verdict, result)) result = verdict;
  return result;
}
