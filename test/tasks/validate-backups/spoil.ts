import { plainDump } from '../../backups/dumps.ts';
import { testNow } from '../environment.ts';
import type { Bench } from './bench.ts';

export function removed({ store }: Bench, prefix: string): void {
  for (const key of [...store.objects.keys()]) if (key.startsWith(prefix)) store.objects.delete(key);
}

/** A digit of a row becomes another one: a good dump still, and not the one that was stored. */
export function flipped(content: Buffer): Buffer {
  const copy = Buffer.from(content);
  const at = copy.lastIndexOf(copy.includes('north') ? 'north' : 'h1"');
  copy[at + 1] = (copy[at + 1] ?? 0) ^ 1;
  return copy;
}

/** Spoil a text, and let the manifest know: as a job does that backs up something wrong. */
export function respoilt(bench: Bench, key: string, change: (text: string) => string): void {
  const folder = bench.newest(key).replace(/\/[^/]+$/, '');
  const files = [...bench.store.objects].flatMap(([name, { content = new Uint8Array() }]) => {
    if (!name.startsWith(`${folder}/`) || name.endsWith('manifest.json')) return [];
    const text = Buffer.from(content).toString();
    return [
      [
        name.slice(folder.length + 1),
        Buffer.from(name.endsWith(key.split('/')[1] ?? '') ? change(text) : text),
      ] as const,
    ];
  });
  bench.lay(folder, Object.fromEntries(files), 0);
}

export function higher(bench: Bench): void {
  bench.spoil('blockchain/manifest.json', (content) =>
    Buffer.from(content.toString().replace('"height":162', '"height":200')),
  );
}

export function withoutRoles(bench: Bench): void {
  removed(bench, `database/${bench.date(0)}`);
  bench.lay(`database/${bench.date(0)}`, { 'database-backup.sql': plainDump() }, 0);
}

export function shrunk(bench: Bench): void {
  const small = plainDump({ tables: { 'public.sensors': ['1\tnorth'] } });
  bench.lay(`database/${bench.date(0)}`, { 'database-backup.sql': small }, 0);
}

export function content(bench: Bench, expected: readonly object[]): void {
  bench.platform = { backups: { endpoint: 'http://s3.example:9000', content: expected } };
}

export function slower(bench: Bench): void {
  for (let index = 0; index < 6; index += 1) bench.history.push([testNow - index, 90_000]);
  bench.drill.besides = { restoreMs: 200_000 };
}
