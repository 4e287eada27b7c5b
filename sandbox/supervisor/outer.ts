/**
 * The outermost process of a sandbox: `node sandbox/supervisor/outer.ts <directory>`, as root. It makes the namespaces,
 * shows the API server on a port of 127.0.0.1, and holds everything together: however it ends, the kernel ends the rest.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { KUBERNETES_SERVICE_ADDRESS, PREFIX } from '../network.ts';
import { tool } from '../toolchain/index.ts';
import { relay } from './relay.ts';
import { files } from './state.ts';

/**
 * Process 1 of the sandbox. The shell stays: it takes in the orphans that Node would leave as zombies. `/proc` is still
 * the machine's in the first line, so that it reads its own number as the machine counts.
 */
const FIRST = `
set -e
read -r pid rest < /proc/self/stat
mount -t proc proc /proc
mount -t tmpfs -o mode=1777 tmpfs /dev/shm
"$IP" link set lo up
"$IP" addr add ${PREFIX} dev lo
"$IP" addr add ${KUBERNETES_SERVICE_ADDRESS}/32 dev lo
set +e
"$@" "$pid"
exit $?
`;

async function main(directory: string): Promise<void> {
  rmSync(files.apiRelay(directory), { force: true });
  const server = await relay({ host: '127.0.0.1', port: 0 }, { path: files.apiRelay(directory) });
  const { port } = server.address() as AddressInfo;
  const inner = join(import.meta.dirname, 'inner.ts');
  // The first makes this process' end the end of `unshare`, whose end is the end of process 1, hence of all.
  const unshare = [tool('unshare'), '--net', '--pid', '--mount', '--ipc', '--uts', '--fork', '--kill-child'];
  const supervisor = [process.execPath, inner, directory, String(process.pid), String(port)];
  const args = ['--pdeathsig', 'KILL', ...unshare, 'sh', '-c', FIRST, 'sh', ...supervisor];
  const child = spawn(tool('setpriv'), args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, IP: tool('ip') },
  });
  child.once('error', (error) => {
    process.stderr.write(`The sandbox's namespaces could not be made: ${error.message}\n`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => child.kill('SIGKILL'));
}

const directory = process.argv[2];
if (!directory) throw new Error('usage: node sandbox/supervisor/outer.ts <directory of the sandbox>');
await main(directory);
