import { hostPort, SIGNER } from '../network.ts';
import { absentFile, nodeProgram, type Part } from './part.ts';
import { probeHttp } from './probe.ts';

const PROGRAM = 'sandbox/signer/main.ts';

/** Signs approved requests of the Kubernetes CSR API with the platform's authority. */
export const signer: Part = {
  name: 'signer',
  title: 'signer of the CSR API',
  kind: 'service',
  needs: ['base'],
  withinMs: 20_000,
  absent: () => absentFile(PROGRAM),
  command: ({ kubeconfig }) => ({ argv: nodeProgram(PROGRAM, '--kubeconfig', kubeconfig) }),
  ready: async () => void (await probeHttp(`http://${hostPort(SIGNER)}/`)),
};
