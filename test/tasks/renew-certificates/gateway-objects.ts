import { resources } from '../../../src/domain/kubernetes/resources.ts';
import type { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';
import { namespace } from './issuers.ts';

/** The gateway, which mounts a Secret and serves it on port 8443, with its budget. */
export function addGateway(
  cluster: FakeCluster,
  secret: string,
  template: Record<string, unknown>,
  spec: Record<string, unknown>,
): void {
  const labels = { app: 'api-gateway' };
  cluster.add(resources.deployments, {
    metadata: { name: 'api-gateway', namespace },
    spec: {
      replicas: 3,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, annotations: { 'prometheus.io/scrape': 'true' } },
        spec: {
          containers: [
            {
              name: 'gateway',
              image: 'registry.example/api-gateway:2.1.0',
              ports: [
                { name: 'https', containerPort: 8443 },
                { name: 'metrics', containerPort: 9090 },
              ],
              volumeMounts: [{ name: 'tls', mountPath: '/etc/tls' }],
            },
          ],
          volumes: [{ name: 'tls', secret: { secretName: secret } }],
          ...template,
        },
      },
      ...spec,
    },
  });
  cluster.add(resources.disruptionBudgets, {
    metadata: { name: 'api-gateway', namespace },
    spec: { selector: { matchLabels: labels } },
    status: { disruptionsAllowed: 1, currentHealthy: 3, desiredHealthy: 2 },
  });
}

/** Another workload that mounts the gateway's Secret. */
export function addTwin(cluster: FakeCluster): void {
  const labels = { app: 'blockchain-node' };
  cluster.add(resources.statefulSets, {
    metadata: { name: 'blockchain-node', namespace },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, annotations: {} },
        spec: {
          containers: [
            {
              name: 'node',
              image: 'registry.example/node:1.0.0',
              ports: [{ name: 'https', containerPort: 8443 }],
              volumeMounts: [{ name: 'tls', mountPath: '/etc/tls' }],
            },
          ],
          volumes: [{ name: 'tls', secret: { secretName: 'api-gateway-tls' } }],
        },
      },
    },
  });
}
