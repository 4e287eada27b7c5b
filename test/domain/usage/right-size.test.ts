import { describe, expect, test } from '@jest/globals';
import type { FieldValues } from '../../../src/domain/capacity/resource-fields.ts';
import type { ContainerResources } from '../../../src/domain/kubernetes/objects.ts';
import { rightSize, type SizingRules, tooLittle } from '../../../src/domain/usage/right-size.ts';
import { type ContainerUse, spreadOf } from '../../../src/domain/usage/use.ts';

const Mi = 2 ** 20;
const rules: SizingRules = { margin: 0.2, cpuPercentile: 'p95', leastChange: 0.1 };
/** Hundred samples: ninety-five at the first value, four at the second, one at the third. */
const spread = (usual: number, high = usual, peak = high) =>
  spreadOf([...Array<number>(95).fill(usual), ...Array<number>(4).fill(high), peak]);
const used = (
  cpu: Parameters<typeof spread> | undefined,
  memory: Parameters<typeof spread> | undefined,
): ContainerUse =>
  ({
    container: 'main',
    ...(cpu === undefined ? {} : { cpu: spread(...cpu) }),
    ...(memory === undefined ? {} : { memory: spread(...memory) }),
  }) as ContainerUse;
const Mis = (...values: number[]) => values.map((value) => value * Mi) as Parameters<typeof spread>;

describe('the right size', () => {
  test.each<[string, ContainerResources, ContainerUse, Partial<SizingRules>, FieldValues]>([
    [
      'processor down to its peak and the margin',
      { requests: { cpu: '2' } },
      used([0.1, 0.5, 0.9], undefined),
      {},
      { 'requests.cpu': '1080m' },
    ],
    [
      'nothing, for processor between its percentile and its peak',
      { requests: { cpu: '1' } },
      used([0.1, 0.5, 0.9], undefined),
      { leastChange: 0 },
      {},
    ],
    [
      'processor up to its percentile and the margin',
      { requests: { cpu: '50m' } },
      used([0.1, 0.5, 0.9], undefined),
      {},
      { 'requests.cpu': '120m' },
    ],
    [
      'processor up to the 99th percentile',
      { requests: { cpu: '50m' } },
      used([0.1, 0.5, 0.9], undefined),
      { cpuPercentile: 'p99' },
      { 'requests.cpu': '600m' },
    ],
    [
      'memory by its peak',
      { requests: { memory: '1Gi' } },
      used(undefined, Mis(100, 100, 200)),
      {},
      { 'requests.memory': '240Mi' },
    ],
    ['more where more was used', { requests: { cpu: '50m' } }, used([0.2], undefined), {}, { 'requests.cpu': '240m' }],
    [
      'a request where there was none',
      {},
      used([0.1], Mis(100)),
      {},
      { 'requests.cpu': '120m', 'requests.memory': '120Mi' },
    ],
    [
      'a limit that keeps its distance',
      { requests: { memory: '100Mi' }, limits: { memory: '200Mi' } },
      used(undefined, Mis(50)),
      {},
      { 'requests.memory': '60Mi', 'limits.memory': '120Mi' },
    ],
    [
      'a limit never below the peak and the margin',
      { requests: { cpu: '50m' }, limits: { cpu: '100m' } },
      used([0.1, 0.5, 0.9], undefined),
      { leastChange: 0 },
      { 'requests.cpu': '120m', 'limits.cpu': '1080m' },
    ],
    [
      'a request that is the limit stays it, up and down',
      { requests: { cpu: '2', memory: '50Mi' }, limits: { cpu: '2', memory: '50Mi' } },
      used([0.1, 0.5, 0.9], Mis(50, 60, 100)),
      {},
      { 'requests.cpu': '1080m', 'limits.cpu': '1080m', 'requests.memory': '120Mi', 'limits.memory': '120Mi' },
    ],
    [
      'a limit that also was the request',
      { limits: { memory: '1Gi' } },
      used(undefined, Mis(100)),
      {},
      { 'requests.memory': '120Mi', 'limits.memory': '120Mi' },
    ],
    [
      'nothing below the smallest',
      { requests: { cpu: '100m', memory: '1Gi' } },
      used([0.0001], Mis(0.1)),
      {},
      { 'requests.cpu': '10m', 'requests.memory': '16Mi' },
    ],
    [
      'nothing, for a change that is too small',
      { requests: { cpu: '125m', memory: '118Mi' } },
      used([0.1], Mis(100)),
      {},
      {},
    ],
    [
      'nothing, for what was not measured',
      { requests: { cpu: '1', memory: '1Gi' } },
      used(undefined, undefined),
      {},
      {},
    ],
    [
      'a limit along with a request that grows past it',
      { requests: { memory: '95Mi' }, limits: { memory: '115Mi' } },
      used(undefined, Mis(100)),
      { leastChange: 0.26 },
      { 'requests.memory': '120Mi', 'limits.memory': '146Mi' },
    ],
    [
      'whole mebibytes and thousandths, rounded up',
      { requests: { cpu: '1', memory: '1Gi' } },
      used([0.10001], Mis(100.1)),
      {},
      { 'requests.cpu': '121m', 'requests.memory': '121Mi' },
    ],
  ])('%s', (_name, resources, use, over, fields) => {
    expect(rightSize({ name: 'main', resources }, use, { ...rules, ...over })).toEqual(fields);
  });

  test('is never below the peak of memory, whatever the rules', () => {
    for (const margin of [0.05, 0.2, 1]) {
      const fields = rightSize(
        { name: 'main', resources: { requests: { memory: '2Gi' }, limits: { memory: '2Gi' } } },
        used(undefined, Mis(10, 50, 300)),
        { ...rules, margin },
      );
      expect(Object.values(fields)).toEqual(Array(2).fill(`${Math.ceil(300 * (1 + margin))}Mi`));
    }
  });

  test('takes nothing away that was used at the peak, whatever the rules', () => {
    for (const cpuPercentile of ['p95', 'p99'] as const) {
      for (const request of [0.05, 0.2, 0.5, 1, 1.5, 4]) {
        const resources = { requests: { cpu: String(request) } };
        const fields = rightSize({ name: 'main', resources }, used([0.1, 0.5, 0.9], undefined), {
          ...rules,
          cpuPercentile,
          leastChange: 0,
        });
        const after = Number.parseFloat(fields['requests.cpu'] ?? `${request * 1000}m`) / 1000;
        expect(after).toBeGreaterThanOrEqual(Math.min(request, 0.9 * 1.2));
      }
    }
  });

  test.each([
    [7, 100, undefined],
    [6.9, 100, 'span'],
    [7, 99, 'samples'],
  ])('%s days and %s samples: %s', (days, samples, expected) => {
    const containers = [{ container: 'main', cpu: spreadOf(Array<number>(samples).fill(1)) }] as ContainerUse[];
    expect(tooLittle({ spanMs: days * 86_400_000, containers }, { spanMs: 7 * 86_400_000, samples: 100 })).toBe(
      expected,
    );
  });

  test('of nothing at all is too little', () => {
    expect(tooLittle({ spanMs: 1e12, containers: [] }, { spanMs: 0, samples: 0 })).toBe('samples');
  });
});
