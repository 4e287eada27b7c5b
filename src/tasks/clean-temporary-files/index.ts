import { resources } from '../../domain/kubernetes/resources.ts';
import { defineTask } from '../contract.ts';
import { commands } from './commands.ts';
import { observe } from './observe.ts';
import { plan } from './plan.ts';
import { verify } from './verify.ts';

/** clean-temporary-files: what nobody has touched for long, on every ready pod, file by file. */
export default defineTask({
  id: 'clean-temporary-files',
  title: 'Clean temporary files',
  description:
    'Deletes plain files in the configured directories that were not read, written or changed for a time, on every ready pod. Never leaves the file system, never touches open or locked files, sockets or links.',
  guide: ['temporary_file_cleanup'],
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
    'minimum-age': {
      kind: 'duration',
      description: 'How long a file must not have been read, written or changed.',
      default: '24h',
      min: '0s',
      max: '365d',
    },
    'maximum-share': {
      kind: 'share',
      description: 'At most this share of the files of a directory goes in one run.',
      default: 0.9,
      min: 0.01,
      max: 1,
    },
    'maximum-files': {
      kind: 'integer',
      description: 'At most so many files of a directory go in one run.',
      default: 5000,
      min: 1,
      max: 20_000,
      unit: 'files',
    },
    concurrency: {
      kind: 'integer',
      description: 'How many directories are looked at at once.',
      default: 8,
      min: 1,
      max: 32,
      unit: 'directories',
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
        why: 'list the files with their ages, and which are open or locked',
      },
    ],
    change: [
      {
        resource: resources.pods,
        subresource: 'exec',
        verbs: ['get', 'create'],
        scope: 'platform',
        why: 'delete the planned files',
      },
    ],
  },
  commands,
  forwards: [],
  steps: ['delete-files'],
  verdicts: {
    pass: 'stale files are deleted, or there were none',
    warn: 'a pod was left out, has no GNU find, or a file system is nearly full',
    fail: 'deleting failed',
    unknown: 'a directory could not be looked at',
  },
  observe,
  plan,
  verify,
});
