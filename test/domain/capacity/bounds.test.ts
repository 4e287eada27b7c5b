import { describe, expect, test } from '@jest/globals';
import { claimBreaches, podBreaches } from '../../../src/domain/capacity/limit-range.ts';
import { breachedBy, countedAmounts, quotasFor, quotaUseAfter } from '../../../src/domain/capacity/quota.ts';
import type { ContainerResources, LimitRange, ResourceQuota } from '../../../src/domain/kubernetes/objects.ts';
import { asking } from './nodes.ts';

const meta = (name: string) => ({ name, namespace: 'phoenix', uid: name, resourceVersion: '1' });
const quota = (hard: Record<string, string>, used: Record<string, string>, spec = {}): ResourceQuota => ({
  metadata: meta('compute'),
  spec: { hard, ...spec },
  status: { hard, used },
});
const range = (limit: object): LimitRange => ({
  metadata: meta('sizes'),
  spec: { limits: [{ type: 'Container', ...limit }] },
});
const two = countedAmounts(2, { cpu: 1, memory: 2 ** 30 }, { cpu: 2 });

describe('quotas', () => {
  test.each<[string, ResourceQuota, readonly string[]]>([
    ['room for all of it', quota({ pods: '8', 'requests.cpu': '4' }, { pods: '3', 'requests.cpu': '3' }), []],
    ['exactly full', quota({ pods: '5' }, { pods: '3' }), []],
    ['a pod too many', quota({ pods: '4' }, { pods: '3' }), ['pods: 5 after, 4 allowed']],
    ['counted objects', quota({ 'count/pods': '4' }, { 'count/pods': '3' }), ['count/pods: 5 after, 4 allowed']],
    ['requests under their old name', quota({ cpu: '1500m' }, { cpu: '1' }), ['cpu: 2 cores after, 1.5 cores allowed']],
    ['limits', quota({ 'limits.cpu': '2' }, { 'limits.cpu': '1' }), ['limits.cpu: 3 cores after, 2 cores allowed']],
    ['something else', quota({ 'services.nodeports': '0' }, { 'services.nodeports': '0' }), []],
    [
      'a quota that is over already, for what it does not bound',
      quota({ 'requests.storage': '1Gi' }, { 'requests.storage': '2Gi' }),
      [],
    ],
  ])('%s', (_name, given, expected) => {
    expect(breachedBy([given], two).map(({ text }) => text)).toEqual(expected);
  });

  test('say what is used afterwards', () => {
    const given = quota({ pods: '8', memory: '4Gi' }, { pods: '3', memory: '1Gi' });
    expect(quotaUseAfter([given], two)).toEqual([{ quota: 'compute', text: 'pods 5 of 8, memory 2.1 GB of 4.3 GB' }]);
  });

  const classed = {
    scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['high'] }] },
  };
  test.each<[string, object, object, boolean]>([
    ['a quota without scopes', {}, {}, true],
    ['one for pods with a deadline', { scopes: ['Terminating'] }, {}, false],
    ['one for pods without a deadline', { scopes: ['NotTerminating'] }, {}, true],
    ['one for best effort', { scopes: ['BestEffort'] }, {}, false],
    ['one for all but best effort', { scopes: ['NotBestEffort'] }, {}, true],
    ['one for another priority class', classed, { priorityClassName: 'low' }, false],
    ['one for its priority class', classed, { priorityClassName: 'high' }, true],
  ])('count by their scopes: %s', (_name, scopes, over, counts) => {
    const spec = asking('1', '1Gi', over);
    expect(quotasFor([quota({ pods: '1' }, {}, scopes)], spec)).toHaveLength(counts ? 1 : 0);
  });
});

describe('limit ranges', () => {
  const with_ = (resources: ContainerResources) => ({ containers: [{ name: 'gateway', resources }] });
  test.each<[string, object, ContainerResources, readonly string[]]>([
    ['within', { min: { cpu: '10m' }, max: { cpu: '2' } }, { requests: { cpu: '1' }, limits: { cpu: '2' } }, []],
    ['a limit above', { max: { memory: '1Gi' } }, { limits: { memory: '2Gi' } }, ['memory 2.1 GB, 1.1 GB at most']],
    [
      'no limit at all',
      { max: { memory: '1Gi' } },
      {},
      ['it has no limit of memory, and must have one of 1.1 GB at most'],
    ],
    ['the default limit', { max: { memory: '1Gi' }, default: { memory: '512Mi' } }, {}, []],
    ['a request below', { min: { cpu: '100m' } }, { requests: { cpu: '50m' } }, ['cpu 0.05 cores, 0.1 cores at least']],
    [
      'too far apart',
      { maxLimitRequestRatio: { cpu: '2' } },
      { requests: { cpu: '100m' }, limits: { cpu: '1' } },
      ['limit of cpu 10 times its request, 2 times at most'],
    ],
  ])('of a container: %s', (_name, limit, resources, expected) => {
    const breaches = podBreaches([range(limit)], with_(resources));
    expect(breaches.map(({ text }) => text)).toEqual(expected);
    for (const { range: name, what } of breaches)
      expect([name, what]).toEqual(['limitrange/sizes', 'container gateway']);
  });

  test('of a pod and of a claim', () => {
    const pods = [range({ type: 'Pod', max: { cpu: '1' } })];
    const spec = { containers: ['a', 'b'].map((name) => ({ name, resources: { limits: { cpu: '600m' } } })) };
    expect(podBreaches(pods, spec)).toEqual([
      { range: 'limitrange/sizes', what: 'the pod', text: 'cpu 1.2 cores, 1 core at most' },
    ]);
    const claims = [range({ type: 'PersistentVolumeClaim', max: { storage: '1Gi' } })];
    expect(claimBreaches(claims, 2 ** 31)).toHaveLength(1);
    expect(claimBreaches(claims, 2 ** 30)).toEqual([]);
    expect(podBreaches(claims, spec)).toEqual([]);
  });
});
