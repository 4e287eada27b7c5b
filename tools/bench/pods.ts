import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startApiServer } from './api-server.ts';
import { fill } from './fill.ts';
import { against, bundled, inTurns, type Measured, medianOf, run } from './measure.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const rounds = 9;
const usual = 10_000;
/** What kubectl and jq hold together for each pod, bytes (13 GB of 50,000). */
const jqBytesPerPod = 270_000;

/**
 * "Which pods are not running?" on so many pods: ours, kubectl with the same field selector, and kubectl with jq; whole
 * processes. Beside them a process of Node that does no more than ask, which tells what no program on Node can be below. jq is left out, and that is said, where the machine has not the memory for it.
 */
export async function benchPods(pods = usual): Promise<readonly string[]> {
  if (!existsSync(join(root, 'build'))) throw new Error('build/ is missing: run `npm run build` first');
  const folder = mkdtempSync(join(tmpdir(), 'rooivalk-bench-'));
  const program = await bundled(join(root, 'tools', 'bench', 'find-pods.mjs'), folder);
  const server = await startApiServer();
  try {
    const filled = performance.now();
    await fill(server.kubeconfig, { pods, nodes: 100 });
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, KUBECONFIG: server.kubeconfig };
    const ours = () => run([process.execPath, program], env);
    const bare = () => run([process.execPath, join(root, 'tools', 'bench', 'bare-request.mjs')], env);
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
    const roomForJq = freemem() > pods * jqBytesPerPod;
    const first = [await ours(), await bare(), await selector(), ...(roomForJq ? [await jq()] : [])];
    const equal = first.map(({ stdout }) => stdout.trim().split('\n').length);
    const results = await inTurns({ ours, bare, selector }, rounds);
    const slow = roomForJq ? await inTurns({ jq }, 2) : undefined;
    const wall = (measured: readonly Measured[] | undefined) => medianOf((measured ?? []).map(({ wallMs }) => wallMs));
    const peak = Math.max(...(results.ours ?? []).map(({ peakBytes }) => peakBytes));
    return [
      `${pods} pods written in ${((performance.now() - filled) / 1000).toFixed(0)} s with the runs; found by each: ${equal.join(', ')}`,
      against('ours against kubectl with the field selector', wall(results.ours), wall(results.selector), 0.7),
      `the least that Node can do, one request and nothing of ours: ${share(wall(results.bare), wall(results.selector))} of kubectl`,
      slow === undefined
        ? `kubectl -o json | jq: left out, ${pods} pods need more memory than is free`
        : against('ours against kubectl -o json | jq', wall(results.ours), wall(slow.jq), 0.1),
      `ours, peak memory: ${(peak / 1e6).toFixed(0)} MB (goal ≤ 150: ${peak <= 150e6 ? 'reached' : 'NOT reached'})`,
    ];
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const share = (ours: number, theirs: number): string => `${ours.toFixed(0)} ms, ${(ours / theirs).toFixed(2)} ×`;
