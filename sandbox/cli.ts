/** The sandbox by itself: `node sandbox/cli.ts up | down | reset | status | faults | break <fault> | mend <fault>`. */
import { describeAccess } from './access.ts';
import { parseArguments, type SandboxCommand, USAGE, UsageError } from './arguments.ts';
import { listFaults, runFault } from './fault-command.ts';
import { statusText } from './status.ts';
import { control } from './supervisor/control.ts';
import { sandboxState } from './supervisor/enter.ts';
import { down, up, wipe } from './supervisor/lifecycle.ts';
import { createProgress, interruptRunning } from './toolchain/index.ts';
import { duration } from './toolchain/progress.ts';

const print = (text: string): void => void process.stdout.write(`${text}\n`);

async function carryOut(command: SandboxCommand): Promise<number> {
  switch (command.name) {
    case 'help':
      print(USAGE);
      return 0;
    case 'up':
      return bringUp(command.core);
    case 'reset':
      await down();
      wipe();
      return bringUp(command.core);
    case 'down':
      print((await down()) ? 'The sandbox is down; nothing of it runs any more.' : 'No sandbox was up.');
      return 0;
    case 'status':
      print(await statusText(command.json));
      return 0;
    case 'faults':
      print(await listFaults());
      return 0;
    case 'break':
    case 'mend':
      return runFault(command.name, command.subject);
    case 'start':
    case 'stop':
      print(`${command.subject} is ${await switchPart(command.name, command.subject)}.`);
      return 0;
  }
}

/** Starts or stops one part and resolves to its state. */
async function switchPart(verb: 'start' | 'stop', name: string): Promise<string> {
  const { parts } = await control(sandboxState().directory)[verb](name);
  return parts.find((part) => part.name === name)?.state ?? 'unknown';
}

async function bringUp(core: boolean): Promise<number> {
  const progress = createProgress(process.stderr);
  const abort = new AbortController();
  const interrupted = (): void => {
    abort.abort();
    interruptRunning();
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  const begun = performance.now();
  try {
    const state = await up({ core, progress, signal: abort.signal });
    progress.close();
    print(`\nThe sandbox is up, after ${duration(performance.now() - begun)}.\n`);
    print(describeAccess(state));
    return 0;
  } catch (error) {
    if (!abort.signal.aborted) throw error;
    progress.close();
    process.stderr.write('Interrupted. A sandbox that was coming up is down again; one that was up stays.\n');
    return 130;
  } finally {
    progress.close();
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
  }
}

try {
  process.exitCode = await carryOut(parseArguments(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
