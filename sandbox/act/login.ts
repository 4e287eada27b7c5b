/** How the steps of a run reach the sandbox's platform: as one of our identities, with exactly its generated rights. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import type { SandboxState } from '../supervisor/enter.ts';
import { CHECKOUT } from '../toolchain/cache.ts';
import { tool } from '../toolchain/index.ts';
import { nodeProgram } from './node.ts';

/** Who a job acts as: the ServiceAccount of its environment. `maintenance-plan` cannot change anything. */
export type Identity = `maintenance-${string}`;

/** A login: the text of a kubeconfig, and the token in it, which must be masked. */
export interface Login {
  readonly kubeconfig: string;
  readonly token: string;
}

/** As much of a manifest as is looked at. */
interface Manifest {
  kind?: string;
  metadata?: { name: string };
}

/** Where the identities live. */
const namespace = 'rooivalk-maintenance';
/** Longer than any window. */
const tokenLife = '13h';

function kubectl(state: SandboxState, input: string, ...args: string[]): string {
  try {
    return execFileSync(tool('kubectl'), ['--kubeconfig', state.kubeconfig, ...args], {
      encoding: 'utf8',
      input,
      stdio: 'pipe',
    });
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new Error(`kubectl ${args.join(' ')} on the sandbox failed: ${stderr?.trim() || message}`);
  }
}

/**
 * The manifests for a configuration, as an adopter's administrator has them printed (`npm run rbac -- <file>`).
 *
 * @throws Error that names what is wrong with the configuration.
 */
export function manifests(configuration: string): string {
  const program = join(CHECKOUT, 'tools', 'rbac.ts');
  const { status, stdout, stderr } = spawnSync(nodeProgram(), [program, configuration], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The manifests for ${configuration} could not be printed: ${stderr.trim()}`);
  return stdout;
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

/** The identity of an environment: those that wait for a window have the rights of their type. */
export function identityOf(environment: string): Identity {
  return environment.replace(/-window$/, '') as Identity;
}

/**
 * Applies the manifests for the configuration file of the run, as an adopter's administrator does once, and asks the API
 * server for a token of each identity's ServiceAccount. An identity that the manifests do not have gets none. While the API
 * server cannot be asked, the last logins serve: a job's kubeconfig is there before the job.
 */
export function logInAll(
  state: SandboxState,
  identities: readonly Identity[],
  configuration: string,
): ReadonlyMap<Identity, Login> {
  const text = manifests(configuration);
  const last = join(state.directory, 'kept', 'logins.json');
  const known = parseAllDocuments(text).map((document) => document.toJS() as Manifest | null);
  const accounts = known.flatMap((one) => (one?.kind === 'ServiceAccount' ? [one.metadata?.name] : []));
  const there = [...new Set(identities)].filter((identity) => accounts.includes(identity));
  const kept = existsSync(last) ? (JSON.parse(readFileSync(last, 'utf8')) as Record<string, Login>) : {};
  if (!isReachable(state)) return new Map(there.flatMap((name) => (kept[name] ? [[name, kept[name]] as const] : [])));
  kubectl(state, text, 'apply', '--server-side', '--force-conflicts', '--filename', '-');
  const administrator = readFileSync(state.kubeconfig, 'utf8');
  const logins = there.map((identity) => {
    const asked = ['--namespace', namespace, 'create', 'token', identity, '--duration', tokenLife];
    const token = kubectl(state, '', ...asked).trim();
    return [identity, { kubeconfig: withToken(administrator, identity, token), token }] as const;
  });
  mkdirSync(dirname(last), { recursive: true });
  writeFileSync(last, JSON.stringify({ ...kept, ...Object.fromEntries(logins) }), { mode: 0o600 });
  return new Map(logins);
}

function isReachable(state: SandboxState): boolean {
  const asked = ['--kubeconfig', state.kubeconfig, '--request-timeout', '5s', 'version'];
  return spawnSync(tool('kubectl'), asked, { stdio: 'ignore' }).status === 0;
}

/** Logs in as one identity. @throws Error when the manifests do not have it. */
export function logIn(state: SandboxState, identity: Identity, configuration: string): Login {
  const login = logInAll(state, [identity], configuration).get(identity);
  if (login === undefined) throw new Error(`The manifests for ${configuration} have no ServiceAccount ${identity}.`);
  return login;
}
