import { describe, expect, test } from '@jest/globals';
import type { Node } from '../../../src/domain/kubernetes/objects.ts';
import { clusterCourse, givesOf } from '../../../src/tasks/analyze-capacity/cluster-course.ts';

const node = (cpu: string, creationTimestamp?: string): Node => ({
  metadata: {
    name: 'node',
    uid: 'node',
    resourceVersion: '1',
    ...(creationTimestamp === undefined ? {} : { creationTimestamp }),
  },
  status: { allocatable: { cpu } },
});

describe('clusterCourse', () => {
  test('a share is the sum of what is used by the sum of what can be given', () => {
    const small = { node: node('1'), points: [[0, 0.5]] as const };
    const large = { node: node('3'), points: [[0, 2.7]] as const };
    expect(clusterCourse([small, large], 'cpu')).toEqual([[0, 0.8]]);
  });

  test.each([
    [
      'before its first figure a node is not asked for',
      [[10, 1]],
      [
        [0, 0.5],
        [10, 0.75],
      ],
    ],
    [
      'a gap in the figures of one leaves the moment out',
      [
        [0, 1],
        [20, 1],
      ],
      [[0, 0.75]],
    ],
  ] as const)('%s', (_, points, expected) => {
    const steady = {
      node: node('2'),
      points: [
        [0, 1],
        [10, 1],
      ] as const,
    };
    const other = { node: node('2'), points: points.map(([time, cores]) => [time, cores * 2] as const) };
    expect(clusterCourse([steady, other], 'cpu')).toEqual(expected);
  });

  test('a sum is only told where every node that was there has a figure', () => {
    const steady = {
      node: node('1'),
      points: [
        [0, 5],
        [10, 5],
      ] as const,
    };
    const there = { node: node('1', '1970-01-01T00:00:00Z'), points: [[10, 7]] as const };
    const joined = { node: node('1', '1970-01-01T00:00:00.010Z'), points: [[10, 7]] as const };
    expect(clusterCourse([steady, there], 'sum')).toEqual([[10, 12]]);
    expect(clusterCourse([steady, joined], 'sum')).toEqual([
      [0, 5],
      [10, 12],
    ]);
  });

  test.each([
    ['500m', 0.5],
    ['0', undefined],
    ['much', undefined],
  ])('allocatable %s', (cpu, expected) => {
    expect(givesOf(node(cpu), 'cpu')).toBe(expected);
  });
});
