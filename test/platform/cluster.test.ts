import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxState } from '../../sandbox/supervisor/enter.ts';
import { ApiClient } from '../../src/adapters/kubernetes/client.ts';
import { connectKubernetes } from '../../src/adapters/kubernetes/connect.ts';
import { accessFromKubeconfig } from '../../src/adapters/kubernetes/kubeconfig.ts';
import type { KubernetesObject } from '../../src/domain/kubernetes/objects.ts';
import { type Resource, resources } from '../../src/domain/kubernetes/resources.ts';
import type { Cluster } from '../../src/ports/cluster.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { clusterContract } from '../contracts/cluster.contract.ts';
import type { ClusterSubject } from '../contracts/cluster-subject.ts';
import { maintenanceContract } from '../contracts/maintenance.contract.ts';
import { talk } from '../contracts/talk.ts';

const rbac = (plural: string, kind: string): Resource => ({
  group: 'rbac.authorization.k8s.io',
  version: 'v1',
  plural,
  kind,
  namespaced: true,
});
const serviceAccounts: Resource = {
  group: '',
  version: 'v1',
  plural: 'serviceaccounts',
  kind: 'ServiceAccount',
  namespaced: true,
};

/** A namespace of its own on the sandbox, and a service account there that may only `get` ConfigMaps. */
async function arrange(): Promise<ClusterSubject> {
  const kubeconfig = sandboxState().kubeconfigOutside;
  const options = { clock: systemClock, random: Math.random };
  const cluster = await connectKubernetes({ ...options, kubeconfig });
  const access = await accessFromKubeconfig([kubeconfig]);
  const namespace = `contract-${randomBytes(4).toString('hex')}`;
  const name = 'reader';
  const made = await cluster.create<KubernetesObject>(resources.namespaces, undefined, {
    metadata: { name: namespace },
  });
  await cluster.create(serviceAccounts, namespace, { metadata: { name } });
  await cluster.create(rbac('roles', 'Role'), namespace, {
    metadata: { name },
    rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get'] }],
  });
  await cluster.create(rbac('rolebindings', 'RoleBinding'), namespace, {
    metadata: { name },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
  });
  const admin = new ApiClient(access, options);
  const asked = { verb: 'create', resource: serviceAccounts, subresource: 'token', namespace, name };
  const { status } = await admin.request<{ status: { token: string } }>(asked, { method: 'POST', body: { spec: {} } });
  await admin.close();
  const directory = mkdtempSync(join(tmpdir(), 'cluster-contract-'));
  const file = join(directory, 'kubeconfig');
  const entry = { server: access.server.origin, 'certificate-authority-data': access.ca?.toString('base64') };
  const document = {
    'current-context': name,
    clusters: [{ name, cluster: entry }],
    users: [{ name, user: { token: status.token } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
  };
  writeFileSync(file, JSON.stringify(document), { mode: 0o600 });
  const restricted = await connectKubernetes({ ...options, kubeconfig: file });
  return {
    cluster,
    restricted,
    namespace,
    container: { namespace: 'phoenix-rooivalk', pod: 'redis-0', container: 'redis' },
    printed: 3,
    service: { port: 6379, send: 'PING\r\n', expect: 'NOAUTH' },
    node: 'node-1',
    close: async () => {
      await cluster.delete(resources.namespaces, undefined, namespace, made.metadata.uid);
      await Promise.all([cluster.close(), restricted.close()]);
      rmSync(directory, { recursive: true });
    },
  };
}

clusterContract('the sandbox', arrange, talk);

/** The same cluster, with one namespace in the place of another: so that tests do not touch the one that is in use. */
function elsewhere(cluster: Cluster, from: string, to: string): Cluster {
  const moved = (argument: unknown): unknown => {
    if (argument === from) return to;
    const query = argument as { namespace?: string } | undefined;
    return typeof query === 'object' && query?.namespace === from ? { ...query, namespace: to } : argument;
  };
  return new Proxy(cluster, {
    get: (target, key: keyof Cluster) => {
      const method = target[key] as (...given: unknown[]) => unknown;
      return (...given: unknown[]) => method.apply(target, given.map(moved));
    },
  });
}

maintenanceContract('the sandbox', async () => {
  const kubeconfig = sandboxState().kubeconfigOutside;
  const cluster = await connectKubernetes({ clock: systemClock, random: Math.random, kubeconfig });
  const name = `contract-${randomBytes(4).toString('hex')}`;
  const made = await cluster.create<KubernetesObject>(resources.namespaces, undefined, { metadata: { name } });
  return {
    cluster: elsewhere(cluster, 'rooivalk-maintenance', name),
    clock: systemClock,
    close: async () => {
      await cluster.delete(resources.namespaces, undefined, name, made.metadata.uid);
      await cluster.close();
    },
  };
});
