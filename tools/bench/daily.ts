import type { Report } from '../../src/domain/report/schema.ts';
import { medianOf } from './measure.ts';
import { seconds, waitedMs, windowTime } from './own-time.ts';
import { byHand, runWindow, upOrNone } from './sandbox-window.ts';

const rounds = 3;
const goalMs = 15_000;

/** Tasks beside the parts of the guide's script that do the same. */
const parts: Readonly<Record<string, string>> = {
  'rotate-logs': 'logs',
  'clean-temporary-files': 'files',
  'optimize-caches': 'cache',
  'maintain-database': 'database',
  'validate-certificates': 'certificates',
};

/**
 * The daily window on the sandbox that is up, its own time, and its tasks beside the parts of the guide's §2.1 script that mean
 * the same. What the script leaves out is on our side alone: every database, blockers named, open files spared, chains and what is served.
 */
export async function benchDaily(): Promise<readonly string[]> {
  const sandbox = upOrNone();
  if (sandbox === undefined) return ['not measured: no sandbox is up (npm run sandbox -- up)'];
  const reports: Report[] = [];
  const scripts: Readonly<Record<string, number>>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    reports.push(runWindow('daily'));
    scripts.push(byHand(sandbox, 'guide-daily.sh'));
  }
  const times = reports.map((report) => windowTime(report, waitedMs));
  const middle = (of: (time: (typeof times)[number]) => number): number => medianOf(times.map(of));
  const own = middle(({ ownMs }) => ownMs);
  return [
    `the window: ${seconds(middle(({ wholeMs }) => wholeMs))}, of which ${seconds(middle(({ stepsMs }) => stepsMs))} in steps and ${seconds(waitedMs)} waited on purpose`,
    `its own time: ${seconds(own)} (goal ≤ ${seconds(goalMs)}: ${own <= goalMs ? 'reached' : 'NOT reached'})`,
    ...Object.entries(parts).map(([task, part]) => {
      const ours = medianOf(
        reports.map((report) => report.tasks.find(({ id }) => id === task)?.durationMs ?? Number.NaN),
      );
      return `${task}: ${ours.toFixed(0)} ms against ${medianOf(scripts.map((script) => script[part] ?? Number.NaN)).toFixed(0)} ms of the script`;
    }),
  ];
}
