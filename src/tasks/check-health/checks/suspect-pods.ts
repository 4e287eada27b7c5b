import { formatSpan } from '../../../domain/quantities.ts';
import type { TableRow } from '../../../ports/cluster.ts';

/** A pod whose row says that something may be wrong with it. */
export interface Suspect {
  readonly pod: string;
  /** As kubectl prints it: `CrashLoopBackOff`. */
  readonly status: string;
  /** `0/1` */
  readonly ready: string;
  readonly restarts: number;
  /** How long ago the last restart was; absent when there was none, or more than a day ago. */
  readonly restartedMs?: number;
}

/** What is wrong with a pod, by what kubectl prints. */
export type Ailment =
  | 'crashing'
  | 'image'
  | 'configuration'
  | 'not-running'
  | 'not-ready'
  | 'terminating'
  | 'restarted';

const dayMs = 86_400_000;

/**
 * Read one row of the server's own table. Undefined: nothing is wrong. Rows are a fortieth of whole pods, and hold the
 * STATUS that a person sees; Running is not Ready, so the READY column counts too.
 */
export function suspectOf({ name, cells }: TableRow): Suspect | undefined {
  const status = String(cells.status ?? '').slice(0, 100);
  const ready = String(cells.ready ?? '');
  const [count, of] = ready.split('/').map(Number);
  const { restarts, restartedMs } = readRestarts(String(cells.restarts ?? '0'));
  if (status === 'Completed' || status === 'Succeeded') return undefined;
  if (status === 'Running' && count === of && restartedMs === undefined) return undefined;
  return { pod: name, status, ready, restarts, ...(restartedMs === undefined ? {} : { restartedMs }) };
}

/** `3 (5m12s ago)`: how often, and when last if that was within a day. */
export function readRestarts(cell: string): { readonly restarts: number; readonly restartedMs?: number } {
  const [, count = '0', age] = /^(\d+)(?: \(([\dydhms]+) ago\))?$/.exec(cell) ?? [];
  const restarts = Number(count);
  const ms = age === undefined ? undefined : readAge(age);
  return ms === undefined || ms > dayMs || restarts === 0 ? { restarts } : { restarts, restartedMs: ms };
}

const unitMs: Readonly<Record<string, number>> = { y: 365 * dayMs, d: dayMs, h: 3_600_000, m: 60_000, s: 1000 };

/** `2d5h` in ms. */
function readAge(age: string): number {
  let total = 0;
  for (const [, amount, unit] of age.matchAll(/(\d+)([ydhms])/g)) total += Number(amount) * (unitMs[unit ?? ''] ?? 0);
  return total;
}

/** What is wrong, by the words of kubelet and API server; those of an init container have `Init:` in front. */
export function ailmentOf({ status, restartedMs, ready }: Suspect): Ailment {
  const word = status.replace(/^Init:/, '');
  if (
    /^(CrashLoopBackOff|Error|OOMKilled|RunContainerError|StartError|ContainerCannotRun|ExitCode:\d+|Signal:\d+)$/.test(
      word,
    )
  )
    return 'crashing';
  if (/^(ImagePullBackOff|ErrImage\w*|InvalidImageName|ImageInspectError|RegistryUnavailable)$/.test(word))
    return 'image';
  if (/^(CreateContainerConfigError|CreateContainerError|CreatePodSandboxError)$/.test(word)) return 'configuration';
  if (word === 'Terminating') return 'terminating';
  if (word !== 'Running') return 'not-running';
  const [count, of] = ready.split('/');
  return count !== of || restartedMs === undefined ? 'not-ready' : 'restarted';
}

/** `api-gateway-7c9f (CrashLoopBackOff, 0/1 ready, 12 restarts, the last 5 min ago)` */
export function suspectText({ pod, status, ready, restarts, restartedMs }: Suspect): string {
  const last = restartedMs === undefined ? '' : `, the last ${formatSpan(restartedMs)} ago`;
  const count = restarts === 0 ? '' : `, ${restarts} ${restarts === 1 ? 'restart' : 'restarts'}${last}`;
  return `${pod} (${status}, ${ready} ready${count})`;
}
