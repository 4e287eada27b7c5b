import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What one run of a program took. */
export interface Measured {
  /** Wall time of the whole process, ms. */
  readonly wallMs: number;
  /** Highest resident memory that was seen, bytes (sampled every 10 ms, children not counted). */
  readonly peakBytes: number;
  readonly stdout: string;
}

/** Run a program to its end. Throws when it fails: a comparison with something that failed is none. */
export function run(argv: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Measured> {
  const [program = '', ...rest] = argv;
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'], env });
    let stdout = '';
    let stderr = '';
    let peakBytes = 0;
    const sample = setInterval(() => {
      peakBytes = Math.max(peakBytes, residentBytes(child.pid));
    }, 10);
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString('utf8');
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(sample);
      if (code === 0) resolve({ wallMs: performance.now() - started, peakBytes, stdout });
      else reject(new Error(`${argv.slice(0, 3).join(' ')} … ended with ${code}: ${stderr.slice(-500)}`));
    });
  });
}

/**
 * Highest resident memory of a process so far, bytes: of what it runs now. The maximum that getrusage(2) tells is no measure
 * of that, since it counts whatever ran in the process before exec(2) too, which is whoever started it.
 */
export function residentBytes(pid: number | 'self' | undefined): number {
  try {
    const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(match?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/**
 * Bundle a program as the actions are (one file, chunks on demand), into a folder of its own: what is compared starts as it ships.
 */
export async function bundled(program: string, into: string): Promise<string> {
  const ncc = createRequire(import.meta.url)('@vercel/ncc') as (
    entry: string,
    options: object,
  ) => Promise<{ code: string; assets: Record<string, { source: string | Buffer }> }>;
  const { code, assets } = await ncc(program, { cache: false, minify: false, target: 'es2022', quiet: true });
  for (const [name, { source }] of Object.entries(assets)) writeFileSync(join(into, name), source);
  writeFileSync(join(into, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(into, 'index.js'), code);
  return join(into, 'index.js');
}

/** The middle one; of an even number the lower. */
export const medianOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;

/** Several programs, taken in turns, so that what else the machine does meets all of them. */
export async function inTurns(
  programs: Readonly<Record<string, () => Promise<Measured>>>,
  rounds: number,
): Promise<Record<string, Measured[]>> {
  const results: Record<string, Measured[]> = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, program] of Object.entries(programs)) results[name]?.push(await program());
  }
  return results;
}

/** A line of a comparison, with its goal and whether it is reached. */
export function against(what: string, ours: number, theirs: number, goal: number): string {
  const ratio = ours / theirs;
  return `${what}: ${ours.toFixed(0)} ms against ${theirs.toFixed(0)} ms = ${ratio.toFixed(2)} × (goal ≤ ${goal}: ${ratio <= goal ? 'reached' : 'NOT reached'})`;
}
