import { ApiClient } from '../../src/adapters/kubernetes/client.ts';
import { accessFromKubeconfig } from '../../src/adapters/kubernetes/kubeconfig.ts';
import { mapBounded } from '../../src/domain/bounded.ts';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import { systemClock } from '../../src/runtime/clock.ts';

/** The namespace of the platform under test. */
export const namespace = 'phoenix-rooivalk';
/** Every so many pods one is not running. */
const illEvery = 500;

/** Write nodes and pods with a status through the API; no kubelet runs them. */
export async function fill(
  kubeconfig: string,
  counts: { readonly pods: number; readonly nodes: number },
): Promise<void> {
  const client = new ApiClient(await accessFromKubeconfig([kubeconfig]), { clock: systemClock, random: Math.random });
  const create = (
    asked: { resource: (typeof resources)['pods' | 'nodes' | 'namespaces']; namespace?: string },
    body: object,
  ) => client.request({ verb: 'create', ...asked }, { method: 'POST', body });
  const status = (
    asked: { resource: (typeof resources)['pods' | 'nodes']; namespace?: string; name: string },
    body: object,
  ) =>
    client.request(
      { verb: 'patch', subresource: 'status', ...asked },
      { method: 'PATCH', contentType: 'application/merge-patch+json', body: { status: body } },
    );
  try {
    await create({ resource: resources.namespaces }, { metadata: { name: namespace } });
    await mapBounded(numbers(counts.nodes), 12, async (index) => {
      const name = `node-${index}`;
      await create({ resource: resources.nodes }, { metadata: { name } });
      await status(
        { resource: resources.nodes, name },
        { conditions: [{ type: 'Ready', status: 'True', reason: 'KubeletReady', message: 'ready' }] },
      );
    });
    await mapBounded(numbers(counts.pods), 12, async (index) => {
      const name = index < 4 ? `blockchain-node-${index}` : `app-${index}`;
      await create({ resource: resources.pods, namespace }, podOf(name, index, counts.nodes));
      await status({ resource: resources.pods, namespace, name }, statusOf(index));
    });
  } finally {
    await client.close();
  }
}

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

const podOf = (name: string, index: number, nodes: number): object => ({
  metadata: {
    name,
    labels: { app: index < 4 ? 'blockchain-node' : 'app', tier: `t${index % 10}` },
    annotations: { checksum: 'a'.repeat(64) },
  },
  spec: {
    nodeName: `node-${index % nodes}`,
    containers: [
      {
        name: 'main',
        image: 'registry.example/app:1.0.0',
        env: numbers(10).map((number) => ({ name: `VARIABLE_${number}`, value: 'x'.repeat(40) })),
        resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
      },
    ],
  },
});

const statusOf = (index: number): object =>
  index >= 4 && index % illEvery === 0
    ? { phase: 'Pending' }
    : {
        phase: 'Running',
        podIP: '10.1.2.3',
        startTime: '2026-11-24T00:00:00Z',
        conditions: ['Initialized', 'Ready', 'ContainersReady', 'PodScheduled'].map((type) => ({
          type,
          status: 'True',
        })),
        containerStatuses: [
          {
            name: 'main',
            ready: true,
            restartCount: 0,
            image: 'registry.example/app:1.0.0',
            imageID: 'sha256:a',
            started: true,
            state: { running: { startedAt: '2026-11-24T00:00:00Z' } },
          },
        ],
      };
