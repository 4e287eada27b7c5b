import { dirname } from 'node:path';
import { hostPort, REGISTRY, SIGNER_NAME } from '../../sandbox/network.ts';
import { objectStoreAccess } from '../../sandbox/parts/object-store.ts';
import type { SandboxState } from '../../sandbox/supervisor/state.ts';
import { tool } from '../../sandbox/toolchain/index.ts';
import type { Report } from '../../src/domain/report/schema.ts';
import { seconds, waitedMs, windowTime } from './own-time.ts';
import { byHand, runWindow, upOrNone } from './sandbox-window.ts';

/** The weekly tasks beside the parts of the script by hand. */
const parts: Readonly<Record<string, string>> = {
  'validate-backups': 'backups',
  'apply-security-updates': 'updates',
  'renew-certificates': 'renewals',
  'optimize-performance': 'performance',
  'analyze-capacity': 'capacity',
};

/**
 * The weekly window on the sandbox that is up against the sum of its tasks by hand with kubectl, one after the other: the
 * five of the week, the five of the day, and the health checks before and after. By hand the images are set back to what they
 * were: as many rollouts, the other way round. Once only, since a second window finds nothing to update.
 */
export async function benchWeekly(): Promise<readonly string[]> {
  const sandbox = upOrNone();
  if (sandbox === undefined) return ['not measured: no sandbox is up (npm run sandbox -- up)'];
  const report = runWindow('weekly');
  const back = imagesBefore(report);
  if (back.length === 0) return ['not measured: there was nothing to update; on a sandbox just started there is'];
  const weekly = byHand(sandbox, 'hand-weekly.sh', back, handed(sandbox));
  const daily = byHand(sandbox, 'guide-daily.sh');
  const sum = (times: Readonly<Record<string, number>>) => Object.values(times).reduce((all, ms) => all + ms, 0);
  const hand = sum(weekly) + sum(daily);
  const { wholeMs, stepsMs } = windowTime(report, waitedMs);
  return [
    `the window: ${seconds(wholeMs)}, of which ${seconds(stepsMs)} in steps and ${seconds(waitedMs)} waited on purpose between two readings`,
    `by hand: ${seconds(hand)} (the week's tasks and health before and after ${seconds(sum(weekly))}, the day's ${seconds(sum(daily))})`,
    `the window against the sum by hand: ${(wholeMs / hand).toFixed(2)} ×, without what is waited on purpose ${((wholeMs - waitedMs) / hand).toFixed(2)} ×`,
    ...Object.entries(parts).map(([task, part]) => {
      const ours = report.tasks.find(({ id }) => id === task)?.durationMs ?? Number.NaN;
      return `${task}: ${ours.toFixed(0)} ms against ${weekly[part] ?? Number.NaN} ms by hand`;
    }),
  ];
}

/** What the window has replaced, as arguments of `kubectl set image`. */
function imagesBefore(report: Report): readonly string[] {
  const steps = report.tasks.find(({ id }) => id === 'apply-security-updates')?.plan?.steps ?? [];
  return steps.flatMap(({ kind, subject, from }) => {
    if (kind !== 'set-image') return [];
    return Object.entries(from as Readonly<Record<string, string>>).flatMap(([container, image]) => [
      subject,
      `${container}=${image}`,
    ]);
  });
}

function handed(sandbox: SandboxState): Readonly<Record<string, string>> {
  const { endpoint, bucket, accessKeyId, secretAccessKey } = objectStoreAccess(sandbox.directory);
  return {
    PROGRAMS: dirname(tool('postgres')),
    ENDPOINT: endpoint,
    BUCKET: bucket,
    KEY: accessKeyId,
    SECRET: secretAccessKey,
    SIGNER: SIGNER_NAME,
    RENEWED: 'partner-feed-tls',
    REGISTRY: `http://${hostPort(REGISTRY)}`,
  };
}
