import { CERT_MANAGER, hostPort } from '../network.ts';
import { absentFile, nodeProgram, type Part } from './part.ts';
import { probeHttp } from './probe.ts';

const PROGRAM = 'sandbox/cert-manager/main.ts';

/** A stand-in for cert-manager's controller, on cert-manager's own resource. */
export const certManager: Part = {
  name: 'cert-manager',
  title: 'stand-in for cert-manager',
  kind: 'service',
  needs: ['base'],
  withinMs: 20_000,
  absent: () => absentFile(PROGRAM),
  command: ({ kubeconfig }) => ({ argv: nodeProgram(PROGRAM, '--kubeconfig', kubeconfig) }),
  ready: async () => void (await probeHttp(`http://${hostPort(CERT_MANAGER)}/`)),
};
