import { describe, expect, test } from '@jest/globals';
import type { Draft } from '../../../src/domain/plan/plan.ts';
import { type Given, gateway, ledger, planned, templated } from './planned.ts';

const stepsOf = ({ steps }: Draft) => steps.map(({ kind, subject, from, to }) => [kind, subject, from, to]);

describe('what is planned', () => {
  test.each<[string, Given, readonly unknown[]]>([
    ['more pods', { ...gateway, replicas: '5' }, [['scale-workload', 'deployment/api-gateway', 3, 5]]],
    [
      'more for each pod',
      { ...gateway, 'cpu-request': '0.1' },
      [
        [
          'set-resources',
          'deployment/api-gateway',
          { gateway: { 'requests.cpu': '50m' } },
          { gateway: { 'requests.cpu': '100m' } },
        ],
      ],
    ],
    [
      'a request where there was none',
      { ...ledger, 'memory-request': '128Mi', container: 'node' },
      [
        [
          'set-resources',
          'statefulset/blockchain-node',
          { node: { 'requests.memory': '64Mi' } },
          { node: { 'requests.memory': '128Mi' } },
        ],
      ],
    ],
    [
      'larger volumes, each by itself',
      { ...ledger, 'volume-size': '64Mi' },
      [0, 1, 2, 3].map((ordinal) => [
        'expand-volume',
        `persistentvolumeclaim/data-blockchain-node-${ordinal}`,
        '48Mi',
        '64Mi',
      ]),
    ],
    [
      'both, larger pods before more of them',
      { ...gateway, replicas: '4', 'memory-limit': '0.25Gi' },
      [
        [
          'set-resources',
          'deployment/api-gateway',
          { gateway: { 'limits.memory': '160Mi' } },
          { gateway: { 'limits.memory': '256Mi' } },
        ],
        ['scale-workload', 'deployment/api-gateway', 3, 4],
      ],
    ],
  ])('%s', async (_name, given, steps) => {
    const draft = await planned(given);
    expect(draft.refusals).toEqual([]);
    expect(stepsOf(draft)).toEqual(steps);
    expect(Object.values(draft.review ?? {}).flat()).not.toContain('');
  });

  test.each<[string, Given, RegExp]>([
    [
      'as many pods as there are',
      { ...gateway, replicas: '3' },
      /^nothing to do: deployment\/api-gateway has 3 replicas already$/,
    ],
    [
      'what it has, written in another way',
      { ...gateway, 'cpu-request': '0.05' },
      /requests.cpu of container gateway 50m already$/,
    ],
    ['the size that its volumes have', { ...ledger, 'volume-size': '48Mi' }, /4 of 4 claims have 48Mi already$/],
  ])('nothing, for %s', async (_name, given, result) => {
    const draft = await planned(given);
    expect([draft.steps, draft.refusals, draft.result]).toEqual([[], [], expect.stringMatching(result)]);
  });

  test('more pods of a StatefulSet, with the claims that they bring', async () => {
    const { steps, review } = await planned({ ...ledger, replicas: '6' }, templated());
    expect(steps.map(({ kind }) => kind)).toEqual(['scale-workload']);
    expect(review?.couldGoWrong).toContain(
      '2 volume claims of 101 MB in all would come with the added pods, and stay when they are gone',
    );
  });

  test('names another class of service', async () => {
    const both = { cpu: '50m', memory: '64Mi' };
    const { review } = await planned({ ...gateway, 'cpu-limit': '100m' }, (bench) =>
      bench.edit('deployments', 'api-gateway', ({ spec }) => {
        spec.template.spec.containers[0].resources = { requests: both, limits: both };
      }),
    );
    expect(review?.couldGoWrong.join(' ')).toContain('class of service Guaranteed → Burstable');
  });

  test('bounds in sentences are the platform’s own', async () => {
    const scaling = { cpu: 61, memory: 62 };
    const { review } = await planned({ ...gateway, replicas: '5' }, undefined, { capacity: { scaling } });
    expect(review?.why.join(' ')).toMatch(/from 61 % on.*from 62 % on/);
  });

  test('with what is measured, what fits, and what more pods cost the database', async () => {
    const { review, findings } = await planned({ ...gateway, replicas: '5' });
    expect(findings).toEqual([]);
    expect(review).toEqual({
      why: [
        'cpu of container gateway: 0.039 cores at p95, 78 % of its request (more is wanted from 70 % on) over 7 days (Prometheus)',
        'memory of container gateway: 115 MB at its peak, 172 % of its request (more is wanted from 75 % on) over 7 days (Prometheus)',
      ],
      fits: [
        'nodes after: cpu 7.5 % promised (now 5.8 %), memory 4.7 % (now 3.6 %)',
        'no quota bounds it',
        'no disruption: nothing that runs is taken away',
      ],
      undo: [
        'replicas back to 3: takes what the added pods need to end, at most 5 s',
        'put back by itself when a step fails',
      ],
      couldGoWrong: [
        'up to 2 more sessions of the database per pod: 16 of 97 in use after (now 12)',
        'the added pods do not become ready; then they are removed again after 5 min without progress',
      ],
      healthNow: ['3 of 3 pods ready, 0 restarts in their life', 'every other workload of the namespace is ready'],
      blastRadius: {
        workloads: ['deployment/api-gateway'],
        pods: 2,
        awayAtOnce: 0,
        volumes: [],
        budgets: [{ name: 'poddisruptionbudget/api-gateway', allowed: 1 }],
      },
    });
  });
});
