import type { Measurement } from '../../domain/measurement.ts';
import type { Draft, Refusal } from '../../domain/plan/plan.ts';
import { counted, formatBytes, formatCount, formatShare } from '../../domain/quantities.ts';
import { stepKinds } from '../../domain/step/kinds.ts';
import type { Step, StepOf } from '../../domain/step/step.ts';
import { fragmentationOf, isWorthGivingBack, type ObservedCache } from '../../observation/cache.ts';
import type { CacheInstance, KeySpace } from '../../ports/cache.ts';
import type { PlanContext } from '../contract.ts';
import { standingFindings } from './findings.ts';
import { type inputs as declared, type Inputs, purgeBounds } from './inputs.ts';
import type { CacheObservation } from './observe.ts';

/** For every shard: sweep the databases with expiries if many keys are stale, then give memory back if that is worth it. */
export function plan(observation: CacheObservation, context: PlanContext<typeof declared>): Draft {
  const seen = observation.measurements;
  const { inputs, platform } = context;
  const able = seen.masters.filter((master) => !master.loading);
  const steps = able.flatMap((master) => stepsFor(master, inputs));
  return {
    steps,
    refusals: refusalsOf(seen),
    notChecked: seen.unreachedShards.map((address) => ({ subject: `shard ${address}`, why: 'it is not configured' })),
    findings: standingFindings(seen, inputs, platform.namespace),
    measurements: measurementsOf(seen, inputs),
    result: resultOf(seen, able, steps, inputs),
  };
}

function stepsFor(master: CacheInstance, inputs: Inputs): readonly Step[] {
  const stale = master.staleShare >= inputs['stale-share'];
  const swept = stale ? master.databases.filter((space) => space.expiring > 0) : [];
  const sweeps = swept.map((space) => sweepStep(master, space, inputs));
  const now = isWorthGivingBack(master.memory, purgeBounds(inputs));
  const most = (master.memory.reclaimableBytes ?? 0) + expiringBytes(master, swept);
  const later = most >= purgeBounds(inputs).reclaimableBytes;
  const purges = now || (sweeps.length > 0 && later && master.memory.reclaimableBytes !== undefined);
  return purges ? [...sweeps, purgeStep(master, inputs)] : sweeps;
}

/** About how many bytes a sweep can free at most, if keys with an expiry are as large as the others. */
function expiringBytes(master: CacheInstance, swept: readonly KeySpace[]): number {
  const keys = master.databases.reduce((sum, space) => sum + space.keys, 0);
  const expiring = swept.reduce((sum, space) => sum + space.expiring, 0);
  return keys === 0 ? 0 : (master.memory.usedBytes / keys) * expiring;
}

const slackMs = 30_000;

function sweepStep(master: CacheInstance, space: KeySpace, inputs: Inputs): StepOf<'expire-stale-keys'> {
  return {
    id: `expire-stale-keys ${master.server} ${space.index}`,
    kind: 'expire-stale-keys',
    subject: `database ${space.index} of cache ${master.server}`,
    from: { keys: space.keys, expiring: space.expiring },
    to: { stale: 0 },
    parameters: {
      shard: master.server,
      database: space.index,
      pageSize: inputs['page-size'],
      latencyLimitMs: inputs['latency-limit'],
      timeLimitMs: inputs['time-limit'],
    },
    why: `${formatShare(master.staleShare)} of keys with an expiry are stale (acts from ${formatShare(inputs['stale-share'])}); ${formatCount(space.expiring)} of ${counted(space.keys, 'key')} here have one`,
    risk: 'requests wait for one page at a time; it stops when they wait longer than before',
    undo: `cannot be undone: ${stepKinds['expire-stale-keys'].cannotBeUndone}`,
    deadlineMs: inputs['time-limit'] + slackMs,
  };
}

function purgeStep(master: CacheInstance, inputs: Inputs): StepOf<'purge-cache-memory'> {
  const { memory, server } = master;
  return {
    id: `purge-cache-memory ${server}`,
    kind: 'purge-cache-memory',
    subject: `cache ${server}`,
    from: { residentBytes: memory.residentBytes, usedBytes: memory.usedBytes },
    to: { reclaimableBytes: 0 },
    parameters: { shard: server, ...purgeBounds(inputs) },
    why: `${formatBytes(memory.residentBytes)} resident for ${formatBytes(memory.usedBytes)} of data, fragmentation ${fragmentationOf(memory).toFixed(1)}; done only from ${inputs.fragmentation.toFixed(1)} and ${inputs.reclaimable} MB on, asked again then`,
    risk: 'requests wait for a moment while memory is given back',
    undo: `cannot be undone: ${stepKinds['purge-cache-memory'].cannotBeUndone}`,
    deadlineMs: 60_000,
  };
}

function refusalsOf(seen: ObservedCache): readonly Refusal[] {
  if (seen.masters.length > 0) return [];
  return seen.replicas.map((replica) => ({
    subject: `cache ${replica.server}`,
    rule: 'a replica is not swept: it keeps expired keys until its master removes them',
    state: `${replica.server} is a replica of ${replica.master ?? 'nobody'}`,
    next:
      replica.linkUp === true
        ? `point \`platform.cache\` in .github/maintenance.yml to the master${replica.master ? `, ${replica.master}` : ''}`
        : 'bring the master back, or make a replica the master',
  }));
}

/** Numbers that are kept for trends. */
export function measurementsOf(seen: ObservedCache, inputs: Inputs): readonly Measurement[] {
  return seen.masters.flatMap(({ server, staleShare, memory, databases }): readonly Measurement[] => {
    const subject = `cache ${server}`;
    return [
      {
        name: 'stale-keys',
        subject,
        value: staleShare,
        unit: 'share',
        comparedWith: { what: 'acts from', value: inputs['stale-share'] },
      },
      { name: 'keys', subject, value: databases.reduce((sum, space) => sum + space.keys, 0), unit: 'count' },
      {
        name: 'memory-used',
        subject,
        value: memory.usedBytes,
        unit: 'bytes',
        ...(memory.limitBytes === undefined ? {} : { comparedWith: { what: 'maxmemory', value: memory.limitBytes } }),
      },
      { name: 'memory-resident', subject, value: memory.residentBytes, unit: 'bytes' },
    ];
  });
}

function resultOf(seen: ObservedCache, able: readonly CacheInstance[], steps: readonly Step[], inputs: Inputs): string {
  if (seen.masters.length === 0)
    return seen.replicas.length > 0 ? 'only replicas were reached' : 'no server could be asked';
  const worst = able.reduce((share, master) => Math.max(share, master.staleShare), 0);
  const stale = `${formatShare(worst)} of keys are stale (acts from ${formatShare(inputs['stale-share'])})`;
  if (steps.length === 0) {
    const fragmentation = able.reduce((most, { memory }) => Math.max(most, fragmentationOf(memory)), 1);
    return able.length === 0
      ? 'every master is loading'
      : `nothing to do: ${stale}, fragmentation ${fragmentation.toFixed(1)}`;
  }
  const sweeps = steps.filter((step) => step.kind === 'expire-stale-keys').length;
  const what = sweeps > 0 ? `${counted(sweeps, 'database')} to be swept` : 'memory to be given back';
  return `${what} on ${counted(new Set(steps.map(shardOf)).size, 'shard')}: ${stale}`;
}

const shardOf = (step: Step): string => (step.parameters as { readonly shard: string }).shard;
