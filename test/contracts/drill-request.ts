import type { RestoreRequest } from '../../src/ports/drill.ts';

/** How the small dump of the contract is restored. */
export const request: RestoreRequest = {
  bounds: { mostBytes: 1e9, mostRatio: 200 },
  sha256: true,
  jobs: 2,
  extensions: [],
  languages: [],
  expectations: [
    { table: 'public.sensors', atLeast: 3, row: { column: 'name', value: 'north' } },
    { table: 'public.blocks', atLeast: 41 },
    { table: 'public.absent', atLeast: 1 },
  ],
  amcheck: true,
  mostDiskBytes: 2 ** 30,
};
