import { resources } from '../../domain/kubernetes/resources.ts';
import { findPrometheus, prometheusSelectors } from '../../observation/prometheus-access.ts';
import { PortError } from '../../ports/port-error.ts';
import { defineTask } from '../contract.ts';
import { inputs } from './inputs.ts';
import { observe } from './observe.ts';
import { plan } from './plan.ts';
import { diskCommand, diskSelectors } from './read-disks.ts';

/** monitor-performance: the six metrics of the guide against their thresholds. Changes nothing. */
export default defineTask({
  id: 'monitor-performance',
  title: 'Monitor performance',
  description:
    'Measures CPU, memory, disk, network latency, transaction throughput and response time against the configured thresholds, with hysteresis and trend over the stored history. Changes nothing; what cannot be measured is unknown.',
  guide: ['performance monitoring'],
  windows: ['daily'],
  type: 'preventive',
  priority: 'medium',
  estimateMs: 45_000,
  undoMs: 0,
  needs: [],
  after: [],
  changesWorkloads: false,
  ports: ['cluster', 'metrics', 'probe', 'history'],
  inputs,
  outputs: {},
  permissions: {
    observe: [
      { resource: resources.nodes, verbs: ['list'], scope: 'cluster', why: 'know what every node can give away' },
      { resource: resources.nodeMetrics, verbs: ['list'], scope: 'cluster', why: 'know what every node uses now' },
      {
        resource: resources.pods,
        verbs: ['list'],
        scope: 'platform',
        why: 'find the pods of the chain, the gateway and Prometheus',
      },
      {
        resource: resources.pods,
        verbs: ['get'],
        scope: 'platform',
        why: 'say why a pod cannot be reached where a port-forward or df is refused',
      },
      findPrometheus,
      {
        resource: resources.pods,
        subresource: 'portforward',
        verbs: ['get', 'create'],
        scope: 'platform',
        why: 'read metrics of the chain, ask Prometheus, and measure the gateway',
      },
      {
        resource: resources.pods,
        subresource: 'exec',
        verbs: ['get', 'create'],
        scope: 'platform',
        why: 'ask df on nodes whose disks Prometheus does not know',
      },
      {
        resource: resources.nodes,
        subresource: 'proxy',
        verbs: ['get'],
        scope: 'cluster',
        when: (platform) => platform.nodes.kubeletSummary,
        why: 'ask kubelets for the disks of their nodes, because the configuration says `kubelet-summary: true`; this right is AS GOOD AS ROOT: it can run commands in every container of every node',
      },
    ],
    change: [],
  },
  commands: [
    {
      purpose: 'how full the file systems of a node are, where Prometheus does not know',
      selectors: diskSelectors,
      argv: () => [[...diskCommand]],
    },
  ],
  forwards: [
    {
      purpose: 'read the metrics of the chain, measure the gateway, ask Prometheus',
      selectors: (platform) => [
        ...new Set([
          platform.workloads.blockchain.selector,
          platform.workloads.gateway.selector,
          ...prometheusSelectors(platform),
        ]),
      ],
    },
  ],
  steps: [],
  verdicts: {
    pass: 'all six metrics are known and on the good side of their thresholds',
    warn: 'a metric is beyond its warning threshold, or some requests or nodes of a measurement did not answer',
    fail: 'a metric is beyond its critical threshold',
    unknown: 'a metric, or a part of it such as one node, could not be measured',
  },
  observe,
  plan,
  verify: () =>
    Promise.reject(
      new PortError({
        code: 'invalid',
        subject: 'monitor-performance',
        message: 'it plans no steps, so there is nothing to verify',
      }),
    ),
});
