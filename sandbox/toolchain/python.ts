/** Virtual environments for what comes from PyPI. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toolDirectory } from './cache.ts';
import { installDebian } from './debian.ts';
import type { Progress } from './progress.ts';
import { run } from './run.ts';
import { PROGRAMS, type ToolName } from './versions.ts';

/** Makes a virtual environment in `directory`, installing what that takes, and returns the path of its Python. */
export async function createEnvironment(directory: string, item: string, progress: Progress): Promise<string> {
  // Debian has Pythons without these two; `python3 -m venv` then fails half-way.
  const complete = spawnSync('python3', ['-c', 'import venv, ensurepip'], { stdio: 'ignore' }).status === 0;
  if (!complete) await installDebian(['python3-venv'], progress);
  await run(['python3', '-m', 'venv', directory], {
    item,
    advice: 'install Python 3 with its venv module (Debian: python3-venv), then run the same command again.',
  });
  return join(directory, 'bin', 'python3');
}

/** Installs a program of PyPI into the cache. Its scripts name absolute paths, so it is made where it stays. */
export async function installPython(name: ToolName, progress: Progress): Promise<void> {
  const program = PROGRAMS[name];
  if (program.kind !== 'python') throw new Error(`${name} is not a program of PyPI`);
  const target = toolDirectory(name, program.version);
  progress.start(name, `installing ${program.package} ${program.version} from PyPI`);
  mkdirSync(dirname(target), { recursive: true });
  const unfinished = `${target}.unfinished`;
  rmSync(target, { recursive: true, force: true });
  rmSync(unfinished, { recursive: true, force: true });
  try {
    const python = await createEnvironment(target, name, progress);
    await run([python, '-m', 'pip', 'install', '--quiet', `${program.package}==${program.version}`], {
      item: `${name} ${program.version}`,
      advice: 'check that PyPI (or the mirror that pip is set up for) can be reached, then run the same command again.',
    });
  } catch (error) {
    // Left under another name for whoever wants to look; never taken for an installation.
    renameSync(target, unfinished);
    throw error;
  }
  progress.done(name, program.version);
}
