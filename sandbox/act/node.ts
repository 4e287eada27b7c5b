/** The programs that a step finds: Node 24 as `node`, and what the machine has. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CHECKOUT } from '../toolchain/cache.ts';

const systemPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The project's own Node 24 where it is installed (npm puts it there), else the one that runs this. */
export function nodeProgram(): string {
  const own = join(CHECKOUT, 'node_modules', '.bin', 'node');
  return existsSync(own) ? realpathSync(own) : process.execPath;
}

/** The PATH of a step: Node 24 first, then the machine's programs; nothing of the developer's own PATH. */
export function runnerPath(): string {
  return `${dirname(nodeProgram())}:${systemPath}`;
}
