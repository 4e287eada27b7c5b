/** Prometheus, and what it scrapes. */
import { NODE_EXPORTER_PORT } from '../../kubelet/server/node-exporter.ts';
import { CONTAINERS_PATH, READ_ONLY_PORT } from '../../kubelet/server/read-only.ts';
import { NODES, PLATFORM_NAMESPACE } from '../../network.ts';
import type { KubernetesObject } from '../cluster.ts';
import {
  account,
  deployment,
  folder,
  image,
  object,
  POD_VARIABLES,
  ready,
  resources,
  scratch,
  service,
  template,
  variable,
} from './objects.ts';

const domain = `${PLATFORM_NAMESPACE}.svc.cluster.local`;

function podJob(name: string): string {
  return `  - job_name: ${name}
    dns_sd_configs:
      - names: [${name}.${domain}]
        type: A
        port: 9090
        refresh_interval: 5s
`;
}

function configuration(): string {
  const nodes = (port: number): string =>
    NODES.map(
      ({ name, address }) => `      - targets: ['${address}:${port}']\n        labels: { node: ${name} }\n`,
    ).join('');
  return `global:
  scrape_interval: 5s
  scrape_timeout: 4s
  external_labels: { cluster: sandbox }
scrape_configs:
${['blockchain-node', 'api-gateway', 'traffic'].map(podJob).join('')}  - job_name: node
    static_configs:
${nodes(NODE_EXPORTER_PORT)}  - job_name: cadvisor
    metrics_path: ${CONTAINERS_PATH}
    static_configs:
${nodes(READ_ONLY_PORT)}`;
}

/** The Deployment `monitoring-stack`, its configuration and its Service. */
export function monitoringObjects(): KubernetesObject[] {
  const app = 'monitoring-stack';
  const container = {
    name: 'prometheus',
    image: image('prometheus', '2.42.0'),
    args: [
      '--config.file=/etc/prometheus/prometheus.yml',
      '--storage.tsdb.path=/prometheus',
      '--storage.tsdb.retention.time=120d',
      '--web.listen-address=$(POD_IP):9090',
      '--log.level=warn',
    ],
    ports: [{ name: 'http', containerPort: 9090 }],
    env: [...POD_VARIABLES, variable('GOMAXPROCS', '1'), variable('CAPACITY_COURSE', 'steady')],
    readinessProbe: ready({ httpGet: { path: '/-/ready', port: 9090 } }),
    resources: resources('50m', '96Mi', '256Mi'),
  };
  // promtool claims a segment of 512 MiB for each block that it writes, however little goes in, and gives it back.
  const mounted = [folder('configMap', 'prometheus', '/etc/prometheus'), scratch('series', '/prometheus', '768Mi')];
  return [
    account(app),
    object('v1', 'ConfigMap', 'prometheus', { data: { 'prometheus.yml': configuration() } }),
    service(app, { http: 9090 }),
    deployment(app, 1, template(app, container, mounted)),
  ];
}
