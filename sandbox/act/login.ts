/** How the steps of a run reach the sandbox's platform: as one of our identities, with exactly its generated rights. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { SandboxState } from '../supervisor/enter.ts';
import { CHECKOUT } from '../toolchain/cache.ts';
import { tool } from '../toolchain/index.ts';

/** Who a run acts as: `maintenance-plan` cannot change anything, `maintenance-preventive` may take preventive steps. */
export type Identity = 'maintenance-plan' | 'maintenance-preventive';

/** A login: the text of a kubeconfig, and the token in it, which must be masked. */
export interface Login {
  readonly kubeconfig: string;
  readonly token: string;
}

/** Where the identities live. */
const namespace = 'rooivalk-maintenance';
/** Longer than any window. */
const tokenLife = '13h';

function kubectl(state: SandboxState, ...args: string[]): string {
  try {
    return execFileSync(tool('kubectl'), ['--kubeconfig', state.kubeconfig, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new Error(`kubectl ${args[0]} on the sandbox failed: ${stderr?.trim() || message}`);
  }
}

/** The manifests that a cluster administrator applies once; the namespace first. */
export function manifests(checkout: string): string[] {
  const folder = join(checkout, 'deploy', 'rbac');
  if (!existsSync(folder)) throw new Error('deploy/rbac is not in this checkout. "npm run sync" writes it.');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const order = [
    ...files.filter((name) => name === 'namespace.yaml'),
    ...files.filter((name) => name !== 'namespace.yaml'),
  ];
  return order.map((name) => join(folder, name));
}

/** The administrator's kubeconfig with another credential in it. */
export function withToken(administrator: string, identity: string, token: string): string {
  const own = parse(administrator) as { clusters: { cluster: unknown }[] };
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'sandbox', cluster: own.clusters[0]?.cluster }],
    users: [{ name: identity, user: { token } }],
    contexts: [{ name: 'sandbox', context: { cluster: 'sandbox', user: identity } }],
    'current-context': 'sandbox',
  });
}

/**
 * Logs in as an identity: applies the generated manifests, as an adopter's administrator does once, and asks the API
 * server for a token of the ServiceAccount.
 */
export function logIn(state: SandboxState, identity: Identity): Login {
  const files = manifests(CHECKOUT).flatMap((file) => ['--filename', file]);
  kubectl(state, 'apply', '--server-side', '--force-conflicts', ...files);
  const token = kubectl(state, '--namespace', namespace, 'create', 'token', identity, '--duration', tokenLife).trim();
  return { kubeconfig: withToken(readFileSync(state.kubeconfig, 'utf8'), identity, token), token };
}
