import { parse } from 'yaml';

interface JobText {
  readonly environment?: unknown;
  readonly uses?: unknown;
  readonly strategy?: unknown;
}

/**
 * The jobs of a workflow file that name an environment, or by an expression might: each by its id, and twice when a matrix
 * may start it more than once. Names of environments are compared as the forge does, which takes upper and lower case for
 * one. A job in another file (`uses`) may name anything. Throws when the text is no YAML.
 */
export function jobsNaming(workflow: string, environment: string): readonly string[] {
  const document = parse(workflow) as { jobs?: Record<string, JobText | null> } | null;
  return Object.entries(document?.jobs ?? {}).flatMap(([id, job]) => {
    if (job?.uses === undefined && !mayName(namedBy(job), environment)) return [];
    return job?.strategy === undefined ? [id] : [id, `${id} (again, by its matrix)`];
  });
}

/** What a job's `environment` says: text, or something that nobody can read a name from; undefined when there is none. */
function namedBy(job: JobText | null): unknown {
  const named = job?.environment;
  return typeof named === 'object' && named !== null ? (named as { name?: unknown }).name : named;
}

function mayName(name: unknown, environment: string): boolean {
  if (typeof name !== 'string') return false;
  if (name.includes('${{')) return !choosesWithoutGate.test(name);
  return name.toLowerCase() === environment.toLowerCase();
}

/** The one expression that the generated workflows have: a choice by the mode between two environments without a gate. */
const choosesWithoutGate =
  /^\$\{\{\s*inputs\.mode\s*==\s*'plan'\s*&&\s*'maintenance-(plan|preventive)'\s*\|\|\s*'maintenance-(plan|preventive)'\s*\}\}$/;
