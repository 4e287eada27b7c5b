/** What has to be known of a workflow before it is run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { DeclaredJob } from '../github/model.ts';
import type { Permission } from '../github/operations.ts';

/** A workflow file, as far as a runner cares. */
export interface WorkflowFile {
  readonly name: string;
  /** The first cron line, for the event of a schedule. */
  readonly cron: string | undefined;
  /** The names of the dispatch inputs. */
  readonly inputs: readonly string[];
  /** What its jobs may do, taken together: act gives all of them the same token. */
  readonly permissions: readonly Permission[];
  /** Its jobs, for a dispatch with these inputs (none: a schedule). */
  jobs(inputs: Readonly<Record<string, string>>): DeclaredJob[];
}

type Permissions = Record<string, string> | string | undefined;

interface RawJob {
  name?: string;
  permissions?: Permissions;
  environment?: string | { name: string };
}

interface Raw {
  name?: string;
  on?: { schedule?: { cron: string }[]; workflow_dispatch?: { inputs?: Record<string, unknown> } | null };
  permissions?: Permissions;
  jobs?: Record<string, RawJob>;
}

const known = ['actions', 'contents', 'deployments', 'issues', 'pull-requests'];

/** The one kind of expression that our workflows name an environment by. */
const choice = /^\$\{\{\s*inputs\.([\w-]+) == '([^']*)' && '([^']+)' \|\| '([^']+)'\s*\}\}$/;

function permissionsOf(declared: Permissions): Permission[] {
  if (declared === undefined || typeof declared === 'string') return [];
  return Object.entries(declared)
    .filter(([name, level]) => known.includes(name) && level !== 'none')
    .map(([name, level]) => `${name.replace('-', '_')}=${level}` as Permission);
}

/** The environment that a job names. @throws Error for an expression of another kind. */
function environmentOf({ environment }: RawJob, inputs: Readonly<Record<string, string>>): string | undefined {
  const name = typeof environment === 'object' ? environment.name : environment;
  if (name === undefined || !name.includes('${{')) return name;
  const found = choice.exec(name);
  if (found === null) throw new Error(`the sandbox cannot tell which environment ${name} is`);
  const [, input = '', value, then, otherwise] = found;
  return inputs[input] === value ? then : otherwise;
}

/** Reads a workflow file. @throws Error when it is no workflow. */
export function readWorkflow(file: string): WorkflowFile {
  const raw = parse(readFileSync(file, 'utf8')) as Raw | null;
  if (raw?.jobs === undefined) throw new Error(`${file} has no jobs: it is no workflow`);
  const jobs = Object.entries(raw.jobs);
  const declared = jobs.map(([, { permissions }]) => permissionsOf(permissions ?? raw.permissions));
  const mayAsk = ({ permissions = raw.permissions }: RawJob): boolean =>
    typeof permissions === 'object' && permissions['id-token'] === 'write';
  return {
    name: raw.name ?? file,
    cron: raw.on?.schedule?.[0]?.cron,
    inputs: Object.keys(raw.on?.workflow_dispatch?.inputs ?? {}),
    permissions: [...new Set(declared.flat())],
    jobs: (inputs) =>
      jobs.map(([id, job]) => {
        const environment = environmentOf(job, inputs);
        return {
          id,
          name: job.name ?? id,
          idToken: mayAsk(job),
          ...(environment === undefined ? {} : { environment }),
        };
      }),
  };
}

/** The workflow files of a checkout, by name and path. */
export function workflowsOf(checkout: string): { name: string; path: string }[] {
  const folder = '.github/workflows';
  return readdirSync(join(checkout, folder))
    .filter((file) => /\.ya?ml$/.test(file))
    .map((file) => ({ path: `${folder}/${file}`, name: readWorkflow(join(checkout, folder, file)).name }));
}
