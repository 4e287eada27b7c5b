import { namesOfKind } from '../../domain/configuration/platform/named-workloads.ts';
import { WORKLOAD_KINDS } from '../../domain/configuration/platform/workload-kind.ts';
import { workloadResource } from '../../domain/kubernetes/workloads.ts';
import { evidencePermissions } from '../../observation/rollout/evidence.ts';
import { unreadyPermissions } from '../../observation/rollout/unready-workloads.ts';
import { targetPermissions } from '../../observation/target/read-target.ts';
import { defineTask } from '../contract.ts';
import { inputs } from './inputs.ts';
import { observe } from './observe.ts';
import { plan } from './plan.ts';
import { verify } from './verify.ts';

/** restart-workload: make every pod of one workload anew, once. */
export default defineTask({
  id: 'restart-workload',
  title: 'Restart a workload',
  description:
    'Makes every pod of one workload anew by a rollout, once that is approved; applied twice it happens once. Refuses what a disruption budget, a paused rollout, an update strategy or an owner forbids. Cannot be undone.',
  guide: ['bug_fixes'],
  windows: [],
  type: 'corrective',
  priority: 'medium',
  estimateMs: 180_000,
  undoMs: 0,
  needs: [],
  after: [],
  changesWorkloads: true,
  ports: ['cluster'],
  inputs,
  outputs: {},
  permissions: {
    observe: [...targetPermissions, ...unreadyPermissions],
    change: [
      ...WORKLOAD_KINDS.map((kind) => ({
        resource: workloadResource(kind),
        verbs: ['patch'] as const,
        scope: 'platform' as const,
        names: namesOfKind(kind),
        why: 'set the annotation that makes its pods anew',
      })),
      ...evidencePermissions,
    ],
  },
  commands: [],
  forwards: [],
  steps: ['restart-workload'],
  verdicts: {
    pass: 'every pod was made anew and is ready',
    warn: 'it is refused: a disruption budget allows nothing, the rollout is paused or would not happen, somebody else owns it, or no workload was named',
    fail: 'new pods did not become ready',
    unknown: 'the workload could not be looked at',
  },
  observe,
  plan,
  verify,
});
