import type { ObjectStore, StoredObject } from '../../../src/ports/object-store.ts';
import { PortError, type PortErrorParts } from '../../../src/ports/port-error.ts';

/** The port `ObjectStore` in memory. */
export interface FakeObjectStore extends ObjectStore {
  /** By key. Everything may be changed by a test at any time. */
  readonly objects: Map<string, Omit<StoredObject, 'key'>>;
  /** What listing a prefix fails with. */
  readonly failures: Map<string, PortErrorParts>;
}

/** Make the port over these objects. */
export function createFakeObjectStore(
  objects: Readonly<Record<string, Omit<StoredObject, 'key'>>> = {},
): FakeObjectStore {
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
        if (object !== undefined) yield { key, ...object };
      }
    },
  };
}
