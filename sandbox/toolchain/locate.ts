/** Where each program is, or would be once installed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CHECKOUT, toolDirectory } from './cache.ts';
import { KUBERNETES_VERSION, PROGRAMS, type Program, type ToolName } from './versions.ts';

/** The source of the control plane's binary. */
export const CONTROL_PLANE_SOURCE = join(CHECKOUT, 'sandbox', 'control-plane');
/** The names that the control plane's one binary answers to. */
export const CONTROL_PLANE_NAMES = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubectl'];

/** What the search for programs depends on, so that it can be tested without a machine. */
export interface Machine {
  readonly env: NodeJS.ProcessEnv;
  exists(path: string): boolean;
  /** What a program prints when it is asked for its version. */
  version(path: string): string;
}

/** The version of the control plane's build: Kubernetes' own and the state of our module. */
export function controlPlaneVersion(source = CONTROL_PLANE_SOURCE): string {
  const hash = createHash('sha256');
  for (const file of ['main.go', 'go.mod', 'go.sum']) hash.update(readFileSync(join(source, file)));
  return `${KUBERNETES_VERSION}-${hash.digest('hex').slice(0, 8)}`;
}

/** The version of a program of this checkout: the state of its source. */
export function ownVersion(source: string): string {
  const folder = join(CHECKOUT, source);
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

/** The places where `name` may be, in order of preference. The first is where an installation puts it. */
export function candidates(name: ToolName, machine: Machine): string[] {
  const program = PROGRAMS[name];
  switch (program.kind) {
    case 'go':
      return [join(toolDirectory(name, program.version, machine.env), name)];
    case 'python':
      return [join(toolDirectory(name, program.version, machine.env), 'bin', name)];
    case 'own':
      return [join(toolDirectory(name, ownVersion(program.source), machine.env), name)];
    case 'control-plane': {
      const own = join(toolDirectory('control-plane', controlPlaneVersion(), machine.env), name);
      const assets = machine.env.KUBEBUILDER_ASSETS;
      return assets ? [join(assets, name), own] : [own];
    }
    case 'debian':
      return [...program.paths, ...onPath(name, machine.env)];
  }
}

/** The path of `name`, or undefined when it is not installed. */
export function locate(name: ToolName, machine: Machine): string | undefined {
  return candidates(name, machine).find((path) => machine.exists(path) && isRecent(name, path, machine));
}

function isRecent(name: ToolName, path: string, machine: Machine): boolean {
  const program: Program = PROGRAMS[name];
  if (program.kind !== 'debian' || program.atLeast === undefined) return true;
  const [major = 0, minor = 0] = program.atLeast.split('.').map(Number);
  const [, itsMajor, itsMinor] = /(\d+)\.(\d+)/.exec(machine.version(path)) ?? [];
  return Number(itsMajor) > major || (Number(itsMajor) === major && Number(itsMinor) >= minor);
}

function onPath(name: string, env: NodeJS.ProcessEnv): string[] {
  // PostgreSQL's programs must be of one major version: whatever is on the path is not good enough.
  if (name === 'postgres' || name === 'pg_restore') return [];
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  return folders.map((folder) => join(folder, name));
}
