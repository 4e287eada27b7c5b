import { describe, expect, test } from '@jest/globals';
import type { FieldsByContainer } from '../../src/domain/capacity/resource-fields.ts';
import { fieldOf, holdsFields } from '../../src/domain/capacity/resource-fields.ts';
import type { Pod, Workload } from '../../src/domain/kubernetes/objects.ts';
import { parseQuantity } from '../../src/domain/kubernetes/quantity.ts';
import { type Resource, resources } from '../../src/domain/kubernetes/resources.ts';
import type { WorkloadRef } from '../../src/domain/step/kinds.ts';
import type { StepOf } from '../../src/domain/step/step.ts';
import { PortError } from '../../src/ports/port-error.ts';
import executor from '../../src/steps/set-resources.ts';
import { FakeCluster } from '../fakes/cluster/fake-cluster.ts';
import { WorkloadController } from '../fakes/cluster/workload-controller.ts';
import { FakeMetrics } from '../fakes/metrics/fake-metrics.ts';
import { testNow } from '../tasks/environment.ts';
import { stepContext } from './step-context.ts';

const namespace = 'phoenix-rooivalk';
const labels = { app: 'gateway' };
const Mi = 2 ** 20;

interface Given {
  readonly kind?: WorkloadRef['resource'];
  readonly resources?: object;
  readonly from?: FieldsByContainer;
  readonly to?: FieldsByContainer;
  readonly peakWithinMs?: number;
  /** A container with less memory than this never becomes ready. */
  readonly leastMemory?: string;
}

function world(given: Given = {}) {
  const {
    kind = 'deployments',
    from = { main: { 'limits.memory': '160Mi' } },
    to = { main: { 'limits.memory': '200Mi' } },
  } = given;
  const cluster = new FakeCluster();
  const metrics = new FakeMetrics();
  const resource: Resource<Workload> = kind === 'deployments' ? resources.deployments : resources.statefulSets;
  const own = given.resources ?? { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '160Mi' } };
  const { metadata } = cluster.add(resource, {
    metadata: { name: 'gateway', namespace },
    spec: {
      replicas: 3,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            { name: 'main', image: 'x:1', ...(given.resources === null ? {} : { resources: own }) },
            { name: 'proxy', image: 'y:1' },
          ],
        },
      },
    },
  } as object as Workload);
  const enough = ({ spec }: Pod): boolean =>
    (parseQuantity(fieldOf(spec.containers[0] ?? { name: '' }, 'limits.memory') ?? '1Ti') ?? 0) >=
    (parseQuantity(given.leastMemory ?? '0') ?? 0);
  const controller = new WorkloadController(cluster, { becomesReady: enough });
  controller.reconcile();
  const step: StepOf<'set-resources'> = {
    id: 'set-resources',
    kind: 'set-resources',
    subject: `${kind === 'deployments' ? 'deployment' : 'statefulset'}/gateway`,
    from,
    to,
    parameters: {
      resource: kind,
      namespace,
      name: 'gateway',
      uid: metadata.uid,
      readyWithinMs: 20_000,
      ...(given.peakWithinMs === undefined ? {} : { peakWithinMs: given.peakWithinMs }),
    },
    why: 'w',
    risk: 'r',
    undo: 'u',
    deadlineMs: 60_000,
  } as StepOf<'set-resources'>;
  const spec = async () => (await cluster.get(resource, namespace, 'gateway'))?.spec.template.spec as Pod['spec'];
  const pods = () => Object.values(cluster.snapshot()).filter((object) => (object as Pod).kind === 'Pod') as Pod[];
  return { cluster, metrics, resource, step, spec, pods, context: stepContext({ cluster, metrics }) };
}

describe('setting resources', () => {
  test.each<[string, Given]>([
    ['a value that is there', {}],
    ['a value that is new', { from: { main: { 'limits.cpu': null } }, to: { main: { 'limits.cpu': '1' } } }],
    [
      'a value that is to be gone',
      { from: { main: { 'limits.memory': '160Mi' } }, to: { main: { 'limits.memory': null } } },
    ],
    [
      'values where nothing is set yet',
      {
        from: { proxy: { 'requests.cpu': null, 'requests.memory': null, 'limits.memory': null } },
        to: { proxy: { 'requests.cpu': '10m', 'requests.memory': '16Mi', 'limits.memory': '32Mi' } },
      },
    ],
    [
      'two containers in one rollout',
      {
        from: { main: { 'requests.cpu': '50m' }, proxy: { 'requests.cpu': null } },
        to: { main: { 'requests.cpu': '100m' }, proxy: { 'requests.cpu': '10m' } },
      },
    ],
    ['a StatefulSet', { kind: 'statefulsets' }],
  ])('changes and puts back %s', async (_name, given) => {
    const { step, spec, pods, context } = world(given);
    const before = JSON.stringify(await spec());
    expect(await executor.settle(context, step)).toBe('not-done');
    expect((await executor.apply(context, step)).text).toBe('3 pods ready with what they ask for now');
    expect(await executor.settle(context, step)).toBe('done');
    expect(pods().every((pod) => holdsFields(pod.spec, step.to as FieldsByContainer))).toBe(true);
    await executor.revert?.(context, step);
    expect(await executor.settle(context, step)).toBe('not-done');
    expect(normal(await spec())).toEqual(normal(JSON.parse(before)));
  });

  test.each<[string, (draft: { spec: { paused?: boolean; template: { spec: Pod['spec'] } } }) => void, RegExp, string]>(
    [
      [
        'a value',
        ({ spec }) => Object.assign(spec.template.spec.containers[0]?.resources?.limits ?? {}, { memory: '1Gi' }),
        /got another limits.memory of main/,
        'moved',
      ],
      [
        'its containers',
        ({ spec }) => Object.assign(spec.template.spec, { containers: [{ name: 'other' }] }),
        /lost its container main/,
        'moved',
      ],
      ['its pause', ({ spec }) => Object.assign(spec, { paused: true }), /no longer holds what was read/, 'not-done'],
    ],
  )('leaves alone what somebody else has changed since: %s', async (_name, change, message, settled) => {
    const { cluster, resource, step, context } = world();
    cluster.edit(resource, namespace, 'gateway', change as never);
    await expect(executor.apply(context, step)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(message),
    });
    expect(await executor.settle(context, step)).toBe(settled);
    expect(cluster.changes()).toEqual([]);
  });

  test('knows a value that is written in another way', async () => {
    const { step, spec, context } = world({ from: { main: { 'limits.memory': '167772160' } } });
    await executor.apply(context, step);
    await executor.revert?.(context, step);
    expect(holdsFields(await spec(), { main: { 'limits.memory': '160Mi' } })).toBe(true);
  });

  test('does not mind what else has changed since', async () => {
    const { cluster, resource, step, context } = world();
    cluster.edit(resource, namespace, 'gateway', (draft) => {
      draft.spec.template.spec.containers.unshift({ name: 'injected', image: 'z:1' });
      draft.spec.template.spec.containers[1].resources.requests.cpu = '75m';
    });
    expect((await executor.apply(context, step)).text).toMatch(/^3 pods ready/);
    const now = await cluster.get(resource, namespace, 'gateway');
    expect(now?.spec.template.spec.containers.map((each) => each.resources)).toEqual([
      undefined,
      { requests: { cpu: '75m', memory: '64Mi' }, limits: { memory: '200Mi' } },
      undefined,
    ]);
  });

  test.each(['deployments', 'statefulsets'] as const)(
    '%s whose pods do not start with it are put back, stuck pods too',
    async (kind) => {
      const given = { kind, to: { main: { 'limits.memory': '100Mi' } }, leastMemory: '128Mi' };
      const { step, pods, context } = world(given);
      await expect(executor.apply(context, step)).rejects.toMatchObject({
        code: 'failed',
        kept: expect.arrayContaining([]),
      });
      expect(await executor.settle(context, step)).toBe('done');
      const { text } = (await executor.revert?.(context, step)) ?? { text: '' };
      expect(text).toBe(
        `3 pods ready with what they asked for before${kind === 'statefulsets' ? ', 1 stuck pod removed' : ''}`,
      );
      expect(await executor.settle(context, step)).toBe('not-done');
      expect(pods().filter((pod) => holdsFields(pod.spec, { main: { 'limits.memory': '160Mi' } }))).toHaveLength(3);
    },
  );

  test('a lost answer does not leave the watching out', async () => {
    const { cluster, step, context } = world();
    cluster.fail(
      { verb: 'patch' },
      { after: new PortError({ code: 'timeout', subject: 'api', message: 'no answer' }) },
    );
    expect((await executor.apply(context, step)).text).toMatch(/^3 pods ready/);
  });
});

describe('what was used, immediately before', () => {
  const smaller = { to: { main: { 'limits.memory': '100Mi' } }, peakWithinMs: 86_400_000 };
  const using = (metrics: FakeMetrics, bytes: number, cores = 0.01) => {
    metrics.answerRange(/working_set/, [{ labels: { container: 'main' }, points: [[testNow, bytes]] }]);
    metrics.answerRange(/cpu_usage/, [{ labels: { container: 'main' }, points: [[testNow, cores]] }]);
  };

  test.each<[string, Partial<Given>, number, number, RegExp | undefined]>([
    ['below the new limit', {}, 99 * Mi, 0, undefined],
    ['at the new limit', {}, 100 * Mi, 0, /^container main used memory 105 MB, and would have 105 MB$/],
    ['above it', {}, 150 * Mi, 0, /used memory 157 MB/],
    [
      'more processor than it would have',
      { from: { main: { 'requests.cpu': '50m' } }, to: { main: { 'requests.cpu': '20m' } } },
      Mi,
      0.03,
      /used cpu 0.03 cores, and would have 0.02 cores/,
    ],
    ['more processor, which is not changed', {}, Mi, 9, undefined],
  ])('%s', async (_name, over, bytes, cores, moved) => {
    const { metrics, step, context } = world({ ...smaller, ...over });
    using(metrics, bytes, cores);
    expect(await executor.precondition(context, step)).toEqual(
      moved === undefined ? { holds: true } : { holds: false, moved: expect.stringMatching(moved) },
    );
  });

  test('now, by the metrics API, above what was stored', async () => {
    const { cluster, metrics, pods, step, context } = world(smaller);
    using(metrics, 10 * Mi);
    const [pod] = pods();
    cluster.add(resources.podMetrics, {
      metadata: { name: pod?.metadata.name ?? '', namespace },
      containers: [{ name: 'main', usage: { cpu: '1m', memory: '120Mi' } }],
    } as never);
    expect(await executor.precondition(context, step)).toMatchObject({
      holds: false,
      moved: expect.stringContaining('126 MB'),
    });
  });

  test('what nobody knows is not taken for nothing', async () => {
    const { step, context } = world(smaller);
    expect(await executor.precondition(context, step)).toMatchObject({
      holds: false,
      moved: expect.stringMatching(/^how much memory container main uses is not known/),
    });
  });

  test('is not asked where nothing becomes smaller', async () => {
    const { step, context } = world();
    expect(await executor.precondition(context, step)).toEqual({ holds: true });
  });
});

/** The API server drops maps that hold nothing. */
function normal(spec: Pod['spec']): unknown {
  return JSON.parse(JSON.stringify(spec), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
      ? undefined
      : value,
  );
}
