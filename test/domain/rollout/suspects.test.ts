import { expect, test } from '@jest/globals';
import type { ContainerStatus, Pod } from '../../../src/domain/kubernetes/objects.ts';
import { suspectsOf } from '../../../src/domain/rollout/suspects.ts';
import type { PodTrouble } from '../../../src/domain/rollout/trouble.ts';
import { type PodTraits, pod } from './objects.ts';

const status = (name: string, rest: Partial<ContainerStatus> = {}): ContainerStatus => ({
  name,
  ready: true,
  restartCount: 0,
  image: 'x:1',
  imageID: '',
  state: { running: {} },
  ...rest,
});
const gone = { ready: false, state: { terminated: { exitCode: 137 } } } as Partial<ContainerStatus>;
const waits = { ready: false, state: { waiting: { reason: 'ContainerCreating' } } };

const podWith = (traits: PodTraits, containerStatuses: readonly ContainerStatus[]): Pod => {
  const made = pod(traits);
  return { ...made, status: { ...made.status, containerStatuses } };
};

const evicted = podWith({ name: 'a', ready: false, phase: 'Failed' }, [status('app', gone), status('proxy', gone)]);
const unwell = podWith({ name: 'b', ready: false }, [status('app', { ready: false }), status('proxy')]);
const well = podWith({ name: 'c' }, [status('app'), status('proxy')]);
const restarted = podWith({ name: 'd' }, [status('app', { restartCount: 2 }), status('proxy')]);
const coming = podWith({ name: 'e', ready: false }, [status('app', waits), status('proxy', waits)]);

test.each<[string, readonly Pod[], readonly PodTrouble[], readonly string[] | string]>([
  [
    'whom a trouble names',
    [unwell],
    [{ pod: 'b', podUid: 'u', container: 'proxy', reason: 'CrashLoopBackOff', certain: true }],
    ['proxy'],
  ],
  ['who is not ready', [unwell, well], [], ['app']],
  ['who was restarted, where every pod is ready', [restarted, well], [], ['app']],
  ['nobody where nothing stands out', [well], [], 'all'],
  ['nobody where nothing has begun to run', [coming], [], 'nothing-ran'],
  ['not those of a pod that was only evicted beside the one that fails', [evicted, unwell], [], ['app']],
  ['those of pods that ended, where no other is there', [evicted, well], [], ['app', 'proxy']],
])('suspect: %s', (_, pods, troubles, expected) => {
  const found = suspectsOf(pods, troubles);
  expect(typeof found === 'string' ? found : [...found.containers].sort()).toEqual(expected);
});
