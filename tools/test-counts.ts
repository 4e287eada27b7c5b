/** How many tests there were. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What jest's JSON holds, as far as it is counted: every single assertion, and files that did not even load. */
interface JestResults {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** Count the results themselves, not jest's summary. A file that failed to run counts as one failure. */
export function countsOf(results: JestResults): Counts {
  const all = results.testResults.flatMap((file) => {
    const statuses = file.assertionResults.map(({ status }) => status);
    return file.status === 'failed' && !statuses.includes('failed') ? [...statuses, 'failed'] : statuses;
  });
  const passed = all.filter((status) => status === 'passed').length;
  const failed = all.filter((status) => status === 'failed').length;
  return { passed, failed, skipped: all.length - passed - failed };
}

/** All of them together. */
export function sumOf(counts: readonly Counts[]): Counts {
  const sum = (of: (counts: Counts) => number) => counts.reduce((total, one) => total + of(one), 0);
  return { passed: sum((one) => one.passed), failed: sum((one) => one.failed), skipped: sum((one) => one.skipped) };
}

/** The line that CI reads. */
export function lastLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
