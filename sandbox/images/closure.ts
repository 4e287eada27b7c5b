/** The shared libraries that programs of this machine need, found by its own loader. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const FILES_AT_ONCE = 100;

/**
 * Every library path that `ldd` names for these files, the loader included; files that are not ELF add nothing. What was
 * found is kept in `cache` (a folder) under the files' paths, sizes and times, because `ldd` takes a second for a
 * hundred programs.
 */
export async function libraryClosure(files: readonly string[], cache?: string): Promise<string[]> {
  const kept = cache === undefined ? undefined : join(cache, `${fingerprint(files)}.json`);
  if (kept !== undefined && existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as string[];
  const found = new Set<string>();
  for (let at = 0; at < files.length; at += FILES_AT_ONCE) {
    const text = await ldd(files.slice(at, at + FILES_AT_ONCE));
    for (const library of parseLdd(text)) if (existsSync(library)) found.add(library);
  }
  const closure = [...found].sort();
  if (kept !== undefined) keep(kept, closure);
  return closure;
}

function fingerprint(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) {
    const about = statSync(file);
    hash.update(`${file}\0${about.size}\0${about.mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 32);
}

/** Written aside and renamed, so that another process never reads half of it. */
function keep(file: string, closure: readonly string[]): void {
  mkdirSync(dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, JSON.stringify(closure));
  renameSync(aside, file);
}

/** The absolute paths in the output of `ldd`: `libm.so.6 => /lib/…/libm.so.6 (0x…)` and `/lib64/ld-linux….so.2 (0x…)`. */
export function parseLdd(text: string): string[] {
  return [...text.matchAll(/(?:=> |^\s+)(\/\S+) \(0x[0-9a-f]+\)$/gm)].map((match) => match[1] ?? '');
}

async function ldd(files: readonly string[]): Promise<string> {
  try {
    return (await execute('ldd', [...files], { env: { LC_ALL: 'C', PATH: process.env.PATH ?? '' } })).stdout;
  } catch (error) {
    // It ends with 1 when one of the files is a script or a static program, and prints the others all the same.
    const { stdout, code } = error as { stdout?: string; code?: unknown };
    if (typeof code === 'number' && stdout !== undefined) return stdout;
    throw new Error(`ldd could not be run (${(error as Error).message}). Install libc-bin.`);
  }
}
