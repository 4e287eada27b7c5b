import { join } from 'node:path';
import { GITHUB, hostPort } from '../network.ts';
import { absentFile, nodeProgram, type Part } from './part.ts';
import { probeHttp } from './probe.ts';

/** The folder of the stand-in's memory: runs and artifacts outlive `down`. */
export function githubDirectory(sandboxDirectory: string): string {
  return join(sandboxDirectory, 'kept', 'github');
}

/** The stand-in for GitHub: its API, its results service, its artifacts. */
export const github: Part = {
  name: 'github',
  title: 'stand-in for GitHub',
  kind: 'service',
  needs: [],
  withinMs: 20_000,
  absent: () => absentFile('sandbox/github/main.ts'),
  command: (context) => ({
    argv: nodeProgram('sandbox/github/main.ts', '--directory', context.kept('github')),
  }),
  ready: async () => void (await probeHttp(`http://${hostPort(GITHUB)}/_sandbox/health`)),
};
