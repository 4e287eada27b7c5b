import { hostPort, REGISTRY } from '../../sandbox/network.ts';
import { NODE } from './kubelet-node.ts';

const IMAGE = `${hostPort(REGISTRY)}/test/probe:1.0.0`;
const LOOP = "echo begun; trap 'echo ended; exit 0' TERM; while :; do sleep 0.1; done";
const SERVER = `require('http').createServer((q, r) => { let n = 0; q.on('data', (d) => n += d.length).on('end', () => r.end(q.url + ' ' + n)); })
  .listen(8080, process.env.POD_IP); process.on('SIGTERM', () => process.exit(0));`;

interface Extra {
  readonly container?: object;
  readonly spec?: object;
}

const podIn =
  (namespace: string) =>
  (name: string, args: string[], { container = {}, spec = {} }: Extra = {}): object => {
    const main = { name: 'main', image: IMAGE, args, ...container };
    return {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace },
      spec: { nodeName: NODE, terminationGracePeriodSeconds: 5, containers: [main], ...spec },
    };
  };

const jobIn =
  (namespace: string) =>
  (name: string, script: string): object => {
    const container = { name: 'main', image: IMAGE, args: [script] };
    const spec = { nodeName: NODE, restartPolicy: 'Never', containers: [container] };
    return {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name, namespace },
      spec: { backoffLimit: 1, template: { spec } },
    };
  };

const probe = (command: string[]) => ({ exec: { command }, periodSeconds: 1, failureThreshold: 1 });
/** A pod that goes on until it is told to end, and says so. */
export const loopingPod = (namespace: string, name: string): object => podIn(namespace)(name, [LOOP]);

/** What the tests of the kubelet find on their node: pods and jobs of every kind, and what they mount. */
export function kubeletObjects(namespace: string): readonly object[] {
  const metadata = (name: string) => ({ name, namespace });
  const pod = podIn(namespace);
  const job = jobIn(namespace);
  return [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata('settings'), data: { level: 'one' } },
    { apiVersion: 'v1', kind: 'Secret', metadata: metadata('password'), stringData: { value: 'planted' } },
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: metadata('disk'),
      spec: {
        storageClassName: 'sandbox',
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '16Mi' } },
      },
    },
    pod('plain', [LOOP]),
    pod('bare', [], { container: { image: `${hostPort(REGISTRY)}/test/bare:1.0.0`, args: undefined } }),
    pod('volumes', [LOOP], {
      container: {
        env: [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'password', key: 'value' } } }],
        securityContext: { runAsUser: 1500, readOnlyRootFilesystem: true },
        volumeMounts: [
          { name: 'scratch', mountPath: '/scratch' },
          { name: 'disk', mountPath: '/disk' },
          { name: 'settings', mountPath: '/settings' },
        ],
      },
      spec: {
        securityContext: { fsGroup: 2000 },
        volumes: [
          { name: 'scratch', emptyDir: { sizeLimit: '2Mi' } },
          { name: 'disk', persistentVolumeClaim: { claimName: 'disk' } },
          { name: 'settings', configMap: { name: 'settings' } },
        ],
      },
    }),
    pod('crash', ['echo crashing; exit 3']),
    pod('probed', [LOOP], {
      container: {
        readinessProbe: probe(['test', '-e', '/tmp/ready']),
        livenessProbe: probe(['test', '!', '-e', '/tmp/ill']),
      },
    }),
    pod('web', [], {
      container: {
        command: ['/usr/local/bin/node', '-e', SERVER],
        ports: [{ name: 'http', containerPort: 8080 }],
        readinessProbe: { httpGet: { port: 'http', path: '/healthz' }, periodSeconds: 1 },
      },
    }),
    pod('two', [LOOP], {
      spec: { containers: ['first', 'second'].map((name) => ({ name, image: IMAGE, args: [LOOP] })) },
    }),
    pod('no-image', [], { container: { image: `${hostPort(REGISTRY)}/test/probe:9.9.9` } }),
    pod('no-program', [], { container: { command: ['/nowhere'] } }),
    job('good', 'echo done'),
    job('bad', 'exit 7'),
  ];
}
