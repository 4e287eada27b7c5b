import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchRestore } from './backups-restore.ts';
import { startObjectStore } from './backups-store.ts';
import { layStream } from './backups-stream.ts';
import { against, bundled, inTurns, type Measured, medianOf, run } from './measure.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const rounds = 3;
const GiB = 2 ** 30;

/**
 * Validating backups against doing it by hand: a gzip backup of 1 GiB read from S3 to its end against downloading it and
 * `gunzip -t` (the checksum and the dump's own reader are only on our side, and shown apart), and the restore drill against
 * `gunzip -c | psql` into a default cluster that runs already; starting the throw-away server is part of our time.
 */
export async function benchBackups(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rooivalk-bench-'));
  const store = await startObjectStore(folder);
  try {
    const program = await bundled(join(root, 'tools/bench/read-backup.mjs'), folder);
    const stream = await benchStream(program, store, folder);
    return [...stream, ...(await benchRestore(folder))];
  } finally {
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchStream(
  program: string,
  store: Awaited<ReturnType<typeof startObjectStore>>,
  folder: string,
): Promise<readonly string[]> {
  const key = 'database-backup.sql.gz';
  layStream(store.path(key), GiB);
  const downloaded = join(folder, 'downloaded.gz');
  const ours = (as: string) => () =>
    run(
      [process.execPath, program, JSON.stringify({ endpoint: store.endpoint, bucket: store.bucket, key, as })],
      store.env,
    );
  const script = `rm -f "$1"; curl --silent --fail --aws-sigv4 aws:amz:us-east-1:s3 --user "$KEY:$SECRET" -H 'x-amz-content-sha256: UNSIGNED-PAYLOAD' --output "$1" "$2" && gunzip -t "$1"`;
  const results = await inTurns(
    {
      bytes: ours('bytes'),
      dump: ours('dump'),
      byHand: () => run(['sh', '-c', script, 'sh', downloaded, `${store.endpoint}/${store.bucket}/${key}`], store.env),
    },
    rounds,
  );
  rmSync(downloaded, { force: true });
  const wall = (taken: readonly Measured[] | undefined) => medianOf((taken ?? []).map(({ wallMs }) => wallMs));
  const measured = [...(results.bytes ?? []), ...(results.dump ?? [])];
  const own = measured.map(({ stdout }) => JSON.parse(stdout) as { bytes: number; damage?: unknown });
  if (own.some(({ damage }) => damage !== undefined)) throw new Error('a good backup was taken for a damaged one');
  const peak = Math.max(...measured.map(({ peakBytes }) => peakBytes));
  return [
    `1 GiB of gzip, ${((own[0]?.bytes ?? 0) / 1e9).toFixed(1)} GB after decompression:`,
    against('read from S3 to its end, against download and gunzip -t', wall(results.bytes), wall(results.byHand), 0.7),
    `with checksum and the dump's own reader besides: ${wall(results.dump).toFixed(0)} ms`,
    `peak memory: ${(peak / 1e6).toFixed(0)} MB (goal ≤ 150: ${peak <= 150e6 ? 'reached' : 'NOT reached'}); nothing on the disk`,
  ];
}
