/** Reaching into pods from the sandbox: their processes and files, without anything that their image must have. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { promisify } from 'node:util';
import { PLATFORM_NAMESPACE } from '../network.ts';
import { files } from '../supervisor/state.ts';
import { tool } from '../toolchain/index.ts';
import type { FaultContext } from './fault.ts';

const execute = promisify(execFile);

/** Runs a command in a pod of the platform by the API, as a person would; gives what it prints. */
export async function execInPod(context: FaultContext, pod: string, ...argv: readonly string[]): Promise<string> {
  const kubeconfig = `--kubeconfig=${files.kubeconfig(context.directory)}`;
  const { stdout } = await execute(tool('kubectl'), [
    kubeconfig,
    `--namespace=${PLATFORM_NAMESPACE}`,
    'exec',
    pod,
    '--',
    ...argv,
  ]);
  return stdout;
}

/** Starts a command in a pod that goes on by itself; `name` finds it again. */
export function leaveRunning(context: FaultContext, pod: string, name: string, script: string): Promise<string> {
  const detached = `nohup sh -c 'echo $$ >/run/fault-${name}.pid; ${script}' >/dev/null 2>&1 </dev/null &`;
  return execInPod(context, pod, 'sh', '-c', detached);
}

/** Ends what `leaveRunning` started. */
export async function endRunning(context: FaultContext, pod: string, name: string): Promise<void> {
  const file = `/run/fault-${name}.pid`;
  await execInPod(context, pod, 'sh', '-c', `test ! -e ${file} || { kill -9 "$(cat ${file})"; rm ${file}; } || true`);
}

function environment(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** Process 1 of a pod's container, as the sandbox numbers it. */
export function firstProcess(pod: string): number {
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid) || !environment(pid).includes(`POD_NAME=${pod}`)) continue;
    const numbers = /^NSpid:\s+(.*)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]?.split(/\s+/) ?? [];
    if (numbers.length > 1 && numbers.at(-1) === '1') return Number(pid);
  }
  throw new Error(`No process of the pod ${pod} was found.`);
}

/** A path of a pod's container, as the sandbox sees it. */
export function pathIn(pod: string, path: string): string {
  return `/proc/${firstProcess(pod)}/root${path}`;
}

/** Stops a pod's first process where it stands (`SIGSTOP`), or lets it go on (`SIGCONT`). */
export function signalPod(pod: string, signal: 'SIGSTOP' | 'SIGCONT'): void {
  process.kill(firstProcess(pod), signal);
}

/** Lets a pod's first process go before everything else on the machine, so that a busy machine cannot starve it. */
export function prefer(pod: string): void {
  const pid = firstProcess(pod);
  setPriority(pid, -15);
  // Where the kernel groups processes by session, the group has a priority of its own.
  if (existsSync(`/proc/${pid}/autogroup`)) writeFileSync(`/proc/${pid}/autogroup`, '-15');
}

/** Sets or takes the mark by which nobody can delete a file. Needs Linux 6.6 for files in memory. */
export async function setImmutable(path: string, immutable: boolean): Promise<void> {
  await execute('chattr', [immutable ? '+i' : '-i', path]);
}
