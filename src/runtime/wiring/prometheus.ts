import type { PrometheusServer } from '../../adapters/monitoring/prometheus.ts';
import type { Platform } from '../../domain/configuration/platform.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import { isReady } from '../../domain/kubernetes/pods.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import type { Cluster } from '../../ports/cluster.ts';
import { PortError } from '../../ports/port-error.ts';
import type { Reached } from '../../ports/reach.ts';

/** Where the configuration says Prometheus is: an address, or a ready pod behind its Service. Undefined: there is none. */
export function prometheusServer(platform: Platform, cluster: () => Promise<Cluster>): PrometheusServer | undefined {
  const { enabled, address, service, port, namespace = platform.namespace } = platform.prometheus;
  if (!enabled) return undefined;
  if (address !== undefined) return serverAt(new URL(address));
  return {
    name: `prometheus (service/${service} in ${namespace})`,
    scheme: 'http',
    serverName: 'localhost',
    path: '',
    reach: async () => forwardTo(await cluster(), namespace, service, port),
  };
}

function serverAt(url: URL): PrometheusServer {
  const scheme = url.protocol === 'https:' ? 'https' : 'http';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? (scheme === 'https' ? 443 : 80) : Number(url.port);
  return {
    name: `prometheus at ${url.host}`,
    scheme,
    serverName: url.hostname,
    path: url.pathname.replace(/\/+$/, ''),
    reach: async () => ({ host, port, close: async () => undefined }),
  };
}

async function forwardTo(cluster: Cluster, namespace: string, service: string, port: number): Promise<Reached> {
  const subject = `service/${service}`;
  const selector = (await cluster.get(resources.services, namespace, service))?.spec.selector ?? {};
  const labels = Object.entries(selector)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
  if (labels !== '') {
    for await (const pod of cluster.list({ resource: resources.pods, namespace, labels })) {
      if (isReady(pod)) return cluster.forward({ namespace, pod: pod.metadata.name }, port);
    }
  }
  throw new PortError({
    code: labels === '' ? 'not-found' : 'unreachable',
    subject,
    message:
      labels === ''
        ? `${subject} does not exist in ${namespace}, or selects no pods`
        : `no pod behind ${subject} is ready`,
    next: `${kubectl(namespace)`get service ${service}`}, or say where Prometheus is under \`platform.prometheus\``,
  });
}
