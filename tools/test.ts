/**
 * `npm test`: everything but the walk through all faults, from a fresh clone. `-- --unit` only what needs no sandbox; `-- --faults` breaks the
 * sandbox in every named way and compares the verdicts (about an hour, by itself). The last line is
 * `N passed, N failed` (`, N skipped`), counted from the results themselves; the exit status is 0 when nothing failed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Counts, countsOf, lastLine, sumOf } from './test-counts.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const unitOnly = process.argv.includes('--unit');
const results = mkdtempSync(join(tmpdir(), 'rooivalk-test-'));

function run(command: readonly string[]): Promise<number> {
  const [program = process.execPath, ...rest] = command;
  return new Promise((resolve) => {
    const child = spawn(program, rest, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** One jest project. A run that left no results counts as one failure: it must not look like an empty success. */
async function jest(project: 'unit' | 'simulation' | 'platform' | 'faults', extra: readonly string[]): Promise<Counts> {
  const file = join(results, `${project}.json`);
  const code = await run([
    process.execPath,
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(root, 'node_modules/jest/bin/jest.js'),
    '--selectProjects',
    project,
    '--json',
    `--outputFile=${file}`,
    '--silent',
    // A busy machine is slow, not wrong.
    '--testTimeout=60000',
    ...extra,
  ]);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const counts = countsOf(JSON.parse(readFileSync(file, 'utf8')));
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** The sandbox for the platform tests: brought up afresh, and taken down whatever happens. */
async function onSandbox(project: 'platform' | 'faults'): Promise<Counts> {
  const sandbox = join(root, 'sandbox', 'cli.ts');
  const wasUp = spawnSync(process.execPath, [sandbox, 'status', '--json'], { cwd: root }).status === 0;
  if (!wasUp && (await run([process.execPath, sandbox, 'up'])) !== 0) return { passed: 0, failed: 1, skipped: 0 };
  try {
    return await jest(project, ['--runInBand']);
  } finally {
    if (!wasUp) await run([process.execPath, sandbox, 'down']);
  }
}

const faultsOnly = process.argv.includes('--faults');
const counts = faultsOnly ? [await onSandbox('faults')] : [await jest('unit', [])];
if (!unitOnly && !faultsOnly) counts.push(await jest('simulation', []), await onSandbox('platform'));
rmSync(results, { recursive: true, force: true });
const sum = sumOf(counts);
if (sum.failed > 0) process.exitCode = 1;
console.log(lastLine(sum));
