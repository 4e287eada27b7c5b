import { absentFile, nodeProgram, type Part } from './part.ts';

const PROGRAM = 'sandbox/platform/install.ts';

/** Phoenix Rooivalk: ends when the platform is healthy. */
export const platform: Part = {
  name: 'platform',
  title: 'Phoenix Rooivalk',
  kind: 'task',
  needs: ['controller-manager', 'scheduler', 'object-store', 'kubelet-node-1', 'kubelet-node-2', 'kubelet-node-3'],
  withinMs: 300_000,
  absent: () => absentFile(PROGRAM),
  command: ({ directory, kubeconfig }) => ({
    argv: nodeProgram(PROGRAM, '--directory', directory, '--kubeconfig', kubeconfig),
  }),
};
