import { absentFile, nodeProgram, type Part } from './part.ts';

const PROGRAM = 'sandbox/platform/install.ts';

/** Phoenix Rooivalk: ends when the platform is healthy. */
export const platform: Part = {
  name: 'platform',
  title: 'Phoenix Rooivalk',
  kind: 'task',
  // Not the nodes: images and objects are laid while they come up, which saves seconds. It waits for its pods itself.
  needs: ['base', 'registry', 'object-store'],
  withinMs: 300_000,
  absent: () => absentFile(PROGRAM),
  command: ({ directory, kubeconfig }) => ({
    argv: nodeProgram(PROGRAM, '--directory', directory, '--kubeconfig', kubeconfig),
  }),
};
