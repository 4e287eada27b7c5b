/** Asking the API server as the identity for dry runs: what it answers, and that it is held to asking. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sandboxState } from '../../sandbox/supervisor/enter.ts';
import { connectKubernetes } from '../../src/adapters/kubernetes/connect.ts';
import type { KubernetesCluster } from '../../src/adapters/kubernetes/kubernetes-cluster.ts';
import { createManifestCheck } from '../../src/adapters/kubernetes/manifest-check.ts';
import { type Resource, resources } from '../../src/domain/kubernetes/resources.ts';
import type { CheckedDocument, ManifestCheck } from '../../src/ports/manifest-check.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { dryRunObjects } from '../../tools/sync/dry-run.ts';
import { sandboxPlatform } from './servers/identity.ts';

const long = 120_000;
const name = 'maintenance-dry-run';
const policyBinding: Resource = {
  group: 'admissionregistration.k8s.io',
  version: 'v1',
  plural: 'validatingadmissionpolicybindings',
  kind: 'ValidatingAdmissionPolicyBinding',
  namespaced: false,
};
const kinds: Readonly<Record<string, Resource>> = {
  ServiceAccount: resources.serviceAccounts,
  ValidatingAdmissionPolicy: {
    ...policyBinding,
    plural: 'validatingadmissionpolicies',
    kind: 'ValidatingAdmissionPolicy',
  },
  ValidatingAdmissionPolicyBinding: policyBinding,
  Role: { group: 'rbac.authorization.k8s.io', version: 'v1', plural: 'roles', kind: 'Role', namespaced: true },
  RoleBinding: {
    group: 'rbac.authorization.k8s.io',
    version: 'v1',
    plural: 'rolebindings',
    kind: 'RoleBinding',
    namespaced: true,
  },
};

interface Applied {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

describe('dry runs', () => {
  let cluster: KubernetesCluster;
  let check: ManifestCheck;
  let objects: readonly Applied[];
  const masked: string[] = [];
  const namespace = 'phoenix-rooivalk';
  const document = (kind: string, apiVersion: string, documentName: string, rest: object): CheckedDocument => {
    const metadata = { name: documentName, namespace };
    return { apiVersion, kind, name: documentName, namespace, object: { apiVersion, kind, metadata, ...rest } };
  };

  async function create(object: Applied): Promise<void> {
    const resource = kinds[object.kind] as Resource;
    if ((await cluster.get(resource, object.metadata.namespace, object.metadata.name)) !== undefined) return;
    await cluster.create(resource, object.metadata.namespace, object);
  }

  /** A policy is not in force at once, and not out of force at once. */
  async function until(held: boolean): Promise<void> {
    const deadline = performance.now() + 60_000;
    for (;;) {
      const proof = await check.prove();
      if (proof.held === held || performance.now() > deadline) return;
      await systemClock.sleep(500);
    }
  }

  beforeAll(async () => {
    cluster = await connectKubernetes({
      clock: systemClock,
      random: Math.random,
      kubeconfig: sandboxState().kubeconfigOutside,
    });
    objects = dryRunObjects((await sandboxPlatform()).platform) as readonly Applied[];
    if ((await cluster.get(resources.namespaces, undefined, 'rooivalk-maintenance')) === undefined) {
      await cluster.create(resources.namespaces, undefined, { metadata: { name: 'rooivalk-maintenance' } });
    }
    for (const object of objects) await create(object);
    check = createManifestCheck({ cluster: async () => cluster, mask: (secret) => void masked.push(secret) });
    await until(true);
  }, long);
  afterAll(() => cluster?.close());

  test(
    'the identity is held, and its token is kept out of everything before it is used',
    async () => {
      expect(await check.prove()).toEqual({ held: true });
      expect(masked.length).toBeGreaterThan(0);
      expect(await cluster.get(resources.configMaps, 'rooivalk-maintenance', `${name}-proof`)).toBeUndefined();
    },
    long,
  );

  test.each<[string, () => CheckedDocument, object]>([
    [
      'a document that is not in the cluster',
      () => document('ConfigMap', 'v1', 'dry-run-absent', { data: { a: 'b' } }),
      { outcome: 'absent' },
    ],
    [
      'a document that is otherwise there',
      () => document('Deployment', 'apps/v1', 'api-gateway', { spec: { replicas: 17 } }),
      { outcome: 'drift', fields: ['.spec.replicas'] },
    ],
    [
      'a document that is not valid',
      () => document('Service', 'v1', 'dry-run-invalid', { spec: { ports: [{ port: 99_999_999 }] } }),
      { outcome: 'refused' },
    ],
    ['a kind that nobody knows', () => document('Widget', 'example.com/v1', 'x', {}), { outcome: 'refused' }],
    ['an API version that is no version', () => document('Pod', '../../etc', 'x', {}), { outcome: 'refused' }],
    [
      'what it has no right for',
      () => document('Secret', 'v1', 'postgres-credentials', { data: {} }),
      { outcome: 'not-permitted' },
    ],
  ])(
    '%s',
    async (_, make, answer) => {
      expect(await check.ask(make())).toMatchObject(answer);
    },
    long,
  );

  test(
    'nothing of it was written',
    async () => {
      for (const absent of ['dry-run-absent', 'dry-run-invalid']) {
        expect(await cluster.get(resources.configMaps, namespace, absent)).toBeUndefined();
        expect(await cluster.get(resources.services, namespace, absent)).toBeUndefined();
      }
      const gateway = await cluster.get(resources.deployments, namespace, 'api-gateway');
      expect(gateway?.spec.replicas).not.toBe(17);
    },
    long,
  );

  test(
    'without the binding it could write: that is seen, and what it wrote is taken back',
    async () => {
      const binding = await cluster.get(policyBinding, undefined, `rooivalk-${name}`);
      await cluster.delete(policyBinding, undefined, `rooivalk-${name}`, binding?.metadata.uid ?? '');
      try {
        await until(false);
        expect(await check.prove()).toMatchObject({ held: false, leak: true });
        expect(await cluster.get(resources.configMaps, 'rooivalk-maintenance', `${name}-proof`)).toBeUndefined();
      } finally {
        for (const object of objects) await create(object);
        await until(true);
      }
      expect(await check.prove()).toEqual({ held: true });
    },
    long,
  );
});
