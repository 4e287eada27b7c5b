import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startApiServer } from './api-server.ts';
import { fill } from './fill.ts';
import { against, bundled, inTurns, type Measured, medianOf, run } from './measure.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const rounds = 5;
const size = { pods: 10_000, nodes: 1000 };

/**
 * The Kubernetes checks of the guide's §3.1 on 10,000 pods and 1,000 nodes: the guide's script against ours, which looks at every
 * pod as well, where the script looks at four. No probe pod and no database on either side.
 */
export async function benchHealth(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rooivalk-bench-'));
  const program = await bundled(join(root, 'tools/bench/check-nodes-and-pods.mjs'), folder);
  const server = await startApiServer();
  try {
    await fill(server.kubeconfig, size);
    const env = {
      PATH: `${dirname(server.kubectl)}:${process.env.PATH}`,
      HOME: process.env.HOME,
      KUBECONFIG: server.kubeconfig,
    };
    const results = await inTurns(
      {
        ours: () => run([process.execPath, program], env),
        script: () => run(['bash', join(root, 'tools/bench/guide-checks.sh')], env),
      },
      rounds,
    );
    const own = (results.ours ?? []).map(
      ({ stdout }) => JSON.parse(stdout) as { inProcessMs: number; lines: string[] },
    );
    const wall = (measured: readonly Measured[] | undefined) => medianOf((measured ?? []).map(({ wallMs }) => wallMs));
    const peak = Math.max(...(results.ours ?? []).map(({ peakBytes }) => peakBytes));
    return [
      `ours says: ${own[0]?.lines.join('; ')}`,
      against(
        'ours in-process against the script',
        medianOf(own.map(({ inProcessMs }) => inProcessMs)),
        wall(results.script),
        0.5,
      ),
      `ours as a whole process: ${wall(results.ours).toFixed(0)} ms, process start included`,
      `ours, peak memory: ${(peak / 1e6).toFixed(0)} MB (goal ≤ 150: ${peak <= 150e6 ? 'reached' : 'NOT reached'})`,
    ];
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
