import type { Trouble } from '../../../observation/trouble.ts';
import type { Connections, DiskUse, Instance, Replication } from '../../../ports/database.ts';

type Read<T> = { readonly value: T } | { readonly trouble: Trouble };

/** What one server says of itself. */
export interface SeenServer {
  readonly instance: Instance;
  readonly connections: Read<Connections>;
  readonly replication: Read<Replication>;
  readonly disk: Read<DiskUse>;
}
