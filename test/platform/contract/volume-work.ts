import { hostPort, REGISTRY } from '../../../sandbox/network.ts';
import { field, kubectl } from '../faults/world.ts';
import { apply } from './contract-workload.ts';
import type { RealWork } from './real-work.ts';

const name = 'contract-store';
const claim = `persistentvolumeclaim/${name}`;
const subject = `deployment/${name}`;
const small = '16Mi';

const claimed = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: small } } },
};

const workload = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: {
    selector: { matchLabels: { app: name } },
    strategy: { type: 'Recreate' },
    template: {
      metadata: { labels: { app: name } },
      spec: {
        terminationGracePeriodSeconds: 0,
        containers: [
          {
            name: 'store',
            image: `${hostPort(REGISTRY)}/phoenix/probe:1.35.0`,
            args: ['-c', 'while :; do sleep 1; done'],
            volumeMounts: [{ name: 'data', mountPath: '/data' }],
          },
        ],
        volumes: [{ name: 'data', persistentVolumeClaim: { claimName: name } }],
      },
    },
  },
};

const remove = async (): Promise<void> => {
  await kubectl('delete', subject, '--ignore-not-found', '--cascade=foreground', '--timeout=25s');
  await kubectl('delete', claim, '--ignore-not-found', '--timeout=25s');
};

/** A claim that is to grow. It never shrinks again, so that each time another one is laid. */
export const growing: RealWork = {
  platform: ({ workloads }) => ({
    workloads: { ...workloads, others: [...workloads.others, { kind: 'Deployment', name, selector: `app=${name}` }] },
  }),
  inputs: { target: subject, 'volume-size': '24Mi', 'resized-within': '60s', 'usage-window': '30m' },
  lay: async () => {
    await remove();
    await apply(claimed);
    await apply(workload);
    await kubectl('rollout', 'status', subject, '--timeout=25s');
  },
  changes: async () => {
    const size = await field(claim, '.spec.resources.requests.storage');
    return size === small ? [] : [`${claim} ${size}`];
  },
  remove,
};
