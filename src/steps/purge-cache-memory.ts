import { formatBytes } from '../domain/quantities.ts';
import { fragmentationOf, isWorthGivingBack, strainedWords } from '../observation/cache.ts';
import type { CacheMemory } from '../ports/cache.ts';
import { defineStep } from './executor.ts';

/** Let one shard's allocator give back what it holds without use, if that is still worth it. */
export default defineStep({
  kind: 'purge-cache-memory',
  ports: ['cache'],
  provedBy: 'settle',
  precondition: async ({ ports }, { parameters }) => {
    const { memory, strained } = await ports.cache.instance(parameters.shard);
    if (strained === true) return { holds: false, moved: strainedWords(parameters.shard) };
    if (isWorthGivingBack(memory, parameters)) return { holds: true };
    const bounds = `acts from ${parameters.fragmentation.toFixed(1)} and ${formatBytes(parameters.reclaimableBytes)}`;
    const state = `fragmentation is ${fragmentationOf(memory).toFixed(1)}, ${formatBytes(memory.reclaimableBytes ?? 0)} could be given back`;
    return { holds: false, moved: `${state} (${bounds})` };
  },
  apply: async ({ ports }, step) => {
    const { shard } = step.parameters;
    const before = (await ports.cache.instance(shard)).memory;
    await ports.cache.giveBackMemory(shard);
    const after = (await ports.cache.instance(shard)).memory;
    return {
      text: `${formatBytes(before.residentBytes)} → ${formatBytes(after.residentBytes)} resident, fragmentation ${changeOf(before, after)}`,
      measurements: [
        {
          name: 'memory-given-back',
          subject: step.subject,
          value: Math.max(0, before.residentBytes - after.residentBytes),
          unit: 'bytes',
          comparedWith: { what: 'resident before', value: before.residentBytes },
        },
      ],
      findings: [],
    };
  },
  settle: async ({ ports }, { parameters }) => {
    const { memory } = await ports.cache.instance(parameters.shard);
    return isWorthGivingBack(memory, parameters) ? 'not-done' : 'done';
  },
});

const changeOf = (before: CacheMemory, after: CacheMemory): string =>
  `${fragmentationOf(before).toFixed(1)} → ${fragmentationOf(after).toFixed(1)}`;
