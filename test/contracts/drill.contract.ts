import { describe, expect, test } from '@jest/globals';
import type { Drill } from '../../src/ports/drill.ts';
import { fileOf, plainDump, sha256Of, smallDump } from '../backups/dumps.ts';
import { request } from './drill-request.ts';

const { bounds } = request;
const { signal } = new AbortController();

/** The behaviour of the port `drill`, whoever implements it, on plain dumps without compression. */
export function drillContract(name: string, create: () => Promise<Drill>, patienceMs = 10_000): void {
  describe(`drill: ${name}`, () => {
    test(
      'a good dump is restored, with its rows, its owner, and what is expected of it',
      async () => {
        const content = plainDump();
        const restoration = await (await create()).restore([fileOf('a.sql', content)], request, signal);
        expect(restoration.reading).toMatchObject({
          formats: ['plain'],
          bytes: content.length,
          storedBytes: content.length,
          checksums: { 'a.sql': sha256Of(content) },
        });
        expect(restoration.reading.damage).toBeUndefined();
        expect(restoration).toMatchObject({ tables: 2, rows: 43, refused: [], missingExtensions: [] });
        expect(restoration.inventory).toMatchObject({
          tables: ['public.blocks', 'public.sensors'],
          roles: ['phoenix_owner'],
        });
        expect(restoration.expected).toEqual([
          { table: 'public.sensors', atLeast: 3, rows: 3, rowFound: true },
          { table: 'public.blocks', atLeast: 41, rows: 40 },
          { table: 'public.absent', atLeast: 1 },
        ]);
        expect(restoration.amcheck?.outcome).toBe('clean');
        expect(restoration.restoreMs).toBeGreaterThan(0);
      },
      patienceMs,
    );

    test.each([
      ['nothing at all', Buffer.alloc(0), 'empty'],
      ['a dump that is cut off in its rows', plainDump().subarray(0, 700), 'incomplete'],
      ['a dump without its last line', plainDump().subarray(0, -30), 'incomplete'],
      ['a dump that runs a program', plainDump({ ...smallDump, statements: ['\\! id'] }), 'program'],
    ] as const)(
      '%s is no good, read or restored',
      async (_, content, kind) => {
        const drill = await create();
        const read = await drill.read(fileOf('a.sql', content), { bounds, sha256: true, as: 'dump' }, signal);
        expect(read.damage?.kind).toBe(kind);
        const restoration = await drill.restore([fileOf('a.sql', content)], request, signal);
        expect(restoration.reading.damage?.kind).toBe(kind);
        expect(restoration.expected).toEqual([]);
        expect(restoration.amcheck).toBeUndefined();
      },
      patienceMs,
    );

    test('what is no dump is read to its end as well, piece by piece', async () => {
      const content = Buffer.from('anything'.repeat(2000));
      const seen: Buffer[] = [];
      const look = (bytes: Uint8Array): void => void seen.push(Buffer.from(bytes));
      const drill = await create();
      const reading = await drill.read(fileOf('b', content), { bounds, sha256: true, as: 'bytes', look }, signal);
      expect(reading.damage).toBeUndefined();
      expect(reading.checksums).toEqual({ b: sha256Of(content) });
      expect(Buffer.concat(seen).equals(content)).toBe(true);
    });
  });
}
