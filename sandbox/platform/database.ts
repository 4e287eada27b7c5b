/** The platform's own database administrator, from inside the sandbox. */
import pg from 'pg';
import { PLATFORM_NAMESPACE } from '../network.ts';
import type { Cluster } from './cluster.ts';

interface SecretData {
  readonly data: Readonly<Record<string, string>>;
}

/** Reads one value of a Secret of the platform. */
export async function secretValue(cluster: Cluster, name: string, key: string): Promise<string> {
  const secret = await cluster.find<SecretData>('v1', 'Secret', PLATFORM_NAMESPACE, name);
  const value = secret?.data[key];
  if (value === undefined) throw new Error(`The Secret ${name} has no key ${key}.`);
  return Buffer.from(value, 'base64').toString('utf8');
}

/** The address of a pod of the platform. */
export async function podAddress(cluster: Cluster, name: string): Promise<string> {
  const pod = await cluster.find<{ status: { podIP?: string } }>('v1', 'Pod', PLATFORM_NAMESPACE, name);
  if (pod?.status.podIP === undefined) throw new Error(`The pod ${name} has no address.`);
  return pod.status.podIP;
}

/** Runs `work` on a connection to one of PostgreSQL's pods as its superuser. */
export async function asDatabaseAdministrator<T>(
  cluster: Cluster,
  pod: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    host: await podAddress(cluster, pod),
    user: 'postgres',
    password: await secretValue(cluster, 'postgres-roles', 'postgres'),
    database: 'phoenixrooivalk',
    application_name: 'platform-administrator',
    connectionTimeoutMillis: 5_000,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
