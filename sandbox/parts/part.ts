/** What a part of the sandbox is: a process that serves, or a task that ends. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../toolchain/cache.ts';

/** What a part may know about the sandbox that it runs in. */
export interface PartContext {
  /** The sandbox's folder. */
  readonly directory: string;
  /** The administrator's kubeconfig. */
  readonly kubeconfig: string;
  /** A folder of this part's own, which begins empty with every start. */
  data(part: string): string;
  /** A folder of this part's own that outlives `down` and `up` (not `reset`). */
  kept(part: string): string;
}

/** A command with what its environment adds. */
export interface PartCommand {
  readonly argv: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
}

/** One part. */
export interface Part {
  readonly name: string;
  /** What it is, for people. */
  readonly title: string;
  /** A service runs until it is stopped and is restarted when it dies; a task is done when it ends with status 0. */
  readonly kind: 'service' | 'task';
  /** The parts that must be ready before this one starts. */
  readonly needs: readonly string[];
  /** Bounds the time from the start to being ready (a task: to its end). */
  readonly withinMs: number;
  /** Why this part cannot run in this checkout, or undefined. */
  absent?(): string | undefined;
  command(context: PartContext): PartCommand | Promise<PartCommand>;
  /** Resolves when the part answers, rejects while it does not. Tasks need none. */
  ready?(context: PartContext): Promise<void>;
}

/** A program of this checkout, run by this Node. */
export function nodeProgram(file: string, ...args: string[]): [string, ...string[]] {
  return [process.execPath, join(CHECKOUT, file), ...args];
}

/** The reason for a missing program of this checkout, or undefined when it is there. */
export function absentFile(file: string): string | undefined {
  return existsSync(join(CHECKOUT, file)) ? undefined : `${file} is not in this checkout`;
}
