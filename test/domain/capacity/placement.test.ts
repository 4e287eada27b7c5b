import { describe, expect, test } from '@jest/globals';
import { promisedShare } from '../../../src/domain/capacity/node-room.ts';
import { type Placing, place } from '../../../src/domain/capacity/placement.ts';
import type { Pod } from '../../../src/domain/kubernetes/objects.ts';
import { asking, busy } from './nodes.ts';

const Gi = 2 ** 30;
const labels = { app: 'gateway' };
const placing = (count: number, spec: Pod['spec'], alike = {}): Placing => ({ count, spec, labels, alike });
const three = [busy(1.5, Gi, 'a'), busy(0.5, Gi, 'b'), busy(0.5, Gi, 'c')];
const apart = (topologyKey: string): Partial<Pod['spec']> => ({
  affinity: {
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey, labelSelector: { matchLabels: labels } }],
    },
  },
});
const spread = (maxSkew: number): Partial<Pod['spec']> => ({
  topologySpreadConstraints: [
    {
      maxSkew,
      topologyKey: 'kubernetes.io/hostname',
      whenUnsatisfiable: 'DoNotSchedule',
      labelSelector: { matchLabels: labels },
    },
  ],
});

describe('placing pods', () => {
  test('each goes where most is left, until nothing is', () => {
    const { placed, nodes, reasons } = place(three, placing(9, asking('500m', '256Mi')));
    expect(placed).toBe(7);
    expect(nodes.map(({ name, requested }) => [name, requested.cpu, requested.pods])).toEqual([
      ['a', 2, 2],
      ['b', 2, 4],
      ['c', 2, 4],
    ]);
    expect(reasons).toEqual(['a', 'b', 'c'].map((node) => ({ node, why: 'cpu: 0 cores left of 0.5 cores needed' })));
    expect(promisedShare(nodes, 'cpu')).toBe(1);
  });

  test('sums of fractions do not lose the last place', () => {
    const spec = asking('100m', '1Mi');
    expect(place([busy(1.7, 0, 'a')], placing(3, spec)).placed).toBe(3);
  });

  test.each<[string, readonly ReturnType<typeof busy>[], Placing, number, string | RegExp]>([
    [
      'memory',
      [busy(0, 3.5 * Gi, 'a')],
      placing(2, asking('1m', '400Mi')),
      1,
      /^memory: 117 MB left of 419 MB needed$/,
    ],
    ['the number of pods', [busy(0, 0, 'a')], placing(10, asking('1m', '1Mi')), 9, 'no place for another pod'],
    [
      'an extended resource',
      [busy(0, 0, 'a')],
      placing(1, asking('1m', '1Mi', { overhead: { 'nvidia.com/gpu': '1' } })),
      0,
      'nvidia.com/gpu: 0 left of 1 needed',
    ],
    [
      'a cordoned node',
      [busy(0, 0, 'a', { spec: { unschedulable: true } })],
      placing(1, asking('1m', '1Mi')),
      0,
      'not ready or cordoned',
    ],
    [
      'a node that is not ready',
      [busy(0, 0, 'a', { ready: false })],
      placing(1, asking('1m', '1Mi')),
      0,
      'not ready or cordoned',
    ],
    [
      'a taint',
      [busy(0, 0, 'a', { spec: { taints: [{ key: 'db', value: 'x', effect: 'NoSchedule' }] } })],
      placing(1, asking('1m', '1Mi')),
      0,
      'taint db',
    ],
    [
      'a node selector',
      [busy(0, 0, 'a')],
      placing(1, asking('1m', '1Mi', { nodeSelector: { disk: 'fast' } })),
      0,
      'label disk',
    ],
    [
      'anti-affinity',
      three,
      placing(3, asking('1m', '1Mi', apart('kubernetes.io/hostname')), { a: 1 }),
      2,
      'anti-affinity by kubernetes.io/hostname',
    ],
    [
      'required spreading',
      [busy(1.99, 0, 'a'), busy(0, 0, 'b')],
      placing(4, asking('10m', '1Mi', spread(1))),
      3,
      /left of|spread by/,
    ],
  ])('is limited by %s', (_name, nodes, asked, placed, why) => {
    const result = place(nodes, asked);
    expect(result.placed).toBe(placed);
    expect(result.reasons[0]?.why).toMatch(why);
  });

  test.each<[string, readonly ReturnType<typeof busy>[], Pod['spec']]>([
    [
      'a tolerated taint',
      [busy(0, 0, 'a', { spec: { taints: [{ key: 'db', value: 'x', effect: 'NoSchedule' }] } })],
      asking('1m', '1Mi', { tolerations: [{ key: 'db', value: 'x', effect: 'NoSchedule' }] }),
    ],
    [
      'everything tolerated',
      [busy(0, 0, 'a', { spec: { taints: [{ key: 'db', effect: 'NoExecute' }] } })],
      asking('1m', '1Mi', { tolerations: [{ operator: 'Exists' }] }),
    ],
    [
      'a taint that is only a preference',
      [busy(0, 0, 'a', { spec: { taints: [{ key: 'db', effect: 'PreferNoSchedule' }] } })],
      asking('1m', '1Mi'),
    ],
    [
      'the labels that are asked for',
      [busy(0, 0, 'a', { labels: { disk: 'fast' } })],
      asking('1m', '1Mi', { nodeSelector: { disk: 'fast' } }),
    ],
    [
      'one of the terms of node affinity',
      [busy(0, 0, 'a', { labels: { zone: 'b' } })],
      asking('1m', '1Mi', {
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: [
                { matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] },
                { matchExpressions: [{ key: 'zone', operator: 'NotIn', values: ['a'] }] },
              ],
            },
          },
        },
      }),
    ],
    [
      'anti-affinity to others',
      three,
      asking('1m', '1Mi', {
        affinity: {
          podAntiAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [
              { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'other' } } },
            ],
          },
        },
      }),
    ],
  ])('does not mind %s', (_name, nodes, spec) => {
    expect(place(nodes, placing(1, spec, { a: 1 })).placed).toBe(1);
  });
});
