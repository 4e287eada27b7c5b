import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ObjectStore, StoredObject } from '../../src/ports/object-store.ts';

/** What a suite under this contract has to provide. */
export interface ObjectStoreUnderTest {
  readonly store: ObjectStore;
  readonly put: (key: string, bytes: number) => Promise<void>;
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

    test('a key that nobody knows, a bucket that does not exist, nobody there', async () => {
      const { strange, absent, silent } = under;
      if (strange) await expect(all(strange, 'x/')).rejects.toMatchObject({ code: 'unauthorized' });
      if (absent) await expect(all(absent, 'x/')).rejects.toMatchObject({ code: 'not-found' });
      if (silent) await expect(all(silent, 'x/')).rejects.toMatchObject({ code: 'unreachable' });
    });
  });
}
