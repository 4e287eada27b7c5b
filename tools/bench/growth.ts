import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { medianOf, run } from './measure.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const rounds = 3;

/** What grows, from how many to how many. */
const growths = [
  ['pods', 50, 500],
  ['tables', 1_000, 10_000],
  ['secrets', 100, 1_000],
  ['keys', 100_000, 1_000_000],
] as const;

/** A tenth over linear is what measuring costs. */
const tolerance = 1.1;

interface Grown {
  readonly cpuMs: number;
  readonly grownBytes: number;
}

/** How our own time (CPU) and memory grow with pods, tables, Secrets and keys: ten times as many, at most ten times the time. */
export async function benchGrowth(): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const [what, few, many] of growths) {
    const [small, large] = [await measured(what, few), await measured(what, many)];
    const ratio = large.cpuMs / small.cpuMs;
    const goal = (many / few) * tolerance;
    lines.push(
      `${what}: ${few.toLocaleString('en-US')} → ${many.toLocaleString('en-US')}: ${small.cpuMs.toFixed(0)} → ${large.cpuMs.toFixed(0)} ms of CPU = ${ratio.toFixed(1)} × (goal ≤ ${goal.toFixed(0)}: ${ratio <= goal ? 'reached' : 'NOT reached'}), memory + ${mega(small)} → + ${mega(large)} MB`,
    );
  }
  return lines;
}

const mega = ({ grownBytes }: Grown): string => (grownBytes / 1e6).toFixed(0);

async function measured(what: string, count: number): Promise<Grown> {
  const program = join(root, 'tools/bench/growth-run.ts');
  const results: Grown[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { stdout } = await run([process.execPath, '--expose-gc', program, what, String(count)]);
    results.push(JSON.parse(stdout) as Grown);
  }
  return {
    cpuMs: medianOf(results.map(({ cpuMs }) => cpuMs)),
    grownBytes: medianOf(results.map(({ grownBytes }) => grownBytes)),
  };
}
