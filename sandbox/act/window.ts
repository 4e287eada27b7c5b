/** `npm run window -- <window>`: a window's real workflow on the sandbox that is up; output in `out/<window>/`. */
import { sandboxState } from '../supervisor/enter.ts';
import { createProgress, ensure } from '../toolchain/index.ts';
import { windowCommand, windowUsage } from './command-line.ts';
import { cancellation, isInside, ownerOfOutput, runInside } from './inside.ts';
import { describeResult, runWindow, summaryOf } from './run-window.ts';
import { main } from './usage.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

await main(async () => {
  const words = process.argv.slice(2);
  if (words.includes('--help') || words.includes('-h')) {
    print(windowUsage);
    return 0;
  }
  const command = windowCommand(words);
  const state = sandboxState();
  if (!isInside(state)) {
    const progress = createProgress(process.stderr);
    // Inside there is no way out to fetch anything.
    await ensure(['act', 'git'], progress).finally(() => progress.close());
    return runInside(state, import.meta.filename, words);
  }
  const result = await runWindow(command, state, { print, signal: cancellation(), owner: ownerOfOutput() });
  const summary = summaryOf(command.window);
  if (summary !== undefined) print(`\n${summary.trimEnd()}\n`);
  print(describeResult(command.window, result));
  return result.cancelled ? 130 : result.exitCode;
});
