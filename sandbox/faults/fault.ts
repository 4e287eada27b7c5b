/** What a fault is: a named, reversible way to make the sandbox ill. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cluster } from '../platform/cluster.ts';
import { control } from '../supervisor/control.ts';
import { files } from '../supervisor/state.ts';

/** The verdicts of a task. */
export type Verdict = 'pass' | 'warn' | 'fail' | 'unknown' | 'not-applicable';

/** A task and the verdict that it comes to under the fault. */
export interface LeadsTo {
  readonly task: string;
  readonly verdict: Verdict;
}

/** What a fault keeps between being brought about and being mended: what was there before. */
export interface Memory {
  /** Keeps a value, unless the fault has one of this name already. */
  keep(name: string, value: unknown): void;
  /** What was kept. Throws where nothing was. */
  recall<T>(name: string): T;
}

/** What a fault works on. It runs inside the sandbox. */
export interface FaultContext {
  readonly cluster: Cluster;
  /** The sandbox's folder. */
  readonly directory: string;
  readonly memory: Memory;
  /** Stops or starts a part of the sandbox, such as `dns`. */
  part(name: string, action: 'start' | 'stop'): Promise<void>;
}

/** A fault. Both directions return when the change can be seen in the world, and may be repeated. */
export interface Fault {
  readonly title: string;
  readonly leadsTo: readonly LeadsTo[];
  break(context: FaultContext): Promise<void>;
  mend(context: FaultContext): Promise<void>;
}

/** Several verdicts of several tasks, written `task: verdict`. */
export function leads(...pairs: readonly `${string}: ${Verdict}`[]): LeadsTo[] {
  return pairs.map((pair) => {
    const [task = '', verdict = ''] = pair.split(': ');
    return { task, verdict: verdict as Verdict };
  });
}

/** The file that a fault's memory is kept in, as long as the fault is there. */
export function memoryFile(directory: string, fault: string): string {
  return join(directory, 'faults', `${fault}.json`);
}

/** Whether the fault was brought about and not mended. */
export function isBroken(directory: string, fault: string): boolean {
  return existsSync(memoryFile(directory, fault));
}

/** Forgets a fault after it was mended. */
export function forget(directory: string, fault: string): void {
  rmSync(memoryFile(directory, fault), { force: true });
}

/** A fault's memory in its file. Opening it for writing marks the fault as there. */
export function openMemory(directory: string, fault: string): Memory {
  const path = memoryFile(directory, fault);
  const values: Record<string, unknown> = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const write = (): void => {
    mkdirSync(join(directory, 'faults'), { recursive: true, mode: 0o700 });
    writeFileSync(path, JSON.stringify(values), { mode: 0o600 });
  };
  write();
  return {
    keep(name, value) {
      if (name in values) return;
      values[name] = value;
      write();
    },
    recall<T>(name: string): T {
      if (!(name in values)) throw new Error(`The fault ${fault} has kept no ${name}: it was not brought about.`);
      return values[name] as T;
    },
  };
}

/** The context of a fault in the sandbox whose folder is `directory`. */
export function faultContext(directory: string, fault: string): FaultContext {
  const supervisor = control(directory);
  return {
    cluster: new Cluster(files.kubeconfig(directory)),
    directory,
    memory: openMemory(directory, fault),
    part: async (name, action) => void (await (action === 'start' ? supervisor.start(name) : supervisor.stop(name))),
  };
}
