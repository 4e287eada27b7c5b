/** A refusal because something has moved says who moved it and when, as far as the object says so itself. */
import { expect, test } from '@jest/globals';
import type { KubernetesObject } from '../../src/domain/kubernetes/objects.ts';
import { type Resource, resources } from '../../src/domain/kubernetes/resources.ts';
import { loadTask } from '../../src/tasks/registry.ts';
import { Scene } from '../contracts/task-scene.ts';
import type { MakeWorld } from '../contracts/world.ts';
import { FakeCluster } from '../fakes/cluster/fake-cluster.ts';

const namespace = 'phoenix-rooivalk';

// biome-ignore lint/suspicious/noExplicitAny: fields of raw objects are written
type Change = (draft: any) => void;

const containers = (name: string, fields: object) => ({
  'f:spec': { 'f:template': { 'f:spec': { 'f:containers': { [`k:${JSON.stringify({ name })}`]: fields } } } },
});

const cases: readonly (readonly [
  id: string,
  what: string,
  resource: Resource,
  name: string,
  change: Change,
  fieldsV1: object,
  says: RegExp,
])[] = [
  [
    'increase-capacity',
    'replicas',
    resources.deployments,
    'api-gateway',
    ({ spec }) => {
      spec.replicas = 4;
    },
    { 'f:spec': { 'f:replicas': {} } },
    /replicas: approved 3, now 4 \(changed 2026-11-24 02:05:12 UTC by manager kubectl-scale\)/,
  ],
  [
    'restart-workload',
    'an image',
    resources.deployments,
    'api-gateway',
    ({ spec }) => {
      spec.template.spec.containers[0].image = 'registry.example/phoenix/api-gateway:9';
    },
    containers('gateway', { 'f:image': {} }),
    /images\.gateway: approved [^;]*:2\.1\.0, now [^;]*:9 \(changed 2026-11-24 02:05:12 UTC by manager kubectl-scale\)/,
  ],
  [
    'rightsize-resources',
    'the template',
    resources.deployments,
    'api-gateway',
    ({ spec }) => {
      spec.template.metadata.labels.seen = 'by a person';
    },
    { 'f:spec': { 'f:template': { 'f:metadata': { 'f:labels': { 'f:seen': {} } } } } },
    /deployment\/api-gateway\.template: approved [^;]*, now [^;]* \(changed 2026-11-24 02:05:12 UTC by manager/,
  ],
  [
    'apply-security-updates',
    'a rollout that was paused',
    resources.deployments,
    'api-gateway',
    ({ spec }) => {
      spec.paused = true;
    },
    { 'f:spec': { 'f:paused': {} } },
    /workloads\.deployment\/api-gateway\.paused: approved false, now true \(changed 2026-11-24 02:05:12 UTC by manager/,
  ],
  [
    'renew-certificates',
    'a Secret',
    resources.secrets,
    'api-gateway-tls',
    ({ metadata }) => {
      metadata.labels = { seen: 'by a person' };
    },
    { 'f:metadata': { 'f:labels': {} } },
    /secrets\.api-gateway-tls\.version: approved \d+, now \d+ \(last written 2026-11-24 02:05:12 UTC by manager/,
  ],
];

test.each(cases)('%s: %s', async (id, _, resource, name, change, fieldsV1, says) => {
  const { makeWorld } = (await import(`./${id}/world.ts`)) as { makeWorld: MakeWorld };
  const world = await makeWorld();
  const scene = new Scene((await loadTask(id)) as never, world);
  const prepared = await scene.prepare();
  const { cluster } = world.ports;
  if (!(cluster instanceof FakeCluster)) throw new Error('the world has no fake cluster');
  cluster.edit<KubernetesObject>(resource as Resource<KubernetesObject>, namespace, name, (draft) => {
    change(draft);
    const time = '2026-11-24T02:05:12Z';
    draft.metadata.managedFields = [{ manager: 'kubectl-scale', operation: 'Update', time, fieldsV1 }];
  });
  const { entry } = await scene.carryOut({ prepared });
  expect(entry).toMatchObject({ status: 'refused', applied: [], cause: expect.stringMatching(says) });
  expect(entry.plan?.refusals.at(-1)?.state).toMatch(says);
  expect(entry.plan?.digest).toBe(prepared.plan.digest);
  expect(JSON.stringify(entry.plan?.steps)).not.toContain('kubectl-scale');
});

test('a workload that was made anew under its name says when', async () => {
  const { makeWorld } = (await import('./restart-workload/world.ts')) as { makeWorld: MakeWorld };
  const world = await makeWorld();
  const scene = new Scene((await loadTask('restart-workload')) as never, world);
  const prepared = await scene.prepare();
  const { cluster } = world.ports;
  if (!(cluster instanceof FakeCluster)) throw new Error('the world has no fake cluster');
  const was = await cluster.get(resources.deployments, namespace, 'api-gateway');
  cluster.remove(resources.deployments, namespace, 'api-gateway');
  cluster.add(resources.deployments, {
    ...was,
    metadata: { name: 'api-gateway', namespace, creationTimestamp: '2026-11-24T02:05:12Z' },
  });
  const { entry } = await scene.carryOut({ prepared });
  expect(entry.cause).toMatch(/uid: approved [^;]*, now [^;]* \(made 2026-11-24 02:05:12 UTC\)/);
});
