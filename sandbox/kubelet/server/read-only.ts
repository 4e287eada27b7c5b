/** What a kubelet with `readOnlyPort: 10255` serves to anybody who can reach it: the use of containers, as cAdvisor counts it. */
import { createServer, type Server } from 'node:http';
import type { Kubelet } from '../kubelet.ts';
import { resourceMetrics } from './metrics.ts';

/** The port that kubelets are known by for this. */
export const READ_ONLY_PORT = 10255;
/** Where the figures of containers are. */
export const CONTAINERS_PATH = '/metrics/cadvisor';

/** Serves {@link CONTAINERS_PATH} on the node's address. Names and labels are those of the kubelet's own page. */
export function serveReadOnly(kubelet: Kubelet, host: string): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url?.split('?')[0] !== CONTAINERS_PATH) {
      response.writeHead(404).end();
      return;
    }
    response
      .writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
      .end(resourceMetrics(kubelet));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(READ_ONLY_PORT, host, () => resolve(server));
  });
}
