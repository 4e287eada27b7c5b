/**
 * Installs Phoenix Rooivalk into the sandbox and waits until it is alive:
 * `node sandbox/platform/install.ts --directory <the sandbox's folder> --kubeconfig <the administrator's>`.
 * Run again, it brings back what is missing and leaves what is there.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pushImages } from '../images/push.ts';
import { Registry } from '../images/registry.ts';
import { signImages, signingKey } from '../images/sign.ts';
import { hostPort, PLATFORM_NAMESPACE, REGISTRY } from '../network.ts';
import { objectStoreAccess } from '../parts/object-store.ts';
import { cacheDirectory } from '../toolchain/cache.ts';
import { historyVersion, keptDump, layBackups, makeDump, objectFolder } from './backups.ts';
import { Cluster, until } from './cluster.ts';
import { asDatabaseAdministrator } from './database.ts';
import { unreadyWorkloads, untilAlive } from './health.ts';
import { chainObjects } from './manifests/chain.ts';
import { foundation, ingresses } from './manifests/cluster.ts';
import { monitoringObjects } from './manifests/monitoring.ts';
import { object, SIGNING_KEYS } from './manifests/objects.ts';
import { secretObjects } from './manifests/secrets.ts';
import { storeObjects } from './manifests/stores.ts';

const SEED = join(import.meta.dirname, '../images/content/postgres/files/app/seed');

const { values } = parseArgs({ options: { directory: { type: 'string' }, kubeconfig: { type: 'string' } } });
if (values.directory === undefined || values.kubeconfig === undefined) {
  process.stderr.write('usage: node sandbox/platform/install.ts --directory <folder> --kubeconfig <file>\n');
  process.exit(2);
}
const { directory } = values;
const began = performance.now();
const cluster = new Cluster(values.kubeconfig);
const tell = (line: string): void => {
  process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1)} s: ${line}\n`);
};

/** Makes certificates and passwords unless the platform has them already. */
async function applySecrets(): Promise<void> {
  if ((await cluster.find('v1', 'Secret', PLATFORM_NAMESPACE, 'backup-store-credentials')) !== undefined) return;
  for (const item of await secretObjects(objectStoreAccess(directory))) await cluster.apply(item);
  tell('certificates and passwords are made');
}

/** Corrects every flight after the report took its snapshot: dead rows that no vacuum can remove while it is open. */
async function correctFlights(): Promise<void> {
  await until('the report has no snapshot', 120_000, () => unreadyWorkloads(cluster, ['postgres', 'reporting']));
  await asDatabaseAdministrator(cluster, 'postgres-0', async (client) => {
    await client.query('UPDATE flight_corrections SET offset_m = offset_m + 0.5 WHERE corrected < now()');
  });
  tell('the database has its history, and the report its old snapshot');
}

async function fillBucket(objects: Parameters<typeof layBackups>[0]['objects']): Promise<void> {
  const folder = join(cacheDirectory(), 'platform', `history-${historyVersion(SEED)}`);
  let dumps = keptDump(folder);
  if (dumps === undefined) {
    await until('the database is not ready', 120_000, () => unreadyWorkloads(cluster, ['postgres']));
    dumps = await makeDump(cluster, folder);
  }
  const store = objectFolder(directory);
  const count = await layBackups({ access: objectStoreAccess(directory), store, dumps, objects, now: Date.now() });
  tell(`${count} objects of backups are in the bucket`);
}

const workloads = [...storeObjects(), ...chainObjects(), ...monitoringObjects(), ...ingresses()];
/** Images that the platform's own people sign; a patch of any other must be known for a while. */
const SIGNED = [
  'phoenix/api-gateway',
  'phoenix/blockchain-node',
  'phoenix/prometheus',
  'phoenix/redis',
  'phoenix/postgres',
];

async function layImages() {
  const pushed = await pushImages(hostPort(REGISTRY));
  const signed = await signImages(new Registry(hostPort(REGISTRY)), SIGNED, directory);
  return { ...pushed, signed };
}

const images = layImages();
for (const item of foundation()) await cluster.apply(item);
const [{ images: count, changed, signed }] = await Promise.all([images, applySecrets()]);
tell(`${count} image tags are in the registry, ${changed.length} of them new, ${signed} newly signed`);
await cluster.apply(
  object('v1', 'ConfigMap', SIGNING_KEYS, { data: { 'cosign.pub': signingKey(directory).publicKey } }),
);
for (const item of workloads) await cluster.apply(item);
tell('every object is applied');
await Promise.all([untilAlive(cluster, tell), correctFlights(), fillBucket(workloads)]);
tell('Phoenix Rooivalk is alive');
