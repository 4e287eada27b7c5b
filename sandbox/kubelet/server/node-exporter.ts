/** What node-exporter serves on a node, in plain HTTP on port 9100: the node's file system, memory, CPU, and its claims' volumes. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { NODES } from '../../network.ts';
import type { Kubelet } from '../kubelet.ts';
import { Exposition, kubeletMetrics } from './metrics.ts';
import { nodeUsage } from './summary.ts';

/** The port that node-exporter is known by. */
export const NODE_EXPORTER_PORT = 9100;

/**
 * What a node has received and sent, in bytes. The sandbox's nodes share one device, the loopback of its network namespace,
 * on which every byte that is sent is received: each node has its part of it.
 */
function networkBytes(): number {
  const line = /^\s*lo:\s*(\d+)/m.exec(readFileSync('/proc/self/net/dev', 'utf8'));
  return Math.round(Number(line?.[1] ?? 0) / NODES.length);
}

/** The metrics, measured now, in Prometheus' text format. The names and labels are node-exporter's. */
export function nodeMetrics(kubelet: Kubelet): string {
  const { allocatable } = kubelet.services.node;
  const { cpuSeconds, memoryBytes, diskBytes } = nodeUsage(kubelet);
  const disk = allocatable['ephemeral-storage'] ?? 0;
  const memory = allocatable.memory ?? 0;
  const capacity = (allocatable.cpu ?? 0) * (Date.now() / 1000 - Date.parse(kubelet.startedAt) / 1000);
  const text = new Exposition();
  const fileSystem = { device: 'tmpfs', fstype: 'tmpfs', mountpoint: '/' };
  text.add('node_filesystem_size_bytes', 'gauge', fileSystem, disk);
  text.add('node_filesystem_avail_bytes', 'gauge', fileSystem, Math.max(0, disk - diskBytes));
  text.add('node_filesystem_free_bytes', 'gauge', fileSystem, Math.max(0, disk - diskBytes));
  text.add('node_memory_MemTotal_bytes', 'gauge', {}, memory);
  text.add('node_memory_MemAvailable_bytes', 'gauge', {}, Math.max(0, memory - memoryBytes));
  text.add('node_cpu_seconds_total', 'counter', { cpu: '0', mode: 'user' }, cpuSeconds);
  text.add('node_cpu_seconds_total', 'counter', { cpu: '0', mode: 'idle' }, Math.max(0, capacity - cpuSeconds));
  const network = networkBytes();
  text.add('node_network_receive_bytes_total', 'counter', { device: 'eth0' }, network);
  text.add('node_network_transmit_bytes_total', 'counter', { device: 'eth0' }, network);
  text.add('node_boot_time_seconds', 'gauge', {}, Date.parse(kubelet.startedAt) / 1000);
  return text.toString() + kubeletMetrics(kubelet);
}

/** Serves `/metrics` on the node's address. As node-exporter does, to anybody who can reach it. */
export function serveNodeMetrics(kubelet: Kubelet, host: string): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url?.split('?')[0] !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(nodeMetrics(kubelet));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(NODE_EXPORTER_PORT, host, () => resolve(server));
  });
}
