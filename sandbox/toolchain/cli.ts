/** `node sandbox/toolchain/cli.ts [program…]`: installs what is missing (without names: all that the sandbox needs). */
import { createProgress, ensure, SANDBOX_TOOLS, tool } from './index.ts';
import { PROGRAMS, type ToolName } from './versions.ts';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PROGRAMS));
if (unknown.length > 0) {
  process.stderr.write(`Unknown: ${unknown.join(', ')}. Known programs: ${Object.keys(PROGRAMS).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  const names = asked.length > 0 ? (asked as ToolName[]) : SANDBOX_TOOLS;
  const progress = createProgress(process.stderr);
  try {
    await ensure(names, progress);
    progress.close();
    for (const name of names) process.stdout.write(`${name}\t${tool(name)}\n`);
  } catch (error) {
    progress.close();
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
