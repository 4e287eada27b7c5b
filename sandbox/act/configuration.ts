/** The configuration that a run on the sandbox gets: the platform as it is there, and windows that open now. */
import { stringify } from 'yaml';
import { type WindowName, windowNames } from '../../src/domain/task/declaration.ts';
import { hostPort, OBJECT_STORE, OBJECT_STORE_REGION, REGISTRY, SIGNER_NAME } from '../network.ts';
import { FIELD_MANAGER } from '../platform/cluster.ts';
import { CA_BUNDLE, SIGNING_KEYS } from '../platform/manifests/objects.ts';
import { CERTIFICATES, PINNED } from '../platform/manifests/secrets.ts';
import { AUTHORITY_SECRET } from '../platform/platform-authority.ts';

/** What is asked of a configuration. Times are milliseconds since 1970. */
export interface SandboxConfiguration {
  /** The window that opens at `opensAt`, with every smaller one; larger ones open three days later. */
  readonly window: WindowName;
  readonly opensAt: number;
  /** How changes that need approval get it; by an environment unless it says otherwise. */
  readonly gate?: 'environment' | 'issue';
  /** Whether the window has a task that needs approval, so that it can be prepared ahead. */
  readonly ahead?: boolean;
}

const DAY_MS = 86_400_000;
const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

/** Where the sandbox's platform differs from the guide's names, which are the defaults. */
const platform = {
  cluster: 'sandbox',
  workloads: {
    'field-managers': [FIELD_MANAGER],
    secrets: ['gateway-credentials', PINNED, 'postgres-roles', 'redis-users'],
  },
  registries: [{ host: hostPort(REGISTRY), 'plain-http': true, 'private-address': true }],
  images: { keys: [{ 'config-map': SIGNING_KEYS }] },
  network: { links: { default: '1Gbit' } },
  capacity: { 'user-activity': 'gateway_requests_total', 'response-time': 'gateway_response_time_seconds' },
  dns: { image: `${hostPort(REGISTRY)}/phoenix/probe:1.35.0` },
  certificates: {
    secrets: Object.keys(CERTIFICATES),
    bundles: [{ 'config-map': CA_BUNDLE }],
    issuers: [
      {
        name: 'platform',
        authority: { secret: AUTHORITY_SECRET, public: { 'config-map': CA_BUNDLE, key: 'bundle.crt' } },
      },
      { name: 'cluster', signer: { name: SIGNER_NAME } },
    ],
    issuer: 'platform',
    renewals: [{ secret: 'partner-feed-tls', issuer: 'cluster' }],
  },
  cache: { user: 'maintenance', password: { secret: 'redis-credentials' } },
  backups: {
    endpoint: `http://${hostPort(OBJECT_STORE)}`,
    region: OBJECT_STORE_REGION,
    credentials: { secret: 'backup-store-credentials' },
    content: [
      { table: 'public.sensors', 'at-least': 400, row: { column: 'name', value: 'sensor-1' } },
      { table: 'public.block_index', 'at-least': 1 },
    ],
  },
};

/**
 * The sandbox is minutes old, and no program can date a file's status change back: what the guide calls stale after a day
 * is stale here after five seconds. Its pods start in seconds, so a rollout without progress has failed sooner.
 */
const tasks = {
  'clean-temporary-files': { 'minimum-age': '5s' },
  'renew-certificates': { 'pick-up-within': '5s', 'ready-within': '1m', 'signed-within': '20s' },
  'apply-security-updates': { 'progress-deadline': '40s', settle: '5s' },
  // What a form left empty means here; the sandbox has minutes of history, not weeks.
  'increase-capacity': { target: 'deployment/api-gateway', replicas: 4, 'ready-within': '40s', 'usage-window': '30m' },
  'restart-workload': { target: 'deployment/api-gateway', 'ready-within': '40s' },
  'rightsize-resources': {
    target: 'deployment/api-gateway',
    'usage-window': '30m',
    'minimum-history': '30s',
    'minimum-samples': 10,
    'ready-within': '40s',
  },
  'optimize-performance': { 'changed-rows': 10_000, 'usage-window': '30m', 'minimum-history': '5m' },
};

function windowSection(name: WindowName, opensAt: number): Record<string, unknown> {
  const date = new Date(opensAt);
  const start = date.toISOString().slice(11, 16);
  const day = days[date.getUTCDay()];
  switch (name) {
    case 'daily':
      return { start };
    case 'weekly':
      return { days: day, start };
    case 'monthly':
      return { days: day, nth: ordinals[Math.floor((date.getUTCDate() - 1) / 7)], start };
    case 'quarterly':
      return { dates: [date.toISOString().slice(0, 10)], start };
  }
}

/**
 * The text of `.github/maintenance.yml` for a run on the sandbox. Windows keep their usual length and their nesting;
 * only when they open is moved, so the calendar is never switched off. `opensAt` is cut to the minute.
 */
export function sandboxConfiguration({
  window,
  opensAt,
  gate = 'environment',
  ahead = false,
}: SandboxConfiguration): string {
  const asked = windowNames.indexOf(window);
  const windows = Object.fromEntries(
    windowNames.map((name, rank) => [name, windowSection(name, rank <= asked ? opensAt : opensAt + 3 * DAY_MS)]),
  );
  const head = '# Written for one run on the sandbox: the windows open around the present moment.\n';
  const approval = gate === 'issue' ? { approval: { gate } } : {};
  const increase = { ...tasks['increase-capacity'], windows: [window] };
  const inWindows = ahead ? { ...tasks, 'increase-capacity': increase } : tasks;
  return head + stringify({ platform, windows, tasks: inWindows, 'lead-time': '1m', ...approval });
}

/**
 * The latest whole minute, at most `now`, at which no window has opened before: every run gets an opening of its own,
 * or the second run of a minute would find it taken.
 */
export function freeMinute(now: number, used: readonly number[]): number {
  let minute = Math.floor(now / 60_000) * 60_000;
  while (used.includes(minute)) minute -= 60_000;
  return minute;
}
