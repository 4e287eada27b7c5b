import type { StateDocuments, StateName } from '../domain/state/documents.ts';

/**
 * What outlives a run, beside the platform it is about. Documents are small (≤ 900 KiB); writes are optimistic and
 * repeated on a conflict, so `change` must be pure. Rejects with a PortError.
 */
export interface State {
  read<K extends StateName>(name: K): Promise<StateDocuments[K]>;
  /** Read, change, write; answers what was written. Writing what is already there writes nothing. */
  update<K extends StateName>(
    name: K,
    change: (current: StateDocuments[K]) => StateDocuments[K],
  ): Promise<StateDocuments[K]>;
}
