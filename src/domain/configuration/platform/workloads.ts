import { z } from 'zod';
import { section } from '../section.ts';
import { absolutePath, label, metricName, objectName, port, selector, text } from '../values.ts';
import { workloadKind } from './workload-kind.ts';
import { workloadRules } from './workload-rules.ts';

const container = () =>
  label('Container to look at. Default: the one that the pod marks as its default, else its first.').exactOptional();

/** A workload that is only counted and watched. */
export const workload = () =>
  section('A workload of the platform.', {
    kind: workloadKind().default('Deployment'),
    name: objectName('Name of the workload.'),
    selector: selector('Labels of its pods, such as app=blockchain-node.'),
    container: container(),
  });

const quorum = text(
  'Share of blockchain nodes that must be more than ready for the chain to be healthy, as a fraction. Compared exactly: more than, never equal.',
  { says: 'is not a fraction', allowed: 'a fraction such as 2/3, above 0 and below 1' },
  (value) => {
    const match = /^([1-9][0-9]?)\/([1-9][0-9]?)$/.exec(value);
    return match !== null && Number(match[1]) < Number(match[2]);
  },
  '^[1-9][0-9]?/[1-9][0-9]?$',
).transform((value) => {
  const [numerator = 2, denominator = 3] = value.split('/').map(Number);
  return { numerator, denominator };
});

const blockchain = section('The blockchain nodes.', {
  kind: workloadKind().default('StatefulSet'),
  name: objectName('Name of the workload.').default('blockchain-node'),
  selector: selector('Labels of its pods.').default('app=blockchain-node'),
  container: container(),
  metrics: section('Where each pod serves its metrics (Prometheus text format).', {
    port: port('Port of the pod.').default(9090),
    path: absolutePath('Path of the metrics.').default('/metrics'),
  }).prefault({}),
  'height-metric': metricName('Metric that holds the height of the chain; lag between nodes is read from it.').default(
    'blockchain_height',
  ),
  'transactions-metric': metricName('Counter of transactions; throughput is its rate.').default('transaction_count'),
  quorum: quorum.prefault('2/3'),
});

const gateway = section('The API gateway: what users see.', {
  kind: workloadKind().default('Deployment'),
  name: objectName('Name of the workload.').default('api-gateway'),
  selector: selector('Labels of its pods.').default('app=api-gateway'),
  container: container(),
  service: objectName('Service in front of it; its host names must be in the certificate.').default('api-gateway'),
  port: port('Port on which its pods serve.').default(8443),
  'health-path': absolutePath(
    'Path that answers 2xx when the gateway is well; response time is measured on it.',
  ).default('/healthz'),
  'tls-secret': objectName('Secret with the certificate it serves.').default('api-gateway-tls'),
});

/** Blockchain nodes, gateway and the rest. Defaults are the guide's. */
export const workloads = section('The workloads that make up the platform.', {
  blockchain: blockchain.prefault({}),
  gateway: gateway.prefault({}),
  others: z
    .array(workload())
    .max(200)
    .describe('Further workloads that are counted in health and kept up to date.')
    .prefault([{ kind: 'Deployment', name: 'monitoring-stack', selector: 'app=monitoring-stack' }]),
  ...workloadRules,
});

/** Where logrotate looks for its configuration where nobody says otherwise. */
export const usualLogrotateConfiguration = '/etc/logrotate.conf';

/** Where logs are rotated. */
export const logs = z
  .array(
    section('Pods whose logs are rotated.', {
      selector: selector('Labels of the pods.'),
      container: container(),
      configuration: absolutePath('Configuration of logrotate in the container.').default(usualLogrotateConfiguration),
      rotates: z
        .enum(['logrotate', 'application'])
        .describe(
          'Who rotates: logrotate in the container, or the application by itself; then its logs are only watched.',
        )
        .default('logrotate'),
      state: absolutePath("State file of logrotate in the container. Default: logrotate's own.").exactOptional(),
    }),
  )
  .max(100)
  .describe('Pods whose logs are rotated.')
  .prefault([{ selector: 'app=blockchain-node' }]);

/** Where temporary files are removed. */
export const temporaryFiles = z
  .array(
    section('Pods whose temporary files are removed.', {
      selector: selector('Labels of the pods.'),
      container: container(),
      directories: z
        .array(
          absolutePath('Directory with temporary files.').refine((path) => path.replaceAll('/', '') !== '', {
            error: 'is the root of the file system',
            params: { allowed: 'a directory that holds nothing but temporary files' },
          }),
        )
        .min(1)
        .max(20)
        .describe('Directories that hold nothing but temporary files.')
        .default(['/tmp']),
    }),
  )
  .max(100)
  .describe('Pods whose temporary files are removed.')
  .prefault([{ selector: 'app=blockchain-node' }]);
