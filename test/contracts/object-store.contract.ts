import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ObjectStore, StoredObject } from '../../src/ports/object-store.ts';

/** What a suite under this contract has to provide. */
export interface ObjectStoreUnderTest {
  readonly store: ObjectStore;
  /** Store so many bytes, or these. */
  readonly put: (key: string, content: number | Uint8Array) => Promise<void>;
  /** The same bucket with a key that nobody knows, and a bucket that does not exist; only where there are such things. */
  readonly strange?: ObjectStore;
  readonly absent?: ObjectStore;
  /** A server that does not listen. */
  readonly silent?: ObjectStore;
  readonly close: () => Promise<void>;
}

async function all(store: ObjectStore, prefix: string, signal = new AbortController().signal): Promise<StoredObject[]> {
  const found: StoredObject[] = [];
  for await (const object of store.list(prefix, signal)) found.push(object);
  return found;
}

/** The behaviour of the port `objectStore`, whoever implements it. */
export function objectStoreContract(name: string, create: () => Promise<ObjectStoreUnderTest>): void {
  describe(`object store: ${name}`, () => {
    let under: ObjectStoreUnderTest;
    beforeAll(async () => {
      under = await create();
    });
    afterAll(() => under.close());

    test('objects under a prefix, and no others, with size and time', async () => {
      await under.put('contract/a/one.dump', 3);
      await under.put('contract/a/two + three%20.dump', 5);
      await under.put('contract/b/other.dump', 7);
      const found = await all(under.store, 'contract/a/');
      expect(found.map(({ key, bytes }) => [key, bytes])).toEqual([
        ['contract/a/one.dump', 3],
        ['contract/a/two + three%20.dump', 5],
      ]);
      for (const { modifiedAt } of found) expect(Math.abs(modifiedAt - Date.now())).toBeLessThan(600_000);
    });

    test('nothing under a prefix is no error', async () => {
      expect(await all(under.store, 'contract/none/')).toEqual([]);
    });

    test('a run that was asked to stop asks nothing', async () => {
      const asked = all(under.store, 'contract/a/', AbortSignal.abort());
      await expect(asked).rejects.toMatchObject({ name: 'PortError', code: 'cancelled' });
    });

    test('an object is read to its end, in order, with its size; an empty one too', async () => {
      const content = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 251);
      await under.put('contract/read/some', content);
      await under.put('contract/read/empty', new Uint8Array());
      const { signal } = new AbortController();
      const opened = await under.store.open('contract/read/some', signal);
      const chunks: Uint8Array[] = [];
      for await (const chunk of opened.chunks) chunks.push(Uint8Array.from(chunk));
      expect(opened.bytes).toBe(content.length);
      expect(Buffer.concat(chunks).equals(content)).toBe(true);
      const empty = await under.store.open('contract/read/empty', signal);
      expect(empty.bytes).toBe(0);
      for await (const chunk of empty.chunks) expect(chunk).toHaveLength(0);
    });

    test('what is not there cannot be opened, and a run that was asked to stop opens nothing and reads no further', async () => {
      const { signal } = new AbortController();
      await expect(under.store.open('contract/read/none', signal)).rejects.toMatchObject({ code: 'not-found' });
      const asked = under.store.open('contract/read/some', AbortSignal.abort());
      await expect(asked).rejects.toMatchObject({ name: 'PortError', code: 'cancelled' });
      const stop = new AbortController();
      const { chunks } = await under.store.open('contract/read/some', stop.signal);
      const reading = (async () => {
        for await (const _ of chunks) stop.abort();
      })();
      await expect(reading).rejects.toMatchObject({ name: 'PortError', code: 'cancelled' });
    });

    test('a key that nobody knows, a bucket that does not exist, nobody there', async () => {
      const { strange, absent, silent } = under;
      if (strange) await expect(all(strange, 'x/')).rejects.toMatchObject({ code: 'unauthorized' });
      if (absent) await expect(all(absent, 'x/')).rejects.toMatchObject({ code: 'not-found' });
      if (silent) await expect(all(silent, 'x/')).rejects.toMatchObject({ code: 'unreachable' });
    });
  });
}
