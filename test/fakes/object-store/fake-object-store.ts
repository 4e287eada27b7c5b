import type { ObjectStore, StoredObject } from '../../../src/ports/object-store.ts';
import { PortError, type PortErrorParts } from '../../../src/ports/port-error.ts';

/** An object of the fake; without a content it reads as so many zeros. */
export interface FakeObject extends Omit<StoredObject, 'key'> {
  readonly content?: Uint8Array;
  readonly sha256?: string;
}

/** The port `ObjectStore` in memory. */
export interface FakeObjectStore extends ObjectStore {
  /** By key. Everything may be changed by a test at any time. */
  readonly objects: Map<string, FakeObject>;
  /** What listing a prefix, or opening an object, fails with. */
  readonly failures: Map<string, PortErrorParts>;
}

/** Make the port over these objects. */
export function createFakeObjectStore(objects: Readonly<Record<string, FakeObject>> = {}): FakeObjectStore {
  const world = new Map(Object.entries(objects));
  const failures = new Map<string, PortErrorParts>();
  return {
    objects: world,
    failures,
    async *list(prefix, signal) {
      if (signal.aborted) {
        throw new PortError({ code: 'cancelled', subject: prefix, message: 'the run was asked to stop' });
      }
      const failure = failures.get(prefix);
      if (failure !== undefined) throw new PortError(failure);
      const keys = [...world.keys()].filter((key) => key.startsWith(prefix)).sort();
      for (const key of keys) {
        const object = world.get(key);
        if (object !== undefined) yield { key, bytes: object.bytes, modifiedAt: object.modifiedAt };
      }
    },
    async open(key, signal) {
      if (signal.aborted)
        throw new PortError({ code: 'cancelled', subject: key, message: 'the run was asked to stop' });
      const failure = failures.get(key);
      if (failure !== undefined) throw new PortError(failure);
      const object = world.get(key);
      if (object === undefined) {
        throw new PortError({ code: 'not-found', subject: key, message: `${key}: there is no such object` });
      }
      const { content = new Uint8Array(object.bytes), sha256 } = object;
      return { bytes: content.length, ...(sha256 === undefined ? {} : { sha256 }), chunks: piecesOf(content, signal) };
    },
  };
}

/** A content in pieces of an odd size, so that nothing can rely on where they end. */
async function* piecesOf(content: Uint8Array, signal: AbortSignal, size = 4099): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < content.length; from += size) {
    if (signal.aborted)
      throw new PortError({ code: 'cancelled', subject: 'object', message: 'the run was asked to stop' });
    yield content.subarray(from, from + size);
  }
}
