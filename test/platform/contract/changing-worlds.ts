import { exec, field } from '../faults/world.ts';
import { renewing } from './certificate-work.ts';
import { layWorkload, onWorkload, platform, removeWorkload, spec, subject } from './contract-workload.ts';
import { imagesOfOthers, registryOf } from './patched-image.ts';
import type { RealWork } from './real-work.ts';

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

const updating: RealWork = {
  ...onWorkload,
  platform: (usual) => ({ ...platform(usual), ...imagesOfOthers(usual) }),
  inputs: { 'progress-deadline': '20s', settle: '1s' },
  ports: registryOf,
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
