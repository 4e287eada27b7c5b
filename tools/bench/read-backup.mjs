// Reads one object of a bucket to its end, as validate-backups does: `bytes` is the work of `gunzip -t`, `dump` all of it.
import { createDrill } from '../../build/adapters/postgres-drill/index.js';
import { createObjectStore } from '../../build/adapters/s3/index.js';
import { systemClock } from '../../build/runtime/clock.js';

const { endpoint, bucket, key, as } = JSON.parse(process.argv[2]);
const started = performance.now();
const credentials = { accessKeyId: process.env.KEY, secretAccessKey: process.env.SECRET };
const store = createObjectStore({ endpoint, region: 'us-east-1', bucket, credentials: async () => credentials });
const drill = createDrill({ folder: '/nowhere', secret: () => '', clock: systemClock });
const { signal } = new AbortController();
const { bytes } = await store.open(key, signal);
const file = { name: key, bytes, open: () => store.open(key, signal) };
const bounds = { mostBytes: 1e12, mostRatio: 1000 };
const reading = await drill.read(file, { bounds, as, sha256: as === 'dump' }, signal);
const inProcessMs = performance.now() - started;
console.log(JSON.stringify({ inProcessMs, bytes: reading.bytes, damage: reading.damage }));
process.exit(0);
