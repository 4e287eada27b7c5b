/** The programs that the project runs: where each is, and how it gets there. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildControlPlane, buildOwn, buildProgram } from './build.ts';
import { cacheDirectory } from './cache.ts';
import { installDebian } from './debian.ts';
import { ensureGo, type Go } from './go.ts';
import { locate, type Machine } from './locate.ts';
import { withLock } from './lock.ts';
import { type InstallStep, planInstall } from './plan.ts';
import type { Progress } from './progress.ts';
import { installPython } from './python.ts';
import type { ToolName } from './versions.ts';

export type { Progress } from './progress.ts';
export { createProgress, silent } from './progress.ts';
export { interruptRunning } from './run.ts';
export { SANDBOX_TOOLS, type ToolName } from './versions.ts';

const machine: Machine = {
  env: process.env,
  exists: existsSync,
  version: (path) => spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 }).stdout ?? '',
};

/** The path of an installed program; an error that says how to install it otherwise. */
export function tool(name: ToolName): string {
  const path = locate(name, machine);
  if (path) return path;
  throw new Error(`${name} is not installed. Run "node sandbox/toolchain/cli.ts ${name}", or "npm start", which does.`);
}

/** Installs what is missing of `names`. Two processes that install at once take turns. */
export async function ensure(names: readonly ToolName[], progress: Progress): Promise<void> {
  if (planInstall(names, machine).length === 0) return;
  const lock = join(cacheDirectory(), 'install.lock');
  await withLock(
    lock,
    async () => {
      // Planned again: whoever held the lock may have installed it.
      let go: Go | undefined;
      for (const step of planInstall(names, machine)) {
        if (step.kind === 'go') go = await ensureGo(progress);
        else await carryOut(step, go, progress);
      }
    },
    () => progress.note('Another process is installing into the same cache; waiting for it.'),
  );
  const absent = names.filter((name) => locate(name, machine) === undefined);
  if (absent.length > 0) {
    throw new Error(
      `The installation ended without an error, but these programs are still missing: ${absent.join(', ')}.`,
    );
  }
}

async function carryOut(
  step: Exclude<InstallStep, { kind: 'go' }>,
  go: Go | undefined,
  progress: Progress,
): Promise<void> {
  switch (step.kind) {
    case 'debian':
      return installDebian(step.packages, progress);
    case 'python-program':
      return installPython(step.name, progress);
    case 'control-plane':
      return buildControlPlane(needed(go), progress);
    case 'own-program':
      return buildOwn(step.name, needed(go), progress);
    case 'go-program':
      return buildProgram(step.name, needed(go), progress);
  }
}

function needed(go: Go | undefined): Go {
  if (!go) throw new Error('The plan builds with Go before it asks for Go.');
  return go;
}
