import { namesOfKind } from '../../domain/configuration/platform/named-workloads.ts';
import { WORKLOAD_KINDS } from '../../domain/configuration/platform/workload-kind.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { workloadResource } from '../../domain/kubernetes/workloads.ts';
import { roomPermissions } from '../../observation/capacity/read-room.ts';
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

/** rightsize-resources: requests and limits by what was used, never below the peak and a margin. */
export default defineTask({
  id: 'rightsize-resources',
  title: 'Rightsize resources',
  description:
    'Sets requests and limits of containers by what they used: never below the peak and a margin where something is taken away, processor by a percentile where more is given, once that is approved. Refuses too little history; looks again at the peak immediately before each change.',
  guide: ['efficiency_upgrades', 'optimization_improvements'],
  windows: [],
  type: 'perfective',
  priority: 'low',
  estimateMs: 900_000,
  undoMs: 900_000,
  needs: [],
  after: [],
  changesWorkloads: true,
  ports: ['cluster', 'metrics'],
  inputs,
  outputs: {},
  permissions: {
    observe: [
      ...targetPermissions,
      ...roomPermissions,
      ...autoscalerPermissions,
      ...unreadyPermissions,
      ...usePermissions,
    ],
    change: [
      ...WORKLOAD_KINDS.map((kind) => ({
        resource: workloadResource(kind),
        verbs: ['patch'] as const,
        scope: 'platform' as const,
        names: namesOfKind(kind),
        why: 'set requests and limits, and put them back',
      })),
      {
        resource: resources.pods,
        verbs: ['delete'],
        scope: 'platform',
        why: 'when it is put back: remove pods that keep a StatefulSet from going back',
      },
      ...evidencePermissions,
    ],
  },
  commands: [],
  forwards: [{ purpose: 'ask Prometheus what containers used', selectors: prometheusSelectors }],
  steps: ['set-resources'],
  verdicts: {
    pass: 'sizes follow what was used, proved by the pods, or they did already',
    warn: 'a workload is refused: too little history, owned by somebody else, no disruption allowed, or it would not fit; or its use could not be asked everywhere',
    fail: 'pods did not become ready with the new sizes, and the former ones were put back',
    unknown: 'the workloads, or what they used, could not be looked at',
  },
  observe,
  plan,
  verify,
});
