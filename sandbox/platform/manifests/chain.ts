/** The ledger's nodes, the gateway in front of them, and the field's sensors. */
import { PLATFORM_NAMESPACE } from '../../network.ts';
import type { KubernetesObject } from '../cluster.ts';
import {
  account,
  CA_BUNDLE,
  claim,
  deployment,
  disruptionBudget,
  folder,
  image,
  POD_VARIABLES,
  ready,
  resources,
  scratch,
  service,
  statefulSet,
  template,
  variable,
} from './objects.ts';

/** Validators of the ledger. */
export const VALIDATORS = 4;
/** Transactions a second that the sensors send in all. */
export const TRANSACTIONS_PER_SECOND = 1_000;

const domain = `${PLATFORM_NAMESPACE}.svc.cluster.local`;

function blockchainNode(): KubernetesObject[] {
  const app = 'blockchain-node';
  const data = '/var/lib/blockchain';
  const container = {
    name: 'node',
    image: image(app, '1.4.2'),
    ports: [{ name: 'metrics', containerPort: 9090 }],
    env: [
      ...POD_VARIABLES,
      variable('SERVICE_NAME', app),
      variable('VALIDATORS', String(VALIDATORS)),
      variable('DATA_DIRECTORY', data),
    ],
    readinessProbe: ready({ httpGet: { path: '/readyz', port: 9090 } }),
    resources: resources('50m', '64Mi', '160Mi'),
  };
  const mounted = [
    scratch('logs', '/var/log/blockchain', '32Mi'),
    scratch('rotation', '/var/lib/logrotate', '1Mi'),
    scratch('cache', '/tmp/cache', '4Mi'),
  ];
  const pod = template(app, container, mounted, [{ name: 'data', mountPath: data }]);
  return [
    account(app),
    service(app, { metrics: 9090 }, true),
    statefulSet(app, VALIDATORS, pod, [claim('data', '48Mi')]),
    disruptionBudget(app, 1),
  ];
}

function apiGateway(): KubernetesObject[] {
  const app = 'api-gateway';
  const container = {
    name: 'gateway',
    image: image(app, '2.1.0'),
    ports: [
      { name: 'https', containerPort: 8443 },
      { name: 'metrics', containerPort: 9090 },
    ],
    env: [
      ...POD_VARIABLES,
      variable('TLS_DIRECTORY', '/etc/api-gateway-tls'),
      variable('CREDENTIALS_DIRECTORY', '/etc/gateway-credentials'),
      variable('CA_FILE', '/etc/phoenix-ca/ca.crt'),
      variable('DATABASE_HOST', `postgres-0.postgres.${domain}`),
      variable('DATABASE_NAME', 'phoenixrooivalk'),
      variable('CACHE_HOST', `redis-0.redis.${domain}`),
      variable('LEDGER_HOST', `blockchain-node-ready.${domain}`),
      variable('RESPONSE_DELAY_MS', '0'),
    ],
    readinessProbe: ready({ httpGet: { path: '/readyz', port: 9090 } }),
    resources: resources('50m', '64Mi', '160Mi'),
  };
  const mounted = [
    folder('secret', 'api-gateway-tls', '/etc/api-gateway-tls'),
    folder('secret', 'gateway-credentials', '/etc/gateway-credentials'),
    folder('configMap', CA_BUNDLE, '/etc/phoenix-ca'),
  ];
  return [
    account(app),
    service(app, { https: 8443, metrics: 9090 }),
    deployment(app, 3, template(app, container, mounted)),
    disruptionBudget(app, 1),
  ];
}

function traffic(): KubernetesObject[] {
  const app = 'traffic';
  const container = {
    name: 'sensors',
    image: image(app, '1.0.0'),
    ports: [{ name: 'metrics', containerPort: 9090 }],
    env: [
      ...POD_VARIABLES,
      variable('GATEWAY_HOST', `api-gateway.${domain}`),
      variable('CA_FILE', '/etc/phoenix-ca/ca.crt'),
      variable('TRANSACTIONS_PER_SECOND', String(TRANSACTIONS_PER_SECOND)),
    ],
    readinessProbe: ready({ httpGet: { path: '/readyz', port: 9090 } }),
    resources: resources('20m', '48Mi', '160Mi'),
  };
  const mounted = [folder('configMap', CA_BUNDLE, '/etc/phoenix-ca')];
  return [account(app), service(app, { metrics: 9090 }), deployment(app, 1, template(app, container, mounted))];
}

/** The ledger's nodes that are ready, for clients; the nodes themselves find each other by the other Service. */
function readyNodes(): KubernetesObject {
  const found = service('blockchain-node', { metrics: 9090 });
  const metadata = { ...found.metadata, name: 'blockchain-node-ready' };
  return { ...found, metadata };
}

/** Everything that makes, takes and sends transactions. */
export function chainObjects(): KubernetesObject[] {
  return [...blockchainNode(), readyNodes(), ...apiGateway(), ...traffic()];
}
