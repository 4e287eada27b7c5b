import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inTurns, type Measured, medianOf, run } from './measure.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const rounds = 15;

/** Ends as it is expected to: the actions here have nothing to act on. */
const ended = async (argv: readonly string[], env: NodeJS.ProcessEnv): Promise<Measured> =>
  run(['/bin/sh', '-c', '"$@" >/dev/null 2>&1; exit 0', 'sh', ...argv], env);

/** How long an action needs to start: above bare Node, without and with the Kubernetes client. */
export async function benchStart(): Promise<readonly string[]> {
  const temporary = mkdtempSync(join(tmpdir(), 'rooivalk-bench-'));
  const env = {
    PATH: process.env.PATH,
    RUNNER_TEMP: temporary,
    GITHUB_WORKSPACE: temporary,
    KUBECONFIG: join(temporary, 'none'),
  };
  const node = process.execPath;
  try {
    const results = await inTurns(
      {
        bare: () => ended([node, '-e', '0'], env),
        without: () => ended([node, join(root, 'dist/close/index.js')], env),
        // It loads every task's declaration, configuration and the client, and ends at the missing kubeconfig.
        with: () => ended([node, join(root, 'dist/check-health/index.js')], env),
      },
      rounds,
    );
    const median = (name: string) => medianOf((results[name] ?? []).map(({ wallMs }) => wallMs));
    const line = (what: string, name: string, goalMs: number) => {
      const above = median(name) - median('bare');
      return `${what}: ${median(name).toFixed(0)} ms, bare Node ${median('bare').toFixed(0)} ms: ${above.toFixed(0)} ms more (goal ≤ ${goalMs}: ${above <= goalMs ? 'reached' : 'NOT reached'})`;
    };
    return [
      line('action without the Kubernetes client', 'without', 120),
      line('action with the Kubernetes client', 'with', 300),
    ];
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
