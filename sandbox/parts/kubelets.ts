import { API_SERVER, DNS, hostPort, NODES, REGISTRY, type SandboxNode } from '../network.ts';
import { files } from '../supervisor/state.ts';
import { absentFile, nodeProgram, type Part } from './part.ts';
import { adminTls, probeHttp } from './probe.ts';

const PROGRAM = 'sandbox/kubelet/main.ts';
const API = `https://${hostPort(API_SERVER)}`;

/** The kubelet of one node; ready when the API server has its Node and calls it ready. */
function kubelet(node: SandboxNode): Part {
  return {
    name: `kubelet-${node.name}`,
    title: `kubelet of ${node.name}`,
    kind: 'service',
    needs: ['base', 'registry', 'dns'],
    withinMs: 60_000,
    absent: () => absentFile(PROGRAM),
    command: ({ directory }) => ({
      argv: nodeProgram(
        PROGRAM,
        '--node',
        node.name,
        '--address',
        node.address,
        '--kubeconfig',
        files.nodeKubeconfig(directory, node.name),
        '--directory',
        directory,
        '--registry',
        hostPort(REGISTRY),
        '--dns',
        DNS.host,
        '--pod-prefix',
        node.podPrefix,
      ),
    }),
    ready: async ({ directory }) => {
      const body = await probeHttp(`${API}/api/v1/nodes/${node.name}`, adminTls(directory));
      const { status } = JSON.parse(body) as { status?: { conditions?: { type: string; status: string }[] } };
      const ready = status?.conditions?.find(({ type }) => type === 'Ready');
      if (ready?.status !== 'True') throw new Error(`node ${node.name} is registered but not ready`);
    },
  };
}

/** One kubelet for each node. */
export const kubelets: readonly Part[] = NODES.map(kubelet);
