/**
 * The supervisor inside the sandbox: `inner.ts <directory> <outer pid> <outside port> <pid of process 1>`, started by
 * `outer.ts` in namespaces of its own. It writes the certificates and the state, then starts and watches the parts.
 */
import { chmodSync, chownSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { API_SERVER, KUBERNETES_SERVICE_ADDRESS } from '../network.ts';
import { PARTS } from '../parts/index.ts';
import type { PartContext } from '../parts/part.ts';
import { serveControl } from './control.ts';
import { writePki } from './pki.ts';
import { relay } from './relay.ts';
import { files, networkOf, processStart, type SandboxState } from './state.ts';
import { Supervisor } from './supervisor.ts';

const [directory, outerPid, outsidePort, firstPid] = process.argv.slice(2);
if (!directory || !outerPid || !outsidePort || !firstPid) throw new Error('inner.ts is started by outer.ts');

const folder = (...parts: string[]): string => {
  const path = join(directory, ...parts);
  mkdirSync(path, { recursive: true });
  return path;
};
const context: PartContext = {
  directory,
  kubeconfig: files.kubeconfig(directory),
  data: (part) => folder('data', part),
  kept: (part) => folder('kept', part),
};

folder('logs');
await writePki(directory, Number(outsidePort));
const wanted = process.env.ROOIVALK_SANDBOX_PARTS?.split(',');
const supervisor = new Supervisor(wanted ? PARTS.filter(({ name }) => wanted.includes(name)) : PARTS, context);
await serveControl(supervisor, directory);
await relay({ path: files.apiRelay(directory) }, API_SERVER);
// Programs in pods find the API server at the address that the cluster's own Service names.
await relay({ host: KUBERNETES_SERVICE_ADDRESS, port: 443 }, API_SERVER);

const state: SandboxState = {
  pid: Number(outerPid),
  innerPid: Number(firstPid),
  innerStart: processStart(1) ?? '',
  network: networkOf('self') ?? '',
  startedAt: new Date().toISOString(),
  kubeconfig: files.kubeconfig(directory),
  kubeconfigOutside: files.kubeconfigOutside(directory),
  directory,
};
writeFileSync(files.state(directory), `${JSON.stringify(state, null, 2)}\n`);
giveToOwner();
supervisor.startAll().then(giveToOwner, (error: unknown) => console.error(error));

/** Under sudo, what a person reads belongs to the person and not to root. */
function giveToOwner(): void {
  const { uid, gid } = statSync(directory as string);
  const { state: stateFile, control, kubeconfig, kubeconfigOutside, objectStore } = files;
  chmodSync(control(directory as string), 0o600);
  for (const file of [stateFile, control, kubeconfig, kubeconfigOutside, objectStore]) {
    try {
      chownSync(file(directory as string), uid, gid);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}
