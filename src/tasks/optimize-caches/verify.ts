import { counted, formatBytes } from '../../domain/quantities.ts';
import type { AppliedStep } from '../../domain/step/effect.ts';
import { fragmentationOf, type ObservedCache } from '../../observation/cache.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Done, Verification } from '../contract.ts';
import { passedOver, standingFindings } from './findings.ts';
import type { Inputs } from './inputs.ts';
import { type CacheObservation, observe } from './observe.ts';
import { measurementsOf } from './plan.ts';

/** Ask every server again: keys removed by its own count, and memory before and after. */
export async function verify(
  context: TaskContext<'cache'>,
  done: Done<CacheObservation>,
  inputs: Inputs,
): Promise<Verification> {
  const before = done.observation.measurements;
  const { measurements: after } = await observe(context);
  return {
    findings: [
      ...standingFindings(after, inputs, context.platform.namespace, done.observation.basis.masters),
      ...passedOver(before, after),
    ],
    measurements: measurementsOf(withShareFound(before, after), inputs),
    result: resultOf(seenAgain(before, after), after, done.applied) + silentWords(before, after),
    notChecked: done.draft.notChecked,
  };
}

/** Redis' share of stale keys is a running mean, and still high just after a sweep: what was found is what is kept. */
function withShareFound(before: ObservedCache, after: ObservedCache): ObservedCache {
  const found = new Map(before.masters.map((master) => [master.server, master.staleShare]));
  const masters = after.masters.map((master) => ({
    ...master,
    staleShare: found.get(master.server) ?? master.staleShare,
  }));
  return { ...after, masters };
}

/** What was seen of the masters that answer now: with those that do not, nothing is compared. */
const seenAgain = (before: ObservedCache, after: ObservedCache): ObservedCache => ({
  ...before,
  masters: before.masters.filter(({ server }) => after.masters.some((master) => master.server === server)),
});

function silentWords(before: ObservedCache, after: ObservedCache): string {
  const silent = before.masters.length - seenAgain(before, after).masters.length;
  return silent === 0 ? '' : `; ${silent} of ${counted(before.masters.length, 'server')} could not be asked afterwards`;
}

function resultOf(before: ObservedCache, after: ObservedCache, applied: readonly AppliedStep[]): string {
  const swept = applied.filter((entry) => entry.step.kind === 'expire-stale-keys' && entry.outcome === 'done');
  const purged = applied.some((entry) => entry.step.kind === 'purge-cache-memory' && entry.outcome === 'done');
  const parts: string[] = [];
  if (swept.length > 0) parts.push(`${counted(reclaimed(before, after), 'key')} reclaimed`);
  const memory = (seen: ObservedCache, of: 'usedBytes' | 'residentBytes') =>
    seen.masters.reduce((sum, master) => sum + master.memory[of], 0);
  const kind = purged ? 'residentBytes' : 'usedBytes';
  const word = purged ? 'resident' : 'used';
  parts.push(`${formatBytes(memory(before, kind))} → ${formatBytes(memory(after, kind))} ${word}`);
  parts.push(`fragmentation ${most(before).toFixed(1)} → ${most(after).toFixed(1)}`);
  const p95 = latencyOf(applied);
  if (p95 !== undefined) parts.push(`latency ${p95.toFixed(1)} ms (p95) meanwhile`);
  return parts.join(', ');
}

/** By the servers' own counters; one that was started again in between begins anew and does not count backwards. */
function reclaimed(before: ObservedCache, after: ObservedCache): number {
  return after.masters.reduce((sum, master) => {
    const earlier = before.masters.find((other) => other.server === master.server);
    return sum + (earlier ? Math.max(0, master.expiredKeys - earlier.expiredKeys) : 0);
  }, 0);
}

const most = (seen: ObservedCache): number =>
  seen.masters.reduce((worst, { memory }) => Math.max(worst, fragmentationOf(memory)), 1);

function latencyOf(applied: readonly AppliedStep[]): number | undefined {
  const measured = applied
    .flatMap((entry) => entry.effect?.measurements ?? [])
    .filter((measurement) => measurement.name === 'latency-meanwhile')
    .map((measurement) => measurement.value);
  return measured.length === 0 ? undefined : Math.max(...measured);
}
