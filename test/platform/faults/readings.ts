/** What is looked at to see a fault: readings of the sandbox that several symptoms share. */
import { join } from 'node:path';
import { sandboxState } from '../../../sandbox/supervisor/enter.ts';
import { address, certificate, exec, field, inside, kubectl, page, readyOf, redis, secondsTo } from './world.ts';

/** More than so much. */
export const over = (limit: number) => (seen: string) => Number(seen) > limit;

/** Less than so much. */
export const under = (limit: number) => (seen: string) => Number(seen) < limit;

/** The chain’s nodes. */
export const NODES = 'statefulset/blockchain-node';
const imageOf = (workload: string) => field(workload, '.spec.template.spec.containers[0].image');

/** Image and ready replicas of the chain’s nodes. */
export const allReady = async () => `${await imageOf(NODES)} ${await readyOf(NODES)}`;

/** A condition of node-3. */
export const condition = (type: string) => field('node/node-3', `.status.conditions[?(@.type=="${type}")].status`);

/** The used share of what node-3 has, from 0 to 1. */
export const usedShare = (resource: 'cpu' | 'memory', capacity: number) => async () => {
  const text = await field('nodes.metrics.k8s.io/node-3', `.usage.${resource}`);
  const value = Number.parseInt(text, 10) * (resource === 'cpu' ? 1e-9 : 1024);
  return String(value / capacity);
};

/** The used share of the disk of node-3, from 0 to 1. */
export const diskShare = async () => {
  const text = await page('http://10.77.3.1:9100/metrics');
  const value = (name: string) => Number(new RegExp(`^${name}\\{.*\\} (\\S+)$`, 'm').exec(text)?.[1]);
  return String(1 - value('node_filesystem_avail_bytes') / value('node_filesystem_size_bytes'));
};

/** The slowest of three answers of the gateway, seconds. */
export const slowest = async () => {
  const url = `https://${await address('api-gateway')}:8443/healthz`;
  const times: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    times.push(await secondsTo(url));
  }
  return String(Math.max(...times));
};
/** The latest slow command of Redis in milliseconds; a busy machine makes some of its own, which are shorter. */
export const slowestCommand = async () => /^command\n\d+\n(\d+)/m.exec(await redis('latency latest'))?.[1] ?? '0';

/** Transactions a second, over four seconds. */
export const transactions = async () => {
  const count = async () =>
    Number(
      /^transaction_count (\d+)/m.exec(await page(`http://${await address('blockchain-node')}:9090/metrics`))?.[1],
    );
  const before = [await count(), Date.now()] as const;
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  return String(((await count()) - before[0]) / ((Date.now() - before[1]) / 1_000));
};
/** The past that the pod of Prometheus was started with. */
export const capacityCourse = () =>
  kubectl(
    'get',
    'pods',
    '--selector=app=monitoring-stack',
    '--output=jsonpath={.items[*].spec.containers[0].env[?(@.name=="CAPACITY_COURSE")].value}',
  );

/** How a login with what a Secret holds ends. */
export const logins = (secret: string) => async () => {
  const password = Buffer.from(await field(`secret/${secret}`, '.data.password'), 'base64').toString('utf8');
  if (secret === 'redis-credentials') {
    return inside(
      'env',
      `REDISCLI_AUTH=${password}`,
      'redis-cli',
      '-h',
      await address('redis'),
      '--user',
      'maintenance',
      'ping',
    );
  }
  const host = await address('postgres');
  return inside(
    'env',
    `PGPASSWORD=${password}`,
    'psql',
    '-h',
    host,
    '-U',
    'maintenance',
    'phoenixrooivalk',
    '-Atc',
    'select 1',
  );
};

/** Days until the certificate of a Secret ends. */
export const daysLeft = (secret: string) => async () => {
  const end = /notAfter=(.*)/.exec(await certificate(secret, '-enddate'))?.[1] ?? '';
  return String((Date.parse(end) - Date.now()) / 86_400_000);
};

/** Whether the Secret of the portal holds the key of its certificate. */
export const publicKeys = async () => {
  const key = await field('secret/portal-tls', '.data.tls\\.key');
  const own = await inside('sh', '-c', `echo '${key}' | base64 -d | openssl pkey -pubout`);
  return own === (await certificate('portal-tls', '-pubkey')) ? 'same' : 'another';
};

/** Whether the gateway serves the certificate of its Secret. */
export const servedSerial = async () => {
  const connect = `${await address('api-gateway')}:8443`;
  const served = await inside(
    'sh',
    '-c',
    `openssl s_client -connect ${connect} </dev/null 2>/dev/null | openssl x509 -noout -serial`,
  );
  return served === (await certificate('api-gateway-tls', '-serial')) ? 'same' : 'another';
};

/** Certificates in the Secret of the portal, and one. */
export const blocksIn = async () =>
  Buffer.from(await field('secret/portal-tls', '.data.tls\\.crt'), 'base64')
    .toString('utf8')
    .split('BEGIN')
    .length.toString();

/** Whether a subresource is forbidden. */
export const forbidden = (subresource: string) => async () =>
  kubectl('get', 'validatingadmissionpolicybindings', '--output=jsonpath={.items[*].metadata.name}').then((names) =>
    names.includes(`${subresource}-forbidden`) ? 'forbidden' : 'allowed',
  );

/** Whether the gateway’s name is resolved in a pod: `ok`, or the code of the error. */
export const resolves = () => {
  const ask =
    "require('dns').resolve4('api-gateway.phoenix-rooivalk.svc.cluster.local', (e) => console.log(e?.code ?? 'ok'))";
  return exec('blockchain-node-0', '/usr/local/bin/node', '-e', ask);
};

/** Backups of the database in the object store, by their manifests. */
export const databaseBackups = async () => {
  const folder = join(sandboxState().directory, 'data/object-store/objects/phoenix-rooivalk-backups/database');
  return String((await inside('find', folder, '-name', 'manifest.json')).split('\n').length);
};

/** A file of the newest backup of a kind, as a command prints something of it. */
export const newestBackup = async (kind: string, name: string, script: string) => {
  const bucket = join(sandboxState().directory, 'data/object-store/objects/phoenix-rooivalk-backups');
  const find = `f=$(ls -d ${bucket}/${kind}/*/ | sort | tail -1)${name}; ${script}`;
  return inside('sh', '-c', find);
};

/** Whether a dump is what its manifest says: `same`, `another`, or `missing`. */
export const dumpAsStored = (name: string) => () =>
  newestBackup(
    'database',
    name,
    '[ -e "$f" ] || { echo missing; exit; }; sum=$(sha256sum < "$f" | cut -d" " -f1); grep -q "$sum" "$(dirname "$f")/manifest.json" && echo same || echo another',
  );

/** The tags of a repository. */
export const tagsOf = (name: string) => () => page(`http://10.77.0.5:5000/v2/phoenix/${name}/tags/list`, 3);

/** A patch number that counts minutes since 1970. */
export const newPatch = /\d\.\d\.\d{8}/;

/** Whether the running image is the one that the registry serves. */
export const servedImage = async () => {
  const accept = 'accept: application/vnd.oci.image.manifest.v1+json';
  const url = 'http://10.77.0.5:5000/v2/phoenix/prometheus/manifests/2.42.0';
  const served = /sha256:[0-9a-f]{64}/.exec(await inside('curl', '--silent', '--head', '--header', accept, url))?.[0];
  const pods = ['get', 'pods', '--selector=app=monitoring-stack'];
  const running = await kubectl(...pods, '--output=jsonpath={.items[0].status.containerStatuses[0].imageID}');
  return served !== undefined && running.endsWith(served) ? 'same' : 'another';
};
