import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostPort, REGISTRY } from '../../../sandbox/network.ts';
import type { Digest } from '../../../src/domain/json.ts';
import { FakeRegistry } from '../../fakes/registry/fake-registry.ts';
import { exec, field, inside, kubectl } from '../faults/world.ts';
import type { RealWork } from './real-work.ts';

/** A workload of the tests alone: nothing of the living platform is changed with it. */
const name = 'contract-app';
const subject = `deployment/${name}`;
const image = `${hostPort(REGISTRY)}/phoenix/probe`;

const manifest = (replicas: number) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, labels: { app: name } },
  spec: {
    replicas,
    selector: { matchLabels: { app: name } },
    strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    template: {
      metadata: { labels: { app: name } },
      spec: {
        terminationGracePeriodSeconds: 0,
        containers: [
          {
            name: 'app',
            image: `${image}:1.35.0`,
            args: ['-c', 'while :; do sleep 1; done'],
            resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '128Mi' } },
          },
        ],
      },
    },
  },
});

/** Applies objects as they are written here, whatever was there before. */
async function apply(object: object): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rooivalk-work-'));
  const file = join(folder, 'object.json');
  writeFileSync(file, JSON.stringify(object));
  await kubectl('apply', '--server-side', '--force-conflicts', `--filename=${file}`);
  rmSync(folder, { recursive: true });
}

async function layWorkload(): Promise<void> {
  await apply(manifest(2));
  await kubectl('rollout', 'status', subject, '--timeout=25s');
}

const removeWorkload = () => kubectl('delete', subject, '--ignore-not-found', '--wait=false');

const spec = async () =>
  JSON.stringify([
    await field(subject, '.spec.replicas'),
    await field(subject, '.spec.template.spec.containers[0].image'),
    await field(subject, '.spec.template.spec.containers[0].resources'),
  ]);

const usual = JSON.stringify([
  '2',
  `${image}:1.35.0`,
  '{"limits":{"memory":"128Mi"},"requests":{"cpu":"100m","memory":"64Mi"}}',
]);

/** The configuration names the workload besides those of the platform. */
const platform: RealWork['platform'] = ({ workloads }) => ({
  workloads: { ...workloads, others: [...workloads.others, { kind: 'Deployment', name, selector: `app=${name}` }] },
});

const onWorkload = {
  platform,
  lay: layWorkload,
  changes: async () => ((await spec()) === usual ? [] : [await spec()]),
  subjects: spec,
  remove: removeWorkload,
} as const;

const increasing: RealWork = {
  ...onWorkload,
  inputs: {
    target: subject,
    replicas: '3',
    'ready-within': '20s',
    'usage-window': '30m',
  },
};

const restarting: RealWork = {
  platform,
  inputs: { target: subject, 'ready-within': '20s' },
  lay: layWorkload,
  changes: async () => {
    const mark = await field(subject, '.spec.template.metadata.annotations.rooivalk\\.maintenance/restarted-by');
    return mark === '' ? [] : ['restarted'];
  },
  state: spec,
  remove: removeWorkload,
};

/** Once Prometheus has seen enough of the workload it knows its use, also that of pods which have gone since. */
let watched: Promise<void> | undefined;
const historyMs = 75_000;

const rightsizing: RealWork = {
  ...onWorkload,
  lay: async () => {
    await layWorkload();
    watched ??= new Promise((resolve) => setTimeout(resolve, historyMs));
    await watched;
  },
  inputs: {
    target: subject,
    'usage-window': '30m',
    'minimum-history': '30s',
    'minimum-samples': '10',
    'ready-within': '20s',
  },
};

const digestOf = async (tag: string): Promise<Digest> => {
  const accept = 'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json';
  const url = `http://${hostPort(REGISTRY)}/v2/phoenix/probe/manifests/${tag}`;
  const head = await inside('curl', '--silent', '--head', '--header', `Accept: ${accept}`, url);
  return /docker-content-digest: (sha256:[0-9a-f]{64})/i.exec(head)?.[1] as Digest;
};

const living = ['blockchain-node', 'api-gateway', 'postgres', 'redis'];

const updating: RealWork = {
  ...onWorkload,
  platform: (usual) => ({
    ...platform?.(usual),
    images: { ...usual.images, keys: [], ignore: [...living, ...usual.workloads.others.map((other) => other.name)] },
  }),
  inputs: { 'progress-deadline': '20s', settle: '1s' },
  ports: async () => {
    const registry = new FakeRegistry();
    for (const tag of ['1.35.0', '1.35.1']) {
      const platforms = [{ os: 'linux', architecture: 'amd64' }];
      const signature = { state: 'signed', by: 'the contract' } as const;
      registry.put(image, tag, { digest: await digestOf(tag), platforms, signature });
    }
    return { registry };
  },
};

const secret = 'contract-tls';

/** A certificate that ends in five days, made by nobody in particular. */
async function laySecret(): Promise<void> {
  const folder = await inside('mktemp', '--directory');
  const files = `-keyout ${folder}/tls.key -out ${folder}/tls.crt`;
  const extensions = `-addext basicConstraints=critical,CA:FALSE -addext subjectAltName=DNS:contract.example`;
  await inside(
    'sh',
    '-c',
    `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 5 -subj /CN=contract ${files} ${extensions}`,
  );
  await kubectl('delete', 'secret', secret, '--ignore-not-found');
  await kubectl('create', 'secret', 'tls', secret, `--cert=${folder}/tls.crt`, `--key=${folder}/tls.key`);
  laid = await servedBy();
  await inside('rm', '-rf', folder);
}

let laid = '';
const servedBy = () => field(`secret/${secret}`, '.data.tls\\.crt');

const renewing: RealWork = {
  platform: ({ certificates }) => ({
    certificates: {
      ...certificates,
      secrets: [secret],
      trust: certificates.bundles,
      renewals: [{ secret, key: 'new', lifetime: 90 * 86_400_000 }],
    },
  }),
  inputs: { 'pick-up-within': '1s', 'ready-within': '20s', 'signed-within': '20s' },
  lay: laySecret,
  changes: async () => ((await servedBy()) === laid ? [] : ['renewed']),
  subjects: servedBy,
  remove: () => kubectl('delete', 'secret', secret, '--ignore-not-found'),
};

const table = 'contract_large';
const inAnalytics = (statement: string): Promise<string> =>
  exec('postgres-0', 'psql', '--username=postgres', '--dbname=phoenixanalytics', '-qAtc', statement);
const options = () => inAnalytics(`select coalesce(reloptions::text, '') from pg_class where relname = '${table}'`);

const tuning: RealWork = {
  inputs: { 'changed-rows': '10000', 'usage-window': '30m', 'minimum-history': '5m' },
  lay: async () => {
    await inAnalytics(
      `drop table if exists ${table}; create table ${table} as select n from generate_series(1, 80000) n; alter table ${table} owner to phoenix_owner; analyze ${table}`,
    );
  },
  changes: async () => ((await options()) === '' ? [] : [await options()]),
  subjects: options,
  remove: () => inAnalytics(`drop table if exists ${table}`),
};

/** The work of every task that changes workloads, certificates or tables. */
export const changingWork: Readonly<Record<string, RealWork>> = {
  'increase-capacity': increasing,
  'restart-workload': restarting,
  'rightsize-resources': rightsizing,
  'apply-security-updates': updating,
  'renew-certificates': renewing,
  'optimize-performance': tuning,
};
