/** PostgreSQL with a standby, Redis with a replica, and the report that holds an old snapshot open. */
import { PLATFORM_NAMESPACE } from '../../network.ts';
import type { KubernetesObject } from '../cluster.ts';
import {
  account,
  CA_BUNDLE,
  claim,
  deployment,
  folder,
  image,
  POD_VARIABLES,
  ready,
  resources,
  service,
  statefulSet,
  template,
  variable,
} from './objects.ts';

const domain = `${PLATFORM_NAMESPACE}.svc.cluster.local`;
/** The primary's name in DNS. */
export const PRIMARY = `postgres-0.postgres.${domain}`;

function postgres(): KubernetesObject[] {
  const app = 'postgres';
  const container = {
    name: 'postgres',
    image: image(app, '15.18'),
    ports: [{ name: 'postgres', containerPort: 5432 }],
    env: [...POD_VARIABLES, variable('PRIMARY_HOST', PRIMARY)],
    readinessProbe: ready({ exec: { command: ['pg_isready', '--quiet', '--host=/var/run/postgresql'] } }),
    resources: resources('100m', '128Mi', '384Mi'),
  };
  const mounted = [
    folder('secret', 'postgres-tls', '/etc/postgres-tls'),
    folder('secret', 'postgres-roles', '/etc/postgres-credentials'),
    folder('configMap', CA_BUNDLE, '/etc/phoenix-ca'),
  ];
  const pod = template(app, container, mounted, [{ name: 'data', mountPath: '/var/lib/postgresql/data' }]);
  return [account(app), service(app, { postgres: 5432 }), statefulSet(app, 2, pod, [claim('data', '384Mi')])];
}

function redis(): KubernetesObject[] {
  const app = 'redis';
  const container = {
    name: 'redis',
    image: image(app, '7.0.15'),
    ports: [
      { name: 'redis', containerPort: 6379 },
      { name: 'redis-tls', containerPort: 6380 },
    ],
    env: [...POD_VARIABLES, variable('MASTER_HOST', `redis-0.redis.${domain}`)],
    readinessProbe: ready({ exec: { command: ['/bin/sh', '/app/ready.sh'] } }),
    resources: resources('50m', '64Mi', '192Mi'),
  };
  const mounted = [
    folder('secret', 'redis-tls', '/etc/redis-tls'),
    folder('secret', 'redis-users', '/etc/redis-credentials'),
    folder('configMap', CA_BUNDLE, '/etc/phoenix-ca'),
  ];
  const ports = { redis: 6379, 'redis-tls': 6380 };
  return [account(app), service(app, ports), statefulSet(app, 2, template(app, container, mounted), [])];
}

function reporting(): KubernetesObject[] {
  const app = 'reporting';
  const container = {
    name: 'reporting',
    image: image('postgres', '15.18'),
    command: ['/bin/sh', '/app/report.sh'],
    env: [...POD_VARIABLES, variable('PRIMARY_HOST', PRIMARY)],
    readinessProbe: ready({ exec: { command: ['test', '-e', '/tmp/snapshot-taken'] } }),
    securityContext: { runAsUser: 999, runAsGroup: 999, capabilities: { drop: ['ALL'] } },
    resources: resources('10m', '16Mi', '64Mi'),
  };
  const mounted = [
    folder('secret', 'reporting-credentials', '/etc/reporting-credentials'),
    folder('configMap', CA_BUNDLE, '/etc/phoenix-ca'),
  ];
  return [account(app), deployment(app, 1, template(app, container, mounted))];
}

/** Everything that keeps data. */
export function storeObjects(): KubernetesObject[] {
  return [...postgres(), ...redis(), ...reporting()];
}
