import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeProgram } from '../../../sandbox/act/node.ts';
import { enter, sandboxState } from '../../../sandbox/supervisor/enter.ts';
import { CHECKOUT } from '../../../sandbox/toolchain/cache.ts';

/** Play a scene of `scenes/` inside the sandbox. Rejects with what it printed when it comes to no end. */
export async function play<Result>(scene: string): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'rooivalk-played-'));
  const file = join(folder, 'result.json');
  const program = join(CHECKOUT, 'test', 'platform', 'workflow', 'scene.ts');
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...cacheOf(process.env) };
  const argv = [nodeProgram(), '--disable-warning=ExperimentalWarning', program, scene, file];
  const child = enter(argv, { env, cwd: CHECKOUT, stdio: ['ignore', 'pipe', 'pipe'] }, sandboxState());
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (said += text));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  try {
    if (code !== 0) throw new Error(`scene ${scene} came to no end:\n${said}`);
    return JSON.parse(readFileSync(file, 'utf8')) as Result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function cacheOf(env: NodeJS.ProcessEnv): Record<string, string> {
  const names = ['ROOIVALK_CACHE', 'ROOIVALK_SANDBOX', 'XDG_CACHE_HOME'];
  return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}
