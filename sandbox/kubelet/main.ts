/** The program of one node: `node sandbox/kubelet/main.ts --node node-1 --address 10.77.1.1 …` (see the usage below). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { KUBELET_PORT } from '../network.ts';
import { Kubelet } from './kubelet.ts';
import { serveNodeMetrics } from './server/node-exporter.ts';
import { serveReadOnly } from './server/read-only.ts';
import { serve } from './server/server.ts';

const NAMES = ['node', 'address', 'kubeconfig', 'directory', 'registry', 'dns', 'pod-prefix'] as const;
const { values } = parseArgs({ options: Object.fromEntries(NAMES.map((name) => [name, { type: 'string' as const }])) });

function option(name: (typeof NAMES)[number]): string {
  const value = values[name];
  if (typeof value === 'string') return value;
  process.stderr.write(`usage: node sandbox/kubelet/main.ts ${NAMES.map((each) => `--${each} <${each}>`).join(' ')}\n`);
  process.stderr.write(`--${name} is missing.\n`);
  process.exit(2);
}

const directory = option('directory');
const node = option('node');
const pki = (name: string): Buffer => readFileSync(join(directory, 'pki', name));
const kubelet = await Kubelet.create({
  node,
  directory,
  address: option('address'),
  kubeconfig: option('kubeconfig'),
  registry: option('registry'),
  dns: option('dns'),
  podPrefix: option('pod-prefix'),
});
await serve(kubelet, {
  host: option('address'),
  port: KUBELET_PORT,
  certificate: pki(`kubelet-${node}.crt`),
  key: pki(`kubelet-${node}.key`),
  ca: pki('ca.crt'),
  clients: ['kube-apiserver-kubelet-client'],
});
await serveNodeMetrics(kubelet, option('address'));
await serveReadOnly(kubelet, option('address'));
// Ending this process is enough: the kernel ends every pod with it. A new one starts them again.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));
await kubelet.run(new AbortController().signal);
