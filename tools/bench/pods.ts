import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startApiServer } from './api-server.ts';
import { fill } from './fill.ts';
import { against, bundled, inTurns, type Measured, medianOf, run } from './measure.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const rounds = 9;
const pods = 10_000;

/** "Which pods are not running?" on 10,000 pods: ours, kubectl with the same field selector, and kubectl with jq; whole processes. */
export async function benchPods(): Promise<readonly string[]> {
  if (!existsSync(join(root, 'build'))) throw new Error('build/ is missing: run `npm run build` first');
  const folder = mkdtempSync(join(tmpdir(), 'rooivalk-bench-'));
  const program = await bundled(join(root, 'tools', 'bench', 'find-pods.mjs'), folder);
  const server = await startApiServer();
  try {
    const filled = performance.now();
    await fill(server.kubeconfig, { pods, nodes: 100 });
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, KUBECONFIG: server.kubeconfig };
    const ours = () => run([process.execPath, program], env);
    const selector = () =>
      run([server.kubectl, 'get', 'pods', '-A', '--field-selector', 'status.phase!=Running', '--no-headers'], env);
    const jq = () =>
      run(
        [
          '/bin/sh',
          '-c',
          `${server.kubectl} get pods -A -o json | jq -r '.items[] | select(.status.phase != "Running") | .metadata.name'`,
        ],
        env,
      );
    const equal = (await Promise.all([ours(), selector(), jq()])).map(({ stdout }) => stdout.trim().split('\n').length);
    const results = await inTurns({ ours, selector }, rounds);
    const slow = await inTurns({ jq }, 2);
    const wall = (measured: readonly Measured[] | undefined) => medianOf((measured ?? []).map(({ wallMs }) => wallMs));
    const peak = Math.max(...(results.ours ?? []).map(({ peakBytes }) => peakBytes));
    return [
      `${pods} pods written in ${((performance.now() - filled) / 1000).toFixed(0)} s with the runs; found by each: ${equal.join(', ')}`,
      against('ours against kubectl with the field selector', wall(results.ours), wall(results.selector), 0.7),
      against('ours against kubectl -o json | jq', wall(results.ours), wall(slow.jq), 0.1),
      `ours, peak memory: ${(peak / 1e6).toFixed(0)} MB (goal ≤ 150: ${peak <= 150e6 ? 'reached' : 'NOT reached'})`,
    ];
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
