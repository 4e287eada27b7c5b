import type { World } from '../../contracts/world.ts';
import { createFakeDatabase, fakeTable } from '../../fakes/database/fake-database.ts';
import { testNow } from '../environment.ts';
import { analyzed, dusty, primaryName, primaryWith, session } from './bench.ts';

/** Two tables to vacuum, a clean one, and an old transaction that is in the way of nothing. */
export async function makeWorld(): Promise<World> {
  const server = primaryWith([
    dusty(1, 'some'),
    fakeTable(2, 'clean', analyzed),
    dusty(3, '::error::<b>[many](x)</b>', { deadRows: 90_000 }),
  ]);
  server.horizon = [{ kind: 'transaction', age: 900, ...session() }];
  const database = createFakeDatabase({ [primaryName]: server }, () => testNow);
  return { ports: { database }, changes: () => [...database.calls] };
}
