import { expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { readAutoscalers } from '../../../src/observation/owner/autoscalers.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';

const namespace = 'phoenix';

function clusterWithBoth(): FakeCluster {
  const cluster = new FakeCluster();
  const target = { kind: 'Deployment', name: 'api-gateway' };
  const metadata = { name: 'gateway', namespace };
  cluster.add(resources.horizontalAutoscalers, { metadata, spec: { scaleTargetRef: target, maxReplicas: 9 } });
  cluster.add(resources.verticalAutoscalers, { metadata, spec: { targetRef: target } });
  return cluster;
}

const without = (code: 'not-found' | 'forbidden') => {
  const cluster = clusterWithBoth();
  cluster.fail({ resource: 'verticalpodautoscalers' }, new PortError({ code, subject: 'vpa', message: code }));
  return readAutoscalers(cluster, namespace);
};

test('both kinds are read', async () => {
  const { horizontal, vertical } = await readAutoscalers(clusterWithBoth(), namespace);
  expect([...horizontal, ...vertical].map(({ metadata }) => metadata.name)).toEqual(['gateway', 'gateway']);
});

test('a cluster without the CRD has no vertical ones', async () => {
  expect(await without('not-found')).toMatchObject({ horizontal: [{}], vertical: [] });
});

test('what may not be read is not taken for nothing', async () => {
  await expect(without('forbidden')).rejects.toMatchObject({ code: 'forbidden' });
});
