/** A restore that never ends, in the folder of its first argument: to be killed. */
import { randomBytes } from 'node:crypto';
import { createDrill } from '../../../src/adapters/postgres-drill/index.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { plainDump } from '../../backups/dumps.ts';
import { request } from '../../contracts/drill-request.ts';

const [folder = '/tmp'] = process.argv.slice(2);
const drill = createDrill({ folder, secret: () => randomBytes(16).toString('hex'), clock: systemClock });

async function* endless(): AsyncGenerator<Uint8Array> {
  yield Buffer.concat([plainDump().subarray(0, 900), Buffer.alloc(20_000, '\n')]);
  await systemClock.sleep(600_000);
}

await drill.restore(
  [{ name: 'a.sql', bytes: 1e9, open: async () => ({ bytes: 1e9, chunks: endless() }) }],
  request,
  new AbortController().signal,
);
