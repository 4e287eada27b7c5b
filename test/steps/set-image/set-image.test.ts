import { describe, expect, test } from '@jest/globals';
import type { WorkloadKind } from '../../../src/domain/configuration/platform/workload-kind.ts';
import { isReady } from '../../../src/domain/kubernetes/pods.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { isPreventive, type StepOf } from '../../../src/domain/step/step.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { StepFailed } from '../../../src/steps/failure/step-failed.ts';
import executor from '../../../src/steps/set-image.ts';
import { failing, type SceneTraits, scene } from './scene.ts';

const kinds: readonly WorkloadKind[] = ['Deployment', 'StatefulSet', 'DaemonSet'];
const failure = (asked: Promise<unknown>): Promise<PortError> =>
  asked.then(
    () => Promise.reject(new Error('it did not fail')),
    (error: PortError) => error,
  );

describe('setting images', () => {
  test.each(kinds)('of a %s: every pod runs them, and they can be put back', async (kind) => {
    const { step, context, images, podImages, from, to } = scene({ kind });
    const planned = await step();
    expect(isPreventive(planned)).toBe(true);
    expect(await executor.settle(context(), planned)).toBe('not-done');
    expect((await executor.apply(context(), planned)).text).toBe('3 pods ready with api-gateway:2.1.1');
    expect([await images(), await podImages()]).toEqual([to, [to, to, to]]);
    expect(await executor.settle(context(), planned)).toBe('done');
    expect((await executor.revert?.(context(), planned))?.text).toBe('3 pods ready with api-gateway:2.1.0');
    expect([await images(), await podImages()]).toEqual([from, [from, from, from]]);
    expect(await executor.settle(context(), planned)).toBe('not-done');
  });

  test('what is left of evicted pods of a Deployment is in the way of neither the update nor its way back', async () => {
    const { step, context, evict, record } = scene();
    await evict('evicted-before');
    const planned = await step();
    expect((await executor.apply(context(), planned)).text).toBe('3 pods ready with api-gateway:2.1.1');
    await evict('evicted-since');
    expect((await executor.revert?.(context(), planned))?.text).toBe('3 pods ready with api-gateway:2.1.0');
    expect(await executor.settle(context(), planned)).toBe('not-done');
    expect(record.quarantined).toEqual({});
  });

  test('of every container and init container at once, and of no other', async () => {
    const beside = { sidecar: 'registry.example.com/mesh:1.0.0' };
    const from = { 'init/migrate': 'registry.example.com/m:1.0.0', gateway: 'registry.example.com/g:1.0.0' };
    const { step, context, images, podImages, to } = scene({ from, beside });
    await executor.apply(context(), await step());
    expect(await images()).toEqual({ ...beside, ...to });
    expect((await podImages())[0]).toEqual({ ...beside, ...to });
  });

  test.each<[string, (draft: { spec: Record<string, never> }) => void]>([
    ['another image', ({ spec }) => ((spec as never as Spec).template.spec.containers[0].image = 'x:9')],
    ['another variable', ({ spec }) => ((spec as never as Spec).template.spec.containers[0].env = [{ name: 'A' }])],
    ['another label', ({ spec }) => ((spec as never as Spec).template.metadata.labels.a = 'b')],
    ['paused', ({ spec }) => ((spec as never as Spec).paused = true)],
  ])('nothing is changed when somebody has changed it since: %s', async (_name, change) => {
    const { cluster, step, context, edit } = scene();
    const planned = await step();
    edit(change as never);
    const before = cluster.changes().length;
    expect((await failure(executor.apply(context(), planned))).code).toBe('conflict');
    expect(cluster.changes().length).toBe(before);
  });

  test('nothing is changed of another workload under the same name', async () => {
    const { cluster, step, context } = scene();
    const planned = await step();
    const other = { ...planned, parameters: { ...planned.parameters, uid: 'the uid of one that was removed' } };
    expect((await failure(executor.apply(context(), other))).code).toBe('conflict');
    expect(await executor.settle(context(), other)).toBe('moved');
    expect(cluster.changes()).toEqual([]);
  });

  test('a change between our reading and our request is seen by the request itself', async () => {
    const { cluster, step, context, edit, images } = scene();
    const planned = await step();
    cluster.intercept(({ verb }) => {
      if (verb === 'patch') edit((({ spec }: { spec: Spec }) => (spec.template.spec.containers[0].env = [])) as never);
      return undefined;
    });
    expect((await failure(executor.apply(context(), planned))).code).toBe('conflict');
    expect(await images()).toEqual(planned.from);
  });

  test('a lost answer is settled by reading', async () => {
    const lost = new PortError({ code: 'timeout', subject: 'api', message: 'no answer' });
    const arrived = scene();
    arrived.cluster.fail({ verb: 'patch' }, { after: lost });
    expect((await executor.apply(arrived.context(), await arrived.step())).text).toMatch(/^3 pods ready/);
    const gone = scene();
    gone.cluster.fail({ verb: 'patch' }, { before: lost });
    expect(await failure(executor.apply(gone.context(), await gone.step()))).toMatchObject({
      code: 'failed',
      message: 'no answer; the change did not arrive',
    });
  });

  test('a run that was asked to stop does not wait to the end', async () => {
    const { step, context } = scene({ fate: failing });
    const abort = new AbortController();
    const stopping = context(abort.signal);
    const pause = async () => {
      throw new PortError({ code: 'cancelled', subject: 'run', message: 'the run was asked to stop' });
    };
    expect((await failure(executor.apply({ ...stopping, pause }, await step()))).code).toBe('cancelled');
  });
});

interface Spec {
  paused?: boolean;
  template: {
    metadata: { labels: Record<string, string> };
    spec: { containers: [{ image?: string; env?: object[] }] };
  };
}

describe('images that fail', () => {
  const broken = async (traits: SceneTraits = {}) => {
    const made = scene({ fate: failing, ...traits });
    made.cluster.onLogs(({ container }) => [`${container}: cannot reach the ledger`, '::error::planted']);
    const planned = await made.step();
    const error = await failure(executor.apply(made.context(), planned));
    return { ...made, planned, error };
  };

  test.each(kinds)('of a %s: kept, in quarantine, and put back', async (kind) => {
    const { planned, error, context, pods, record, from, repository, digest } = await broken({ kind });
    expect(error).toBeInstanceOf(StepFailed);
    expect(error.message).toMatch(
      /^no progress for 30 s: 1 of 3 of the new version, 0 ready.*will not be tried again$/,
    );
    expect(Object.keys(record.quarantined)).toEqual([`${repository}@${digest}`]);
    expect(record.quarantined[`${repository}@${digest}`]).toMatchObject({ subject: planned.subject });
    expect(await executor.settle(context(), planned)).toBe('done');
    await executor.revert?.(context(), planned);
    const after = await pods();
    expect(after.map(({ spec }) => spec.containers[0]?.image)).toEqual([from.gateway, from.gateway, from.gateway]);
    expect(after.every(isReady)).toBe(true);
    expect(await executor.settle(context(), planned)).toBe('not-done');
  });

  test('of an OrderedReady StatefulSet are not put back by the template alone', async () => {
    const { planned, context, cluster, pods, images, from, edit, reconcile } = await broken({ kind: 'StatefulSet' });
    edit((({ spec }: { spec: Spec }) => (spec.template.spec.containers[0].image = from.gateway ?? '')) as never);
    reconcile();
    expect(await images()).toEqual(from);
    expect((await pods()).filter((pod) => !isReady(pod)).map(({ metadata }) => metadata.name)).toEqual([
      'api-gateway-2',
    ]);
    expect(await executor.settle(context(), planned)).toBe('done');
    expect((await executor.revert?.(context(), planned))?.text).toContain('1 stuck pod removed');
    const deleted = cluster.changes().flatMap(({ verb, name }) => (verb === 'delete' ? [name] : []));
    expect(deleted).toEqual(['api-gateway-2']);
  });

  test('leave their events and logs, cut to what a report can hold', async () => {
    const made = scene({ fate: failing, kind: 'StatefulSet' });
    made.cluster.add(resources.events, {
      metadata: { name: 'e1', namespace: made.namespace, creationTimestamp: '2026-11-24T02:01:00Z' },
      involvedObject: { kind: 'Pod', name: 'api-gateway-2' },
      type: 'Warning',
      reason: 'Unhealthy',
      message: `Readiness probe failed ${'x'.repeat(900)}`,
      count: 7,
    });
    made.cluster.onLogs(() => Array.from({ length: 500 }, (_, line) => `line ${line}`));
    const error = (await failure(executor.apply(made.context(), await made.step()))) as StepFailed;
    expect(error.kept.map(({ what, lines }) => [what, lines.length])).toEqual([
      ['events of pod/api-gateway-2', 1],
      ['logs of pod/api-gateway-2, container gateway', 40],
    ]);
    expect(error.kept[0]?.lines[0]).toMatch(
      /^2026-11-24T02:01:00Z Warning Unhealthy \(7 times\): Readiness probe failed x+$/,
    );
    expect(error.kept[0]?.lines[0]).toHaveLength(300);
    expect(error.kept[1]?.lines.at(-1)).toBe('line 499');
  });

  test('that print their environment are kept without the passwords that stand there', async () => {
    const made = scene({ fate: failing });
    made.edit((({ spec }: { spec: Spec }) => {
      spec.template.spec.containers[0].env = [{ name: 'DATABASE_PASSWORD', value: 'pl4nted-in-env-value' }];
    }) as never);
    made.cluster.onLogs(() => ['DATABASE_PASSWORD=pl4nted-in-env-value MODE=live']);
    const error = (await failure(executor.apply(made.context(), await made.step()))) as StepFailed;
    expect(error.kept.at(-1)?.lines).toEqual(['DATABASE_PASSWORD=*** MODE=live']);
    expect(JSON.stringify(error.kept)).not.toContain('pl4nted');
  });

  test('whose logs may not be read say so, and are undone all the same', async () => {
    const made = scene({ fate: failing });
    made.cluster.forbid({ resource: resources.pods, subresource: 'log', verbs: ['get'] });
    const planned = await made.step();
    const error = (await failure(executor.apply(made.context(), planned))) as StepFailed;
    expect(error.kept.at(-1)?.lines[0]).toMatch(/^\(could not be read: User maintenance may not get pods\/log/);
    await executor.revert?.(made.context(), planned);
    expect(await made.images()).toEqual(made.from);
  });

  test('that break a dependent are failures too', async () => {
    const made = scene();
    const { cluster, namespace } = made;
    cluster.add(resources.statefulSets, {
      metadata: { name: 'dependent', namespace },
      spec: { replicas: 0, selector: { matchLabels: { app: 'dependent' } }, template: { spec: { containers: [] } } },
    });
    cluster.onChange(({ resource }) => {
      if (resource.plural !== 'deployments') return;
      cluster.edit(resources.statefulSets, namespace, 'dependent', (draft) => {
        draft.spec.replicas = 2;
        draft.status = { readyReplicas: 1 };
      });
    });
    const error = await failure(executor.apply(made.context(), await made.step()));
    expect(error.message).toMatch(/^1 workload became unready with it: statefulset\/dependent/);
    expect(Object.keys(made.record.quarantined)).toHaveLength(1);
  });

  test('that cannot be pulled go into quarantine only while their registry answers', async () => {
    const pulling = { fate: { ...failing, waits: 'ImagePullBackOff' } };
    const answering = await broken(pulling);
    expect(answering.error.message).toMatch(/ImagePullBackOff; sha256:\w+ will not be tried again$/);
    const down = scene(pulling);
    const subject = 'registry registry.example.com';
    down.registry.failures.set('registry.example.com', { code: 'unreachable', subject, message: 'down' });
    const error = await failure(executor.apply(down.context(), await down.step()));
    expect(error.message).toMatch(/not in quarantine: their registry does not answer$/);
    expect(down.record.quarantined).toEqual({});
  });

  const two = {
    gateway: 'registry.example.com/phoenix/api-gateway:2.1.0',
    mesh: 'registry.example.com/mesh:1.0.0',
  };
  const status = (name: string, traits: object = {}) => ({ name, ready: true, restartCount: 0, ...traits });
  const creating = { ready: false, state: { waiting: { reason: 'ContainerCreating' } } };
  const crashing = { ready: false, restartCount: 4, state: { waiting: { reason: 'CrashLoopBackOff' } } };

  test.each<[string, NonNullable<SceneTraits['from']>, readonly object[], readonly string[], RegExp]>([
    [
      'the container that crashes',
      two,
      [status('gateway', crashing), status('mesh')],
      ['phoenix/api-gateway'],
      /not be tried/,
    ],
    ['the one that is not ready', two, [status('gateway'), status('mesh', { ready: false })], ['mesh'], /not be tried/],
    [
      'no container, none began to run',
      two,
      [status('gateway', creating), status('mesh', creating)],
      [],
      /begun to run$/,
    ],
    ['no container, none was even made', two, [], [], /begun to run$/],
    [
      'another one, nothing else having changed',
      { gateway: two.gateway },
      [status('gateway', { ready: false, state: creating.state }), status('beside', crashing)],
      ['phoenix/api-gateway'],
      /not be tried/,
    ],
    [
      'an init container',
      { 'init/migrate': two.mesh, gateway: two.gateway },
      [
        status('gateway', { ready: false, state: { waiting: { reason: 'PodInitializing' } } }),
        status('migrate', crashing),
      ],
      ['mesh'],
      /not be tried/,
    ],
  ])('go into quarantine by what failed: %s', async (_name, from, statuses, repositories, words) => {
    const made = scene({ fate: { ...failing, statuses: statuses as never }, from });
    const error = await failure(executor.apply(made.context(), await made.step()));
    expect(error.message).toMatch(words);
    const barred = Object.keys(made.record.quarantined).map((key) => key.replace(/@.*$/, ''));
    expect(barred).toEqual(repositories.map((name) => `registry.example.com/${name}`));
  });

  test('and a record that cannot be written do not hide each other', async () => {
    const made = scene({ fate: failing });
    made.record.failure = new PortError({ code: 'forbidden', subject: 'state', message: 'may not update configmaps' });
    const error = await failure(executor.apply(made.context(), await made.step()));
    expect(error.message).toMatch(/^no progress.*could not be put into quarantine \(may not update configmaps\)$/);
  });
});

describe('putting back', () => {
  test('leaves alone what somebody has changed since', async () => {
    const { step, context, edit, images } = scene();
    const planned = await step();
    await executor.apply(context(), planned);
    edit((({ spec }: { spec: Spec }) => (spec.template.spec.containers[0].image = 'their/own:1')) as never);
    expect(await executor.settle(context(), planned)).toBe('moved');
    expect((await failure(Promise.resolve(executor.revert?.(context(), planned)))).code).toBe('conflict');
    expect(await images()).toEqual({ gateway: 'their/own:1' });
  });

  test('keeps what somebody has changed beside it', async () => {
    const { step, context, edit, read, from } = scene();
    const planned = await step();
    await executor.apply(context(), planned);
    edit((({ spec }: { spec: Spec }) => (spec.template.spec.containers[0].env = [{ name: 'A' }])) as never);
    await executor.revert?.(context(), planned);
    expect((await read()).spec.template.spec.containers[0]).toMatchObject({
      image: from.gateway,
      env: [{ name: 'A' }],
    });
  });

  test('fails when the former pods do not become ready either', async () => {
    const { step, context } = scene({ fate: { becomesReady: () => false } });
    const planned: StepOf<'set-image'> = await step();
    await failure(executor.apply(context(), planned));
    const error = await failure(Promise.resolve(executor.revert?.(context(), planned)));
    expect(error).toMatchObject({ code: 'failed', message: expect.stringMatching(/^its images are as before/) });
  });
});
