/** One window's real workflow on the sandbox that is up: what `npm run window` does inside the sandbox. */
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ControlFile, readControlFile, remoteControl } from '../github/control.ts';
import { githubDirectory } from '../parts/github.ts';
import type { SandboxState } from '../supervisor/enter.ts';
import { CHECKOUT } from '../toolchain/cache.ts';
import { tool } from '../toolchain/index.ts';
import type { WorkflowEvent } from './act-command.ts';
import { copyCheckout } from './checkout.ts';
import type { WindowCommand } from './command-line.ts';
import { sandboxConfiguration } from './configuration.ts';
import { logIn } from './login.ts';
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

function workflowPath(window: string): string {
  return `.github/workflows/${window}.yml`;
}

function prepare({ window, template }: WindowCommand, folder: string, configuration: string): Place {
  const product = join(folder, 'checkout');
  const files = { [configurationPath]: configuration };
  const sha = copyCheckout({ source: CHECKOUT, target: product, repository: sandboxRepository, files });
  if (!template) return { checkout: product, sha, localRepositories: [] };
  const text = readTemplate(CHECKOUT, window);
  const adopter = join(folder, 'adopter');
  const own = { ...files, [workflowPath(window)]: text };
  return {
    checkout: adopter,
    sha: adopterRepository(adopter, sandboxRepository, own),
    localRepositories: remoteActions(text).map((action) => `${action}=${product}`),
  };
}

/** The event of the command, with those inputs that the workflow has. @throws Error for an input that it lacks. */
export function eventOf({ event, mode, reason }: WindowCommand, workflow: WorkflowFile): WorkflowEvent {
  if (event === 'schedule') return { name: 'schedule' };
  const inputs = { mode, ...(reason === undefined ? {} : { reason }) };
  const missing = Object.keys(inputs).find((name) => !workflow.inputs.includes(name));
  if (missing !== undefined)
    throw new Error(`The workflow "${workflow.name}" has no input "${missing}" when dispatched.`);
  return { name: 'workflow_dispatch', inputs };
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

/** Runs the window inside the sandbox; its output is in `out/<window>/` when this resolves. */
export async function runWindow(
  command: WindowCommand,
  state: SandboxState,
  options: {
    readonly print: (line: string) => void;
    readonly signal: AbortSignal;
    readonly owner: { uid: number; gid: number } | undefined;
    readonly now?: number;
  },
): Promise<WorkflowResult> {
  const workflow = workflowPath(command.window);
  const missing = command.template ? undefined : [workflow, 'dist'].find((path) => !existsSync(join(CHECKOUT, path)));
  if (missing !== undefined)
    throw new Error(`${missing} is not in this checkout. Run "npm run sync" and "npm run build".`);
  const reached = sandboxGitHub(state);
  const folder = join(state.directory, 'kept', 'act');
  const opensAt = takeOpening(join(folder, 'openings.json'), options.now ?? Date.now());
  const configuration = sandboxConfiguration({ window: command.window, opensAt });
  options.print(
    `The ${command.window} window opens at ${new Date(opensAt).toISOString().slice(0, 16)}Z; copying the checkout.`,
  );
  const place = prepare(command, folder, configuration);
  const identity = command.mode === 'plan' ? 'maintenance-plan' : 'maintenance-preventive';
  const login = logIn(state, identity, join(place.checkout, configurationPath));
  const { out, handOver } = openOut(command.window, options.owner);
  try {
    return await runWorkflow({
      act: tool('act'),
      ...place,
      workflow,
      event: eventOf(command, readWorkflow(join(place.checkout, workflow))),
      github: { url: reached.url, control: remoteControl(reached) },
      env: {},
      secrets: { MAINTENANCE_KUBECONFIG: login.kubeconfig, MAINTENANCE_TOKEN: login.token },
      out,
      scratch: join(folder, 'scratch'),
      print: options.print,
      signal: options.signal,
    });
  } finally {
    handOver();
  }
}

/** What a person reads after a run: each job's result, and what lies where. */
export function describeResult(window: string, { jobs, exitCode, cancelled, reportFiles }: WorkflowResult): string {
  const lines = jobs.map(({ name, conclusion }) => `  ${conclusion === 'success' ? '✓' : '✗'} ${name}: ${conclusion}`);
  const files = [...reportFiles, 'log.txt', 'artifacts/'].join(', ');
  const none = reportFiles.length === 0 ? '\nNo report was uploaded.' : '';
  const end = cancelled ? 'The run was cancelled.' : `act ended with status ${exitCode}.`;
  return `${lines.join('\n')}\n${end} out/${window}/: ${files}${none}`;
}

/** The summary that the run left, without what is folded in it; or undefined. */
export function summaryOf(window: string): string | undefined {
  const file = join(CHECKOUT, 'out', window, 'summary.md');
  if (!existsSync(file)) return undefined;
  return readFileSync(file, 'utf8')
    .replace(/<details>[\s\S]*?<\/details>\n*/g, '')
    .replace(/<\/?sub>/g, '');
}
