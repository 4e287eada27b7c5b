import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './postgres.ts';

/** A real Prometheus on loopback that scrapes nothing. */
export interface PrometheusProcess {
  readonly port: number;
  stop(): Promise<void>;
}

/** Start one in a temporary folder; ready when it resolves. */
export async function startPrometheus(): Promise<PrometheusProcess> {
  const directory = await mkdtemp(join(tmpdir(), 'prometheus-'));
  const port = await freePort();
  await writeFile(join(directory, 'prometheus.yml'), 'global: { scrape_interval: 1m }\n');
  const child = spawn(
    'prometheus',
    [
      `--config.file=${join(directory, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(directory, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=error',
    ],
    { stdio: 'ignore' },
  );
  try {
    await ready(port, child);
  } catch (error) {
    await end(child, directory);
    throw error;
  }
  return { port, stop: () => end(child, directory) };
}

async function ready(port: number, child: ChildProcess): Promise<void> {
  let failed: Error | undefined;
  child.once('error', (error) => {
    failed = error;
  });
  for (let waited = 0; waited < 30_000; waited += 100) {
    if (failed !== undefined || child.exitCode !== null) break;
    const answer = await fetch(`http://127.0.0.1:${port}/-/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error(`Prometheus did not become ready: ${failed?.message ?? `exit status ${child.exitCode}`}`);
}

async function end(child: ChildProcess, directory: string): Promise<void> {
  if (child.exitCode === null && child.pid !== undefined) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }
  await rm(directory, { recursive: true, force: true });
}
