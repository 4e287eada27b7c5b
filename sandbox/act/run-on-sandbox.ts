/** One workflow of this checkout on the sandbox that is up, with what GitHub would have around it. */
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type WindowName, windowNames } from '../../src/domain/task/declaration.ts';
import { cast, type Part } from '../github/cast.ts';
import { type Control, type ControlFile, type OpenedRun, readControlFile, remoteControl } from '../github/control.ts';
import { type ReviewScript, reviewScripts, usualScript } from '../github/script.ts';
import { githubDirectory } from '../parts/github.ts';
import type { SandboxState } from '../supervisor/enter.ts';
import { CHECKOUT } from '../toolchain/cache.ts';
import { tool } from '../toolchain/index.ts';
import type { WorkflowEvent, WorkflowRequest } from './act-command.ts';
import { copyCheckout, headOf } from './checkout.ts';
import { sandboxConfiguration } from './configuration.ts';
import { lastCopy, newCopy } from './copies.ts';
import { secretIn } from './environment-secrets.ts';
import { type Identity, identityOf, type Login, logInAll } from './login.ts';
import { takeOpening } from './openings.ts';
import { runWorkflow, type WorkflowResult } from './run-workflow.ts';
import { adopterRepository, readTemplate, remoteActions } from './template.ts';
import { readWorkflow, type WorkflowFile } from './workflow-file.ts';

/** The repository that runs on the sandbox belong to; the stand-in holds this one. */
export const sandboxRepository = 'phoenix-rooivalk/maintenance';
const configurationPath = '.github/maintenance.yml';

interface Place {
  checkout: string;
  sha: string;
  localRepositories: string[];
}

/** How the sandbox's stand-in is reached from inside. @throws Error when it does not run. */
export function sandboxGitHub(state: SandboxState): ControlFile {
  const found = readControlFile(githubDirectory(state.directory));
  if (found === undefined)
    throw new Error('The stand-in for GitHub does not run. "npm run sandbox -- up" completes the sandbox.');
  return found;
}

function chownAll(folder: string, owner: { uid: number; gid: number }): void {
  chownSync(folder, owner.uid, owner.gid);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    chownSync(join(folder, name), owner.uid, owner.gid);
  }
}

/** Makes the output's folder and gives it to whoever called sudo, if somebody did. */
export function openOut(
  id: string,
  owner: { uid: number; gid: number } | undefined,
): { out: string; handOver(): void } {
  const out = join(CHECKOUT, 'out', id);
  mkdirSync(out, { recursive: true });
  return {
    out,
    handOver() {
      if (owner === undefined) return;
      chownSync(join(CHECKOUT, 'out'), owner.uid, owner.gid);
      chownAll(out, owner);
    },
  };
}

/** One run of one workflow. */
export interface SandboxRun {
  /** The workflow's path, `.github/workflows/daily.yml`. */
  readonly workflow: string;
  /** The event, for the workflow as it is. @throws Error when the workflow cannot be started so. */
  readonly event: (workflow: WorkflowFile) => WorkflowEvent | Promise<WorkflowEvent>;
  /** The window that opens now, with the smaller ones. */
  readonly window: WindowName;
  /** How changes that need approval get it; by an environment unless it says otherwise. */
  readonly gate?: 'environment' | 'issue';
  /** The folder below `out/`. */
  readonly id: string;
  /** The name of what happens at the gates. */
  readonly review: string;
  readonly by?: Part;
  readonly triggeredBy?: Part;
  readonly branch?: string;
  /** What happens at the gates, where it has no name. */
  readonly script?: ReviewScript;
  /** How somebody has changed the run's workflow or its configuration on the branch, before the run. */
  readonly rewrite?: (path: string, text: string) => string;
  readonly onOpened?: (run: OpenedRun) => void;
  /** What the runner is given of the workflow: some of its jobs, when they alone are started again. */
  readonly asRun?: (text: string) => string;
  readonly rerunOf?: number | undefined;
  /** On the commit of the run before. */
  readonly again?: boolean;
  /** The adopter's template instead of the product's own workflow. */
  readonly template?: boolean;
}

/** What a run is handed by whoever starts it. */
export interface RunOptions {
  readonly print: (line: string) => void;
  readonly signal: AbortSignal;
  readonly owner: { uid: number; gid: number } | undefined;
  readonly now?: number;
}

/**
 * Runs by hand have windows that opened so long ago, ms: the latest minutes are left to the windows themselves, in which
 * everything must fit that is due.
 */
const freshMs = 10 * 60_000;

function prepare(run: SandboxRun, folder: string, options: RunOptions): Place {
  const copies = join(folder, 'copies');
  const copy = run.again === true ? lastCopy(copies) : newCopy(copies);
  const product = join(copy, 'checkout');
  const adopter = join(copy, 'adopter');
  const checkout = run.template === true ? adopter : product;
  if (run.again === true) return { ...placeOf(checkout), localRepositories: localRepositoriesOf(run, product) };
  const now = options.now ?? Date.now();
  const name = nameOf(run.workflow);
  // What prepares a window runs one lead time ahead of it.
  const ahead = name === 'prepare';
  const isWindow = windowNames.some((window) => window === name);
  const latest = ahead ? now + leadTimeMs : isWindow ? now : now - freshMs;
  const opensAt = takeOpening(join(folder, 'openings.json'), latest);
  const opening = new Date(opensAt).toISOString().slice(0, 16);
  options.print(`The ${run.window} window opens at ${opening}Z; copying the checkout.`);
  const configuration = sandboxConfiguration({ window: run.window, opensAt, ahead, ...gateOf(run) });
  const files = rewritten(run, configuration);
  const sha = copyCheckout({ source: CHECKOUT, target: product, repository: sandboxRepository, files });
  if (run.template !== true) return { checkout: product, sha, localRepositories: [] };
  const own = { ...files, [run.workflow]: readTemplate(CHECKOUT, nameOf(run.workflow)) };
  return {
    checkout: adopter,
    sha: adopterRepository(adopter, sandboxRepository, own),
    localRepositories: localRepositoriesOf(run, product),
  };
}

/** The files of the copy that are not the checkout's, as somebody may have changed them. */
function rewritten({ rewrite, workflow }: SandboxRun, configuration: string): Record<string, string> {
  if (rewrite === undefined) return { [configurationPath]: configuration };
  return {
    [configurationPath]: rewrite(configurationPath, configuration),
    [workflow]: rewrite(workflow, readFileSync(join(CHECKOUT, workflow), 'utf8')),
  };
}

const teamTokenMinutes = 360;

/** The lead time of the sandbox's configuration. */
const leadTimeMs = 60_000;

const gateOf = ({ gate }: SandboxRun): { gate?: 'environment' | 'issue' } => (gate === undefined ? {} : { gate });
const nameOf = (workflow: string): string => basename(workflow, '.yml');

function localRepositoriesOf({ template, workflow }: SandboxRun, product: string): string[] {
  if (template !== true) return [];
  return remoteActions(readTemplate(CHECKOUT, nameOf(workflow))).map((action) => `${action}=${product}`);
}

function placeOf(checkout: string): { checkout: string; sha: string } {
  if (!existsSync(checkout)) throw new Error('No run has left a checkout: leave --again away.');
  return { checkout, sha: headOf(checkout) };
}

/** The key that journals are authenticated with: made once for a sandbox, as an adopter makes it once. */
function journalKey(folder: string): string {
  const file = join(folder, 'journal-key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** A token that reads who is in the organization's teams, which a job's own token may not. */
export function teamToken(control: Control): Promise<string> {
  return control.issueToken(['members=read'], teamTokenMinutes, cast.admin.login);
}

/** The secrets of a run that each environment has a value of its own for. */
function secretsOf(logins: ReadonlyMap<Identity, Login>, environments: readonly string[]): Record<string, string> {
  const own = environments.flatMap((environment) => {
    const login = logins.get(identityOf(environment));
    return [
      [secretIn(environment, 'MAINTENANCE_KUBECONFIG'), login?.kubeconfig ?? ''],
      [secretIn(environment, 'MAINTENANCE_TOKEN'), login?.token ?? ''],
    ];
  });
  return Object.fromEntries(own);
}

/** Scripts count the gated job's readings of its environment; in a whole run the plan's job has read it once before. */
function afterPlanning(script: ReviewScript): ReviewScript {
  const { afterReads } = script;
  return afterReads === undefined ? script : { ...script, afterReads: { ...afterReads, count: afterReads.count + 1 } };
}

/** How a run begins, as far as it is said. */
function startOf({ by, triggeredBy, branch, rerunOf, onOpened, asRun }: SandboxRun): Partial<WorkflowRequest> {
  const said = Object.entries({ by, triggeredBy, branch, rerunOf, onOpened, asRun });
  return Object.fromEntries(said.filter(([, value]) => value !== undefined));
}

/** Runs a workflow inside the sandbox; its output is in `out/<id>/` when this resolves. */
export async function runOnSandbox(run: SandboxRun, state: SandboxState, options: RunOptions): Promise<WorkflowResult> {
  const needed = run.template === true ? [] : [run.workflow, 'dist'];
  const missing = needed.find((path) => !existsSync(join(CHECKOUT, path)));
  if (missing !== undefined)
    throw new Error(`${missing} is not in this checkout. Run "npm run sync" and "npm run build".`);
  const reached = sandboxGitHub(state);
  const control = remoteControl(reached);
  const folder = join(state.directory, 'kept', 'act');
  const place = prepare(run, folder, options);
  const workflow = readWorkflow(join(place.checkout, run.workflow));
  const event = await run.event(workflow);
  const jobs = workflow.jobs(event.name === 'workflow_dispatch' ? event.inputs : {});
  const environments = jobs.flatMap(({ environment }) => (environment === undefined ? [] : [environment]));
  const logins = logInAll(state, environments.map(identityOf), join(place.checkout, configurationPath));
  await control.script(afterPlanning(run.script ?? reviewScripts[run.review] ?? usualScript));
  const { out, handOver } = openOut(run.id, options.owner);
  try {
    return await runWorkflow({
      act: tool('act'),
      ...place,
      workflow: run.workflow,
      event,
      ...startOf(run),
      github: { url: reached.url, control },
      env: {},
      secrets: {
        ...secretsOf(logins, environments),
        MAINTENANCE_JOURNAL_KEY: journalKey(folder),
        MAINTENANCE_TEAM_TOKEN: await teamToken(control),
      },
      out,
      scratch: join(folder, 'scratch'),
      print: options.print,
      signal: options.signal,
    });
  } finally {
    handOver();
  }
}
