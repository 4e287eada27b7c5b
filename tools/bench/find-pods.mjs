// One whole process that answers "which pods are not running?", by the compiled adapter.
import { connectKubernetes } from '../../build/adapters/kubernetes/connect.js';
import { resources } from '../../build/domain/kubernetes/resources.js';
import { systemClock } from '../../build/runtime/clock.js';

const cluster = await connectKubernetes({
  kubeconfig: process.env.KUBECONFIG,
  clock: systemClock,
  random: Math.random,
});
for await (const row of cluster.rows({ resource: resources.pods, fields: 'status.phase!=Running' }))
  console.log(row.namespace, row.name, row.cells.status);
await cluster.close();
