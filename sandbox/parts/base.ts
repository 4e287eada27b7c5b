import { join } from 'node:path';
import { tool } from '../toolchain/index.ts';
import type { Part } from './part.ts';

/** What the cluster needs before anything runs on it: the metrics API and the permissions of kubelets and DNS. */
export const base: Part = {
  name: 'base',
  title: 'metrics API and permissions',
  kind: 'task',
  needs: ['api-server'],
  withinMs: 60_000,
  command: ({ kubeconfig }) => ({
    argv: [
      tool('kubectl'),
      `--kubeconfig=${kubeconfig}`,
      'apply',
      '--server-side',
      '--force-conflicts',
      '--field-manager=rooivalk-sandbox',
      '-f',
      join(import.meta.dirname, 'manifests'),
    ],
  }),
};
