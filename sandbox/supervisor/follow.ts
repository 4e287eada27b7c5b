/** Shows how the parts of a sandbox come up. */
import { readFileSync } from 'node:fs';
import type { Progress } from '../toolchain/index.ts';
import { control } from './control.ts';
import type { PartStatus } from './supervised.ts';

/** Parts of the sandbox that did not start. The message names each with its reason and last lines. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

const TASK_LINES_EVERY_MS = 1000;

/** Follows the current round of starts (`again`: a new one, for what is not running) to its end; throws a `StartError` when a part failed. */
export async function followStart(
  directory: string,
  progress: Progress,
  again = false,
  signal?: AbortSignal,
): Promise<void> {
  const running = new Map<string, PartStatus>();
  const failures: PartStatus[] = [];
  const lines = setInterval(() => showLastLines(running, progress), TASK_LINES_EVERY_MS);
  try {
    for await (const event of control(directory).events(again, signal)) {
      if (event.type === 'part') show(event.part, running, failures, progress);
      else if (event.phase === 'up') return;
      else if (event.phase === 'failed') throw failure(failures);
    }
  } finally {
    clearInterval(lines);
  }
  throw new StartError('The sandbox ended while it came up. Its logs are in the folder "logs" of its directory.');
}

function show(part: PartStatus, running: Map<string, PartStatus>, failures: PartStatus[], progress: Progress): void {
  switch (part.state) {
    case 'starting':
      if (!running.has(part.name)) progress.start(part.name, `starting ${part.title}`);
      running.set(part.name, part);
      return;
    case 'ready':
    case 'done':
      progress.done(part.name, part.title);
      running.delete(part.name);
      return;
    case 'failed':
      progress.failed(part.name, part.title);
      running.delete(part.name);
      failures.push(part);
      return;
    case 'absent':
      progress.note(`– ${part.name}: left out, ${part.reason}`);
      return;
  }
}

/** A task that takes a while tells in its log what it is doing. */
function showLastLines(running: ReadonlyMap<string, PartStatus>, progress: Progress): void {
  for (const part of running.values()) {
    if (part.kind !== 'task') continue;
    const last = readFileSync(part.log, 'utf8').slice(-2000).trimEnd().split('\n').at(-1);
    if (last && !last.startsWith('---')) progress.update(part.name, last.slice(0, 100));
  }
}

function failure(parts: readonly PartStatus[]): StartError {
  const each = parts.map((part) => `${part.name} (${part.title}) did not start: ${part.reason}`);
  return new StartError(
    [...each, 'What did start is left running for a look; "down" ends it, "up" tries the rest again.'].join('\n'),
  );
}
