import { resources } from '../../domain/kubernetes/resources.ts';
import { defineTask } from '../contract.ts';
import { commands } from './commands.ts';
import { observe } from './observe.ts';
import { plan } from './plan.ts';
import { verify } from './verify.ts';

/** rotate-logs: every ready pod of the selections, by its own logrotate. */
export default defineTask({
  id: 'rotate-logs',
  title: 'Rotate logs',
  description:
    "Runs each pod's own logrotate where a log is due, on every ready pod, and proves by the files that it did. Pods that log to stdout are left to the kubelet, and logs that an application rotates are watched.",
  guide: ['log_rotation'],
  windows: ['daily'],
  type: 'preventive',
  priority: 'medium',
  estimateMs: 120_000,
  undoMs: 0,
  needs: [],
  after: [],
  changesWorkloads: false,
  ports: ['cluster'],
  inputs: {
    concurrency: {
      kind: 'integer',
      description: 'How many pods are worked on at once.',
      default: 8,
      min: 1,
      max: 32,
      unit: 'pods',
    },
    'largest-log': {
      kind: 'integer',
      description: 'A log that the application rotates by itself is told from this size on.',
      default: 1000,
      min: 1,
      max: 1_000_000,
      unit: 'MB',
    },
    'longest-unrotated': {
      kind: 'duration',
      description:
        'An application is seen to rotate its log by a rotated file that is not older than this. The default is a week and a day.',
      default: '8d',
      min: '1h',
      max: '365d',
    },
  },
  outputs: {},
  permissions: {
    observe: [
      {
        resource: resources.pods,
        verbs: ['get', 'list'],
        scope: 'platform',
        why: 'find the pods, their containers and whether they are ready',
      },
      {
        resource: resources.pods,
        subresource: 'exec',
        verbs: ['get', 'create'],
        scope: 'platform',
        why: 'ask logrotate what is due and measure the files',
      },
    ],
    change: [
      {
        resource: resources.pods,
        subresource: 'exec',
        verbs: ['get', 'create'],
        scope: 'platform',
        why: 'run logrotate',
      },
    ],
  },
  commands,
  forwards: [],
  steps: ['rotate-logs'],
  verdicts: {
    pass: 'every log that was due is rotated, or none was due',
    warn: 'a pod was left out, nobody rotates log files that are written, an application rotates too late, or a rotated or removed file is still written to',
    fail: 'logrotate failed, or a log is still due afterwards',
    unknown: 'a pod could not be looked at',
    'not-applicable': 'all pods log to stdout',
  },
  observe,
  plan,
  verify,
});
