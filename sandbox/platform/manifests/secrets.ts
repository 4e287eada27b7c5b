/** Certificates and passwords, made with the platform and kept as long as it stands. */
import { randomBytes } from 'node:crypto';
import { PLATFORM_NAMESPACE } from '../../network.ts';
import type { KubernetesObject } from '../cluster.ts';
import { type Issued, PlatformAuthority, type Request } from '../pki.ts';
import { AUTHORITY_SECRET } from '../platform-authority.ts';
import { CA_BUNDLE, object } from './objects.ts';

const domain = `${PLATFORM_NAMESPACE}.svc.cluster.local`;

/** Every name under which a Service and its pods are asked for. */
function names(service: string): string[] {
  const short = [service, `${service}.${PLATFORM_NAMESPACE}`, `${service}.${PLATFORM_NAMESPACE}.svc`];
  return [...short, `${service}.${domain}`, `*.${service}.${domain}`];
}

function subject(name: string): Request['subject'] {
  return [{ CN: [name] }, { O: ['Phoenix Rooivalk'] }];
}

/** Text that ends, splits or attacks what prints a certificate's subject. */
export const HOSTILE_SUBJECT = [
  { CN: ['field-radio.phoenix-rooivalk.example\n::error::pretended by a certificate'] },
  { O: ['<img src=x onerror=alert(1)> | [x](javascript:alert(1)) @everyone'] },
  { OU: ['\u001b[31m$(id)\u001b[0m `id` ##[error]no'] },
];

/** The TLS Secrets of the platform: certificates of ninety days, except those of its own stores. */
export const CERTIFICATES: Readonly<Record<string, Request>> = {
  'api-gateway-tls': {
    subject: subject('api-gateway'),
    dns: [...names('api-gateway'), 'api.phoenix-rooivalk.example'],
    age: 20,
    left: 70,
  },
  'postgres-tls': { subject: subject('postgres'), dns: names('postgres'), age: 65, left: 300 },
  'redis-tls': { subject: subject('redis'), dns: names('redis'), age: 65, left: 300 },
  'portal-tls': { subject: subject('portal'), dns: ['portal.phoenix-rooivalk.example'], age: 25, left: 65 },
  // Due for renewal.
  'partner-feed-tls': {
    subject: subject('partner-feed'),
    dns: ['partners.phoenix-rooivalk.example'],
    age: 78,
    left: 12,
  },
  'field-radio-tls': { subject: HOSTILE_SUBJECT, dns: ['field-radio.phoenix-rooivalk.example'], age: 10, left: 80 },
};

/** A Secret that the platform has only while a fault makes its gateway read another one than its own. */
export const PINNED = 'api-gateway-pinned';

/** A TLS Secret: the chain without its root, the key, and the root as `ca.crt`. */
export function tlsSecret(name: string, issued: Issued, root: string): KubernetesObject {
  const stringData = { 'tls.crt': issued.certificate + issued.chain, 'tls.key': issued.key, 'ca.crt': root };
  return { ...object('v1', 'Secret', name, { stringData }), type: 'kubernetes.io/tls' };
}

function secret(name: string, stringData: Readonly<Record<string, string>>): KubernetesObject {
  return { ...object('v1', 'Secret', name, { stringData }), type: 'Opaque' };
}

const password = (): string => randomBytes(18).toString('hex');

/** How to reach the object store. */
export interface BackupAccess {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

function passwords(store: BackupAccess): KubernetesObject[] {
  const roles = {
    postgres: password(),
    gateway: password(),
    bi: password(),
    replicator: password(),
    maintenance: password(),
  };
  const users = { admin: password(), replica: password(), gateway: password(), maintenance: password() };
  return [
    secret('postgres-roles', roles),
    secret('postgres-credentials', { username: 'maintenance', password: roles.maintenance }),
    secret('reporting-credentials', { username: 'bi', password: roles.bi }),
    secret('redis-users', users),
    secret('redis-credentials', { username: 'maintenance', password: users.maintenance }),
    secret('gateway-credentials', {
      'database-username': 'gateway',
      'database-password': roles.gateway,
      'cache-username': 'gateway',
      'cache-password': users.gateway,
    }),
    secret('backup-store-credentials', {
      'access-key-id': store.accessKeyId,
      'secret-access-key': store.secretAccessKey,
    }),
  ];
}

/** Makes every Secret, and the ConfigMap with the authorities. Each call makes other keys and passwords. */
export async function secretObjects(store: BackupAccess): Promise<KubernetesObject[]> {
  const authority = await PlatformAuthority.create();
  const { kept } = authority;
  const issued = await Promise.all(
    Object.entries(CERTIFICATES).map(async ([name, request]) =>
      tlsSecret(name, await authority.issue(request), kept.root),
    ),
  );
  const data = { 'ca.crt': kept.root, 'bundle.crt': kept.root + kept.intermediate };
  const issuing = { 'root.crt': kept.root, 'tls.crt': kept.intermediate, 'tls.key': kept.key };
  return [
    object('v1', 'ConfigMap', CA_BUNDLE, { data }),
    secret(AUTHORITY_SECRET, issuing),
    ...issued,
    ...passwords(store),
  ];
}
