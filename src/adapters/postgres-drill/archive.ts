import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { ArchiveWalker } from '../../domain/backup/archive-walker.ts';
import type { Cell } from './cell.ts';
import type { Installation } from './installations.ts';
import { Spoiled } from './spoiled.ts';

/**
 * What pg_restore makes of an archive: a plain dump, for our reader. It is given no database: it only decodes, in the cell.
 * `feed` brings it its bytes while it runs. Throws {@link Spoiled} where it does not come to its end.
 */
export async function* asPlain(
  cell: Cell,
  installation: Installation,
  args: readonly string[],
  feed: (pgRestore: ChildProcess) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const program = `${installation.programs}/pg_restore`;
  const child = cell.start(program, ['--file=-', ...args], { stdin: 'pipe' });
  const closed = once(child, 'close') as Promise<[number | null]>;
  let trouble: unknown;
  const feeding = feed(child).catch((error: unknown) => {
    trouble = error;
    child.stdin?.destroy();
  });
  try {
    for await (const chunk of child.stdout ?? []) yield chunk as Uint8Array;
  } finally {
    child.stdout?.destroy();
    child.stdin?.destroy();
  }
  const [code] = await closed;
  if (code !== 0 && trouble === undefined) {
    throw new Spoiled('damaged', `pg_restore cannot read the archive to its end (exit code ${code ?? 137})`);
  }
  await feeding;
  if (trouble !== undefined) throw trouble;
}

/** Hand a stream to pg_restore's standard input. It must take all of it: what follows an archive is not part of it. */
export function feedInput(chunks: AsyncIterable<Uint8Array>): (pgRestore: ChildProcess) => Promise<void> {
  return async ({ stdin }) => {
    if (stdin === null) return;
    let gone = false;
    const closed = new Promise<void>((resolve) => {
      stdin.on('error', () => undefined);
      stdin.once('close', () => {
        gone = true;
        resolve();
      });
    });
    for await (const chunk of chunks) {
      if (gone) throw new Spoiled('damaged', 'pg_restore stopped reading before the end of the archive');
      if (!stdin.write(chunk)) await Promise.race([once(stdin, 'drain'), closed]);
    }
    stdin.end();
  };
}

/** An archive in custom format as it passes. Throws {@link Spoiled} where its blocks are not whole. */
export async function* walked(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const walker = new ArchiveWalker();
  for await (const chunk of chunks) {
    walker.push(chunk);
    if (walker.fault !== undefined) throw new Spoiled('damaged', walker.fault);
    yield chunk;
  }
  walker.finish();
  if (walker.fault !== undefined) throw new Spoiled('incomplete', walker.fault);
}
