import type { Finding } from '../domain/finding/finding.ts';
import { counted, formatCount } from '../domain/quantities.ts';
import type { StepOf } from '../domain/step/step.ts';
import { strainedWords } from '../observation/cache.ts';
import type { SweepOutcome } from '../ports/cache.ts';
import { defineStep } from './executor.ts';

/** Look at every key of one database of one shard, so that expired ones are removed. Forward: doing it again is harmless. */
export default defineStep({
  kind: 'expire-stale-keys',
  ports: ['cache'],
  provedBy: 'apply',
  precondition: async ({ ports }, { parameters }) => {
    const instance = await ports.cache.instance(parameters.shard);
    if (instance.role !== 'master') return { holds: false, moved: `${parameters.shard} is a replica now` };
    return instance.strained === true ? { holds: false, moved: strainedWords(parameters.shard) } : { holds: true };
  },
  apply: async ({ ports, signal }, step) => {
    const { shard, database, ...limits } = step.parameters;
    const outcome = await ports.cache.sweep(shard, database, limits, signal);
    return {
      text: textOf(outcome),
      measurements: [
        { name: 'keys-reclaimed', subject: step.subject, value: outcome.reclaimed, unit: 'count' },
        {
          name: 'latency-meanwhile',
          subject: step.subject,
          value: outcome.latency.p95Ms,
          unit: 'ms',
          comparedWith: { what: 'before', value: outcome.latency.beforeMs },
        },
      ],
      findings: stoppedFinding(step, outcome),
    };
  },
  settle: async () => 'cannot-tell',
});

const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

function textOf({ looked, reclaimed, latency, ended }: SweepOutcome): string {
  const stopped = ended === 'whole' ? '' : ', stopped early';
  return `${counted(reclaimed, 'key')} reclaimed, ${formatCount(looked)} live ones looked at${stopped}; latency ${ms(latency.beforeMs)} before, ${ms(latency.p95Ms)} (p95) meanwhile`;
}

function stoppedFinding(step: StepOf<'expire-stale-keys'>, outcome: SweepOutcome): readonly Finding[] {
  const { subject, parameters } = step;
  const base = { code: 'sweep-stopped', severity: 'warn' as const, subject };
  const done = `after ${counted(outcome.looked + outcome.reclaimed, 'key')}`;
  switch (outcome.ended) {
    case 'whole':
      return [];
    case 'latency':
      return [
        {
          ...base,
          title: 'the sweep stopped because other requests had to wait longer',
          evidence: `${done}: ${ms(outcome.latency.worstMs)} at worst, ${ms(outcome.latency.beforeMs)} before (stops at ${ms(parameters.latencyLimitMs)} more)`,
          next: 'the next opening goes on; look at what else loads the cache at this time (`redis-cli --latency`, `slowlog get`)',
        },
      ];
    case 'time':
      return [
        {
          ...base,
          title: 'the sweep did not come to its end in the time it had',
          evidence: `${done}, in ${Math.round(parameters.timeLimitMs / 1000)} s`,
          next: 'raise `time-limit` or `page-size`, or `active-expire-effort` of the cache',
        },
      ];
    case 'not-master':
      return [
        {
          ...base,
          title: 'the server became a replica, so nothing was reclaimed there',
          evidence: `${parameters.shard} is no master any more`,
          next: 'the next opening finds the new master',
        },
      ];
  }
}
