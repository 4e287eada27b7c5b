import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { jobsNaming } from '../src/domain/approval/guard/jobs-naming.ts';

/** A workflow in which one approval could let more go than was read, or in which a waiting job could be cancelled. */
export interface GateFault {
  /** `.github/workflows/dispatch.yml` */
  readonly file: string;
  readonly fault: string;
}

/** Every environment that holds a job until somebody approves (trust.md §1). */
const gatedEnvironments = ['corrective', 'adaptive', 'perfective'].flatMap((type) => [
  `maintenance-${type}`,
  `maintenance-${type}-window`,
]);

/** Look through our workflows and the templates. Throws when there is none to look through. */
export function gateFaults(root: string): readonly GateFault[] {
  const files = ['.github/workflows', 'templates'].flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder))
          .filter((name) => /\.ya?ml$/.test(name))
          .map((name) => `${folder}/${name}`)
      : [],
  );
  if (files.length === 0) throw new Error(`There is no workflow in ${root}: nothing was checked.`);
  return files.flatMap((file) =>
    gateFaultsIn(readFileSync(join(root, file), 'utf8')).map((fault) => ({ file, fault })),
  );
}

/**
 * What is wrong with the gated jobs of a workflow, by trust.md §3: one job for each environment, which names it literally,
 * and no `concurrency:` around it, which would cancel a job that waits for its approval. A job in another file (`uses`)
 * counts where another job names the environment: only the guard knows what is in it.
 */
export function gateFaultsIn(workflow: string): readonly string[] {
  const document = parse(workflow) as { concurrency?: unknown; jobs?: Record<string, unknown> } | null;
  const found = gatedEnvironments.map((name) => ({ name, ids: jobsNaming(workflow, name) }));
  const doubled = found
    .filter(({ ids }) => ids.length > 1)
    .map(({ name, ids }) => `one approval of ${name} would let several jobs go: ${ids.join(', ')}`);
  const gated = [...new Set(found.flatMap(({ ids }) => ids))].filter((id) => isGated(document?.jobs?.[id]));
  const queued = gated
    .filter((id) => hasConcurrency(document?.jobs?.[id]))
    .map((id) => `gated job ${id} has concurrency, which cancels jobs that wait for their approval`);
  const whole =
    gated.length > 0 && hasConcurrency(document)
      ? [`the workflow has concurrency, which cancels gated jobs that wait: ${gated.join(', ')}`]
      : [];
  const unnamed = gated
    .filter((id) => nameOf(document?.jobs?.[id]).includes('${{'))
    .map((id) => `job ${id} may name a gated environment by an expression; it has to be written out`);
  return [...doubled, ...queued, ...whole, ...unnamed];
}

const isGated = (job: unknown): boolean => nameOf(job) !== '';

const hasConcurrency = (part: unknown): boolean =>
  typeof part === 'object' && part !== null && (part as { concurrency?: unknown }).concurrency !== undefined;

function nameOf(job: unknown): string {
  const environment = (job as { environment?: unknown } | null | undefined)?.environment;
  if (typeof environment === 'string') return environment;
  const name = (environment as { name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' ? name : '';
}
