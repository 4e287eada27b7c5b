/** What the processes of containers use, read from /proc. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { PodWorker } from './pod-worker.ts';

/** The use of one container. CPU is the running sum; `memory` is what is resident now, shared pages by their share. */
export interface ContainerUsage {
  readonly name: string;
  readonly cpuSeconds: number;
  readonly memoryBytes: number;
  readonly processes: number;
}

/** The use of one pod's containers. */
export interface PodUsage {
  readonly worker: PodWorker;
  readonly containers: readonly ContainerUsage[];
}

/** The kernel counts CPU time in hundredths of a second towards user space (USER_HZ). */
const TICKS = 100;

interface Sum {
  cpuSeconds: number;
  memoryBytes: number;
  processes: number;
}

/** Measures; a container's CPU sum never falls while its first process lives, also when others of its processes end. */
export class UsageMeter {
  readonly #highest = new Map<number, number>();

  /** The use of these pods at this moment. */
  measure(workers: readonly PodWorker[]): PodUsage[] {
    const pids = workers.flatMap(({ containers }) => containers.flatMap(({ instance }) => instance?.pid ?? []));
    const byNamespace = sumsByNamespace(new Set(pids.map(pidNamespace)));
    const alive = new Set<number>();
    const usage = workers.map((worker) => ({
      worker,
      containers: worker.containers.flatMap((runner) => {
        const pid = runner.instance?.pid;
        const namespace = pid === undefined ? undefined : pidNamespace(pid);
        if (pid === undefined || namespace === undefined) return [];
        alive.add(pid);
        const sum = byNamespace.get(namespace) ?? { cpuSeconds: 0, memoryBytes: 0, processes: 0 };
        const cpuSeconds = Math.max(sum.cpuSeconds, this.#highest.get(pid) ?? 0);
        this.#highest.set(pid, cpuSeconds);
        return [{ ...sum, name: runner.container.name, cpuSeconds }];
      }),
    }));
    for (const pid of this.#highest.keys()) if (!alive.has(pid)) this.#highest.delete(pid);
    return usage;
  }
}

function pidNamespace(pid: number | string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/pid`);
  } catch {
    return undefined;
  }
}

/** Reading a process's memory takes the kernel some time, so only those in the wanted namespaces are looked at. */
function sumsByNamespace(wanted: ReadonlySet<string | undefined>): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const namespace = pidNamespace(name);
    const own = namespace !== undefined && wanted.has(namespace) ? processUse(name) : undefined;
    if (!namespace || !own) continue;
    const sum = sums.get(namespace) ?? { cpuSeconds: 0, memoryBytes: 0, processes: 0 };
    sum.cpuSeconds += own.cpuSeconds;
    sum.memoryBytes += own.memoryBytes;
    sum.processes++;
    sums.set(namespace, sum);
  }
  return sums;
}

function processUse(pid: string): { cpuSeconds: number; memoryBytes: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return {
      cpuSeconds: cpuSeconds(stat),
      memoryBytes: proportional(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')),
    };
  } catch {
    return undefined; // It ended while it was read.
  }
}

/** The time of a process and of its children that have ended, from /proc/<pid>/stat. */
export function cpuSeconds(stat: string): number {
  // The program's name, in parentheses, may hold anything.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15);
  return (utime + stime + cutime + cstime) / TICKS;
}

/** The proportional set size in bytes, from /proc/<pid>/smaps_rollup. */
export function proportional(rollup: string): number {
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) * 1024;
}
