import { namesOfKind } from '../../domain/configuration/platform/named-workloads.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { roomPermissions } from '../../observation/capacity/read-room.ts';
import { databasePermissions, databaseSelectors } from '../../observation/database/permissions.ts';
import { autoscalerPermissions } from '../../observation/owner/autoscalers.ts';
import { prometheusSelectors } from '../../observation/prometheus-access.ts';
import { evidencePermissions } from '../../observation/rollout/evidence.ts';
import { unreadyPermissions } from '../../observation/rollout/unready-workloads.ts';
import { targetPermissions } from '../../observation/target/read-target.ts';
import { usePermissions } from '../../observation/usage/read-use.ts';
import { defineTask } from '../contract.ts';
import { inputs } from './inputs.ts';
import { observe } from './observe.ts';
import { plan } from './plan.ts';
import { verify } from './verify.ts';

/** increase-capacity: more replicas, larger requests and limits, or larger volumes of one workload, if it fits. */
export default defineTask({
  id: 'increase-capacity',
  title: 'Increase capacity',
  description:
    'Gives one workload more replicas, larger requests and limits, or larger volumes, once that is approved. Refuses what would not fit: quotas, limit ranges, room on the nodes, disruption budgets, what somebody else owns. Never takes anything away.',
  guide: ['capacity_increases'],
  windows: [],
  type: 'adaptive',
  priority: 'medium',
  estimateMs: 300_000,
  undoMs: 600_000,
  needs: [],
  after: [],
  changesWorkloads: true,
  ports: ['cluster', 'metrics', 'database'],
  inputs,
  outputs: {},
  permissions: {
    observe: [
      ...targetPermissions,
      ...roomPermissions,
      ...autoscalerPermissions,
      ...unreadyPermissions,
      ...usePermissions,
      ...databasePermissions,
      {
        resource: resources.persistentVolumeClaims,
        verbs: ['list'],
        scope: 'platform',
        why: 'know how large the volumes of its pods are',
      },
      {
        resource: resources.storageClasses,
        verbs: ['list'],
        scope: 'cluster',
        why: 'know whether the class of a volume lets it grow',
      },
    ],
    change: [
      {
        resource: resources.deployments,
        subresource: 'scale',
        verbs: ['patch'],
        scope: 'platform',
        names: namesOfKind('Deployment'),
        why: 'set the number of replicas, and nothing else',
      },
      {
        resource: resources.statefulSets,
        subresource: 'scale',
        verbs: ['patch'],
        scope: 'platform',
        names: namesOfKind('StatefulSet'),
        why: 'set the number of replicas, and nothing else',
      },
      {
        resource: resources.deployments,
        verbs: ['patch'],
        scope: 'platform',
        names: namesOfKind('Deployment'),
        why: 'set requests and limits',
      },
      {
        resource: resources.statefulSets,
        verbs: ['patch'],
        scope: 'platform',
        names: namesOfKind('StatefulSet'),
        why: 'set requests and limits',
      },
      {
        resource: resources.daemonSets,
        verbs: ['patch'],
        scope: 'platform',
        names: namesOfKind('DaemonSet'),
        why: 'set requests and limits',
      },
      {
        resource: resources.pods,
        verbs: ['delete'],
        scope: 'platform',
        why: 'when it is put back: remove pods that keep a StatefulSet from going back',
      },
      {
        resource: resources.persistentVolumeClaims,
        verbs: ['get', 'patch'],
        scope: 'platform',
        why: 'ask for larger volumes',
      },
      ...evidencePermissions,
    ],
  },
  commands: [],
  forwards: [
    { purpose: 'ask the database who is connected to it', selectors: databaseSelectors },
    { purpose: 'ask Prometheus what containers used', selectors: prometheusSelectors },
  ],
  steps: ['expand-volume', 'set-resources', 'scale-workload'],
  verdicts: {
    pass: 'there is more now, proved by the pods, or it was so already',
    warn: 'it is refused: it would not fit, somebody else owns it, or nothing was asked for; or what it used could not be asked everywhere',
    fail: 'it did not become ready, and what was changed was put back',
    unknown: 'the workload, or what it has to fit into, could not be looked at',
  },
  observe,
  plan,
  verify,
});
