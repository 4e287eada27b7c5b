import { execFileSync } from 'node:child_process';
import { sandboxState } from '../../../sandbox/supervisor/enter.ts';
import { tool } from '../../../sandbox/toolchain/index.ts';

/** The platform's administrator at work, as somebody does it by hand. */
export function kubectl(...args: readonly string[]): string {
  const kubeconfig = sandboxState().kubeconfigOutside;
  return execFileSync(tool('kubectl'), ['--kubeconfig', kubeconfig, '-n', 'phoenix-rooivalk', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** How many replicas a Deployment is to have. */
export async function replicasOf(name: string): Promise<number> {
  return Number(kubectl('get', 'deployment', name, '-o', 'jsonpath={.spec.replicas}'));
}

/** Scale a Deployment by hand, and wait until its pods are there. */
export async function scaleTo(name: string, replicas: number): Promise<void> {
  kubectl('scale', 'deployment', name, `--replicas=${replicas}`);
  kubectl('rollout', 'status', `deployment/${name}`, '--timeout=60s');
}
