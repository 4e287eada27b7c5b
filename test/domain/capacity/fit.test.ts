import { describe, expect, test } from '@jest/globals';
import { judgeFit, type PodChange, type Surroundings } from '../../../src/domain/capacity/fit.ts';
import type { ResourceQuota } from '../../../src/domain/kubernetes/objects.ts';
import { asking, busy } from './nodes.ts';

const Gi = 2 ** 30;
const small = asking('500m', '512Mi');
const large = asking('1', '512Mi');
const change = (over: Partial<PodChange>): PodChange => ({
  spec: small,
  before: small,
  labels: { app: 'gateway' },
  from: 2,
  to: 2,
  surge: 0,
  alike: { a: 1, b: 1 },
  ...over,
});
const quota = (hard: Record<string, string>, used: Record<string, string>): ResourceQuota => ({
  metadata: { name: 'compute', uid: 'q', resourceVersion: '1' },
  spec: { hard },
  status: { hard, used },
});
const around = (over: Partial<Surroundings> = {}): Surroundings => ({
  nodes: [busy(0.5, Gi, 'a'), busy(0.5, Gi, 'b')],
  quotas: [],
  ranges: [],
  ...over,
});

describe('whether a change fits', () => {
  test('more pods, with what is promised afterwards', () => {
    expect(judgeFit(change({ to: 4 }), around())).toEqual({
      misfits: [],
      after: ['nodes after: cpu 50 % promised (now 25 %), memory 38 % (now 25 %)', 'no quota bounds it'],
    });
  });

  test('larger pods take the place of the present ones', () => {
    const { misfits, after } = judgeFit(change({ spec: large, surge: 1 }), around());
    expect(misfits).toEqual([]);
    expect(after[0]).toBe('nodes after: cpu 50 % promised (now 25 %), memory 25 % (now 25 %)');
  });

  test.each<[string, Partial<PodChange>, Partial<Surroundings>, string, RegExp]>([
    [
      'more pods than the nodes take',
      { to: 9 },
      {},
      'nodes',
      /^there is room for 6 of 7 pods besides those that are there; a: cpu: 0 cores left/,
    ],
    [
      'larger pods than any node takes',
      { spec: asking('3', '1Mi'), surge: 1 },
      {},
      'nodes',
      /^there is room for 0 of 1 pod while pods are replaced/,
    ],
    [
      'larger pods, of which not all fit',
      { spec: asking('1500m', '1Mi'), to: 3, from: 3, alike: { a: 2, b: 1 } },
      { nodes: [busy(1, Gi, 'a'), busy(0.5, Gi, 'b')] },
      'nodes',
      /^there is room for 2 of 3 pods with what they would ask for/,
    ],
    ['no node at all', { to: 3 }, { nodes: [] }, 'nodes', /there is no node$/],
    [
      'a quota in the end',
      { to: 4 },
      { quotas: [quota({ pods: '3' }, { pods: '2' })] },
      'resourcequota/compute',
      /pods: 4 after, 3 allowed/,
    ],
    [
      'a quota only meanwhile',
      { spec: asking('500m', '512Mi', {}), surge: 1 },
      { quotas: [quota({ pods: '2' }, { pods: '2' })] },
      'resourcequota/compute',
      /pods: 3 after, 2 allowed/,
    ],
    [
      'a quota of requests while larger pods replace smaller ones',
      { spec: large, surge: 1 },
      { quotas: [quota({ 'requests.cpu': '2500m' }, { 'requests.cpu': '1' })] },
      'resourcequota/compute',
      /requests.cpu: 3 cores after, 2.5 cores allowed/,
    ],
    [
      'a limit range',
      { spec: large },
      {
        ranges: [
          {
            metadata: { name: 'sizes', uid: 'r', resourceVersion: '1' },
            spec: { limits: [{ type: 'Container', max: { cpu: '750m' } }] },
          },
        ],
      },
      'limitrange/sizes',
      /container main: cpu 1 core, 0.75 cores at most/,
    ],
  ])('not: %s', (_name, over, surroundings, at, state) => {
    const { misfits } = judgeFit(change(over), around(surroundings));
    expect(misfits.map((misfit) => misfit.at)).toEqual([at]);
    expect(misfits[0]?.state).toMatch(state);
  });

  test('smaller pods need no more of a quota that is full, besides the one that comes first', () => {
    const full = quota({ 'requests.cpu': '2', pods: '5' }, { 'requests.cpu': '2', pods: '2' });
    const given = change({ before: large, spec: small, surge: 0 });
    expect(judgeFit(given, around({ quotas: [full] })).misfits).toEqual([]);
    const surging = judgeFit({ ...given, surge: 1 }, around({ quotas: [full] })).misfits;
    expect(surging.map(({ state }) => state)).toEqual([
      'resourcequota/compute: requests.cpu: 3 cores after, 2 cores allowed',
    ]);
  });
});
