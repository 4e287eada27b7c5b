/** A lock between processes: held by a child that the kernel ends with us, so a killed holder never leaves it behind. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Runs `work` while holding `file` exclusively; `waiting` is called once when another process holds it. */
export async function withLock<T>(file: string, work: () => Promise<T>, waiting?: () => void): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  let release = await tryLock(file, true);
  if (!release) {
    waiting?.();
    release = await tryLock(file, false);
  }
  if (!release) throw new Error(`The lock ${file} could not be taken. Check that its directory can be written.`);
  try {
    return await work();
  } finally {
    release();
  }
}

/** Resolves to the function that releases the lock, or to undefined when it is held (or cannot be opened). */
function tryLock(file: string, immediately: boolean): Promise<(() => void) | undefined> {
  const mode = immediately ? ['--nonblock'] : [];
  // `cat` lives as long as the pipe from us does.
  const child = spawn('flock', ['--exclusive', ...mode, file, 'sh', '-c', 'echo held; exec cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  return new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(new Error(`flock could not be started (${error.message}). Install util-linux.`)),
    );
    child.once('exit', () => resolve(undefined));
    child.stdout.once('data', () => {
      child.unref();
      resolve(() => child.stdin.end());
    });
  });
}
