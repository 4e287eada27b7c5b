/** `npm run task -- <id> [name=value …]`: one built action on the sandbox that is up, or on the platform of KUBECONFIG. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { remoteControl } from '../github/control.ts';
import { reviewScripts, usualScript } from '../github/script.ts';
import { startGitHub } from '../github/server.ts';
import { NoSandboxError, type SandboxState, sandboxState } from '../supervisor/enter.ts';
import { CHECKOUT } from '../toolchain/cache.ts';
import { createProgress, ensure } from '../toolchain/index.ts';
import { readAction } from './action-file.ts';
import { type TaskCommand, taskCommand, taskUsage } from './command-line.ts';
import { sandboxConfiguration } from './configuration.ts';
import { isGated, runGatedTask, typeOf } from './gated-task.ts';
import { cancellation, isInside, ownerOfOutput, runInside } from './inside.ts';
import { identityOf, logIn } from './login.ts';
import { nodeProgram } from './node.ts';
import { type ActionRequest, type ActionResult, runAction } from './run-action.ts';
import { openOut, sandboxGitHub, teamToken } from './run-on-sandbox.ts';
import { describeResult, summaryOf } from './run-window.ts';
import { builtActions, main } from './usage.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Cloud credentials and proxies that the action may need where it runs on a platform of the user's own. */
const ownVariables = /^(AWS_|AZURE_|GOOGLE_|CLOUDSDK_|PG|HTTPS?_PROXY$|NO_PROXY$|NODE_EXTRA_CA_CERTS$|SSL_CERT_)/i;

type Common = Pick<ActionRequest, 'id' | 'action' | 'inputs' | 'environment' | 'out' | 'print' | 'signal'>;

/** The environment whose job would run the action so. */
async function environmentOf({ id, inputs }: TaskCommand): Promise<string> {
  return inputs.mode === 'apply' ? `maintenance-${await typeOf(id)}` : 'maintenance-plan';
}

/** Through the gate, by the real workflow. @throws Error where there is no sandbox to do it on. */
async function throughTheGate(
  command: TaskCommand,
  sandbox: SandboxState | undefined,
  words: string[],
): Promise<number> {
  if (sandbox === undefined)
    throw new Error(`${command.id} needs an approval: dispatch the workflow "Maintenance by hand" of the repository.`);
  if (!isInside(sandbox)) {
    const progress = createProgress(process.stderr);
    // Inside there is no way out to fetch anything.
    await ensure(['act', 'git'], progress).finally(() => progress.close());
    return runInside(sandbox, import.meta.filename, words);
  }
  const result = await runGatedTask(command, sandbox, { print, signal: cancellation(), owner: ownerOfOutput() });
  const summary = summaryOf(command.id);
  if (summary !== undefined) print(`\n${summary.trimEnd()}\n`);
  print(`${describeResult(command.id, result)}\nRun ${result.runId}.`);
  return result.cancelled ? 130 : result.exitCode;
}

/** The platform of KUBECONFIG, as its file names it. @throws Error when there is no such file. */
function describeKubeconfig(variable: string): string {
  const file = variable.split(':')[0] as string;
  if (!existsSync(file)) throw new Error(`KUBECONFIG names ${file}, which is not there.`);
  const raw = parse(readFileSync(file, 'utf8')) as { 'current-context'?: string };
  return `context ${raw['current-context'] ?? '(none)'} of ${file}`;
}

async function onSandbox(common: Common, review: string, state: SandboxState): Promise<ActionResult> {
  const reached = sandboxGitHub(state);
  const control = remoteControl(reached);
  await control.script(reviewScripts[review] ?? usualScript);
  const folder = join(state.directory, 'kept', 'act');
  mkdirSync(folder, { recursive: true });
  const workspace = mkdtempSync(join(folder, 'workspace-'));
  mkdirSync(join(workspace, '.github'));
  const configuration = sandboxConfiguration({ window: 'daily', opensAt: Date.now() });
  const file = join(workspace, '.github', 'maintenance.yml');
  writeFileSync(file, configuration);
  const login = logIn(state, identityOf(common.environment), file);
  const kubeconfig = join(workspace, 'kubeconfig');
  writeFileSync(kubeconfig, login.kubeconfig, { mode: 0o600 });
  const github = { url: reached.url, control };
  const env = { KUBECONFIG: kubeconfig, MAINTENANCE_TEAM_TOKEN: await teamToken(control) };
  return runAction({
    ...common,
    workspace,
    github,
    env,
    secrets: [login.token, env.MAINTENANCE_TEAM_TOKEN],
    scratch: join(folder, 'scratch'),
  }).finally(() => rmSync(workspace, { recursive: true, force: true }));
}

async function onOwnPlatform(common: Common, kubeconfig: string): Promise<ActionResult> {
  const scratch = mkdtempSync(join(tmpdir(), 'rooivalk-task-'));
  const github = await startGitHub({ directory: join(scratch, 'github'), host: '127.0.0.1', port: 0 });
  const own = Object.entries(process.env).filter(([name]) => ownVariables.test(name));
  const env = {
    ...Object.fromEntries(own as [string, string][]),
    KUBECONFIG: kubeconfig,
    // A kubeconfig may name a program that logs in, and that looks at files of its own.
    HOME: process.env.HOME ?? scratch,
    PATH: `${dirname(nodeProgram())}:${process.env.PATH ?? ''}`,
  };
  try {
    return await runAction({ ...common, workspace: process.cwd(), github, env, secrets: [], scratch });
  } finally {
    await github.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The sandbox to act on, or undefined for the platform of KUBECONFIG. @throws NoSandboxError when there is neither. */
function chosenSandbox({ here }: TaskCommand): SandboxState | undefined {
  if (here) {
    if (process.env.KUBECONFIG) return undefined;
    throw new Error('--here needs KUBECONFIG: the platform that it names is acted on.');
  }
  try {
    return sandboxState();
  } catch (error) {
    if (error instanceof NoSandboxError && process.env.KUBECONFIG) return undefined;
    throw error;
  }
}

function describe(id: string, { outputs, reportFiles, exitCode }: ActionResult): string {
  // Where the report was is gone with the run; where it is comes last.
  const lines = Object.entries(outputs)
    .filter(([name]) => name !== 'report')
    .map(([name, value]) => `  ${name}: ${value.split('\n')[0]?.slice(0, 200)}`);
  const files = [...reportFiles, 'log.txt'].filter((name) => existsSync(join(CHECKOUT, 'out', id, name)));
  return [...lines, `The action ended with status ${exitCode}. out/${id}/: ${files.join(', ')}`].join('\n');
}

await main(async () => {
  const words = process.argv.slice(2);
  if (words.includes('--help') || words.includes('-h')) {
    print(taskUsage);
    return 0;
  }
  const command = taskCommand(words, builtActions(CHECKOUT));
  const sandbox = chosenSandbox(command);
  if (await isGated(command)) return throughTheGate(command, sandbox, words);
  if (sandbox !== undefined && !isInside(sandbox)) return runInside(sandbox, import.meta.filename, words);
  const { out, handOver } = openOut(command.id, ownerOfOutput());
  const action = readAction(join(CHECKOUT, 'actions', command.id));
  const common = {
    id: command.id,
    action,
    inputs: command.inputs,
    environment: await environmentOf(command),
    out,
    print,
    signal: cancellation(),
  };
  const kubeconfig = process.env.KUBECONFIG ?? '';
  print(`Acting on ${sandbox === undefined ? describeKubeconfig(kubeconfig) : 'the sandbox'}.`);
  try {
    const result = await (sandbox === undefined
      ? onOwnPlatform(common, kubeconfig)
      : onSandbox(common, command.review, sandbox));
    print(`\n${describe(command.id, result)}`);
    return result.exitCode;
  } finally {
    handOver();
  }
});
