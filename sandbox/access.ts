/** How to reach every part of a sandbox: for people (`status`), and for programs (`status --json`). */
import {
  BACKUP_BUCKET,
  CLUSTER_DOMAIN,
  DNS,
  GITHUB,
  hostPort,
  OBJECT_STORE,
  PLATFORM_NAMESPACE,
  REGISTRY,
} from './network.ts';
import { enterArgv, type SandboxState } from './supervisor/enter.ts';
import { files } from './supervisor/state.ts';

/** The address of each part, and the command that reads the secret that goes with it. */
export interface Access {
  readonly kubeconfigInside: string;
  readonly kubeconfigOutside: string;
  readonly databaseUrl: string;
  readonly databasePassword: string;
  readonly redisAddress: string;
  readonly redisPassword: string;
  readonly objectStore: string;
  readonly bucket: string;
  readonly objectStoreCredentials: string;
  readonly registry: string;
  readonly dns: string;
  readonly github: string;
  readonly enter: string;
  readonly logs: string;
}

const secret = (name: string, key: string): string =>
  `kubectl -n ${PLATFORM_NAMESPACE} get secret ${name} -o jsonpath='{.data.${key}}' | base64 -d`;

/** Describes `state`'s sandbox. Holds no secret. */
export function access(state: SandboxState): Access {
  const service = (name: string): string => `${name}.${PLATFORM_NAMESPACE}.svc.${CLUSTER_DOMAIN}`;
  return {
    kubeconfigInside: state.kubeconfig,
    kubeconfigOutside: state.kubeconfigOutside,
    databaseUrl: `postgresql://maintenance@${service('postgres-0.postgres')}:5432/phoenixrooivalk`,
    databasePassword: secret('postgres-credentials', 'password'),
    redisAddress: `${service('redis-0.redis')}:6379`,
    redisPassword: secret('redis-credentials', 'password'),
    objectStore: `http://${hostPort(OBJECT_STORE)}`,
    bucket: BACKUP_BUCKET,
    objectStoreCredentials: files.objectStore(state.directory),
    registry: `http://${hostPort(REGISTRY)}`,
    dns: hostPort(DNS),
    github: `http://${hostPort(GITHUB)}`,
    enter: enterArgv(['bash'], state, { PATH: process.env.PATH }).join(' '),
    logs: `${state.directory}/logs`,
  };
}

/** `access` as lines for a person. */
export function describeAccess(state: SandboxState): string {
  const a = access(state);
  const rows: [string, string][] = [
    ['inside', a.enter],
    ['Kubernetes, inside', `KUBECONFIG=${a.kubeconfigInside}`],
    ['Kubernetes, outside', `KUBECONFIG=${a.kubeconfigOutside}`],
    ['database', a.databaseUrl],
    ['  password', a.databasePassword],
    ['Redis', a.redisAddress],
    ['  password', a.redisPassword],
    ['S3', `${a.objectStore}, bucket ${a.bucket}`],
    ['  keys', a.objectStoreCredentials],
    ['registry', a.registry],
    ['DNS', a.dns],
    ['GitHub stand-in', a.github],
    ['logs', a.logs],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
  return [
    'How to reach it (addresses are the sandbox\'s own: enter it first, except where it says "outside"):',
    ...lines,
  ].join('\n');
}
