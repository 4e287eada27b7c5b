/** What has to be known of a workflow before it is run. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
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
}

type Permissions = Record<string, string> | string | undefined;

interface Raw {
  name?: string;
  on?: { schedule?: { cron: string }[]; workflow_dispatch?: { inputs?: Record<string, unknown> } | null };
  permissions?: Permissions;
  jobs?: Record<string, { permissions?: Permissions }>;
}

const known = ['actions', 'contents', 'issues', 'pull-requests'];

function permissionsOf(declared: Permissions): Permission[] {
  if (declared === undefined || typeof declared === 'string') return [];
  return Object.entries(declared)
    .filter(([name, level]) => known.includes(name) && level !== 'none')
    .map(([name, level]) => `${name.replace('-', '_')}=${level}` as Permission);
}

/** Reads a workflow file. @throws Error when it is no workflow. */
export function readWorkflow(file: string): WorkflowFile {
  const raw = parse(readFileSync(file, 'utf8')) as Raw | null;
  if (raw?.jobs === undefined) throw new Error(`${file} has no jobs: it is no workflow`);
  const declared = Object.values(raw.jobs).map(({ permissions }) => permissionsOf(permissions ?? raw.permissions));
  return {
    name: raw.name ?? file,
    cron: raw.on?.schedule?.[0]?.cron,
    inputs: Object.keys(raw.on?.workflow_dispatch?.inputs ?? {}),
    permissions: [...new Set(declared.flat())],
  };
}
