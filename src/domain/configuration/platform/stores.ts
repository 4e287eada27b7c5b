import { z } from 'zod';
import { section } from '../section.ts';
import { host, objectName, plainName, port, selector, webAddress } from '../values.ts';
import { secretKey, tls, withTlsMode } from './references.ts';

const pods = (name: string) =>
  section('Its pods; used for port-forwards and for looking at them.', {
    kind: z
      .enum(['StatefulSet', 'Deployment'], { error: 'is not a kind of workload' })
      .describe('Kind of the workload.')
      .default('StatefulSet'),
    name: objectName('Name of the workload.').default(name),
    selector: selector('Labels of its pods.').default(`app=${name}`),
    container: objectName('Container to look at. Default: the first.').exactOptional(),
  });

/** PostgreSQL. */
export const database = section('The PostgreSQL database.', {
  address: host(
    'Host or IP address to reach it directly. Default: through a port-forward to its pods.',
  ).exactOptional(),
  workload: pods('postgres').prefault({}),
  port: port('Port, of the address or of the pods.').default(5432),
  name: plainName('Name of the database.').default('phoenixrooivalk'),
  user: plainName('Role to log in as (deploy/postgres/maintenance-role.sql makes it).').default('maintenance'),
  password: secretKey('Secret with the password.', 'password').prefault({ secret: 'postgres-credentials' }),
  tls: tls('database').prefault({}),
}).transform(withTlsMode);

/** Redis. */
export const cache = section('The Redis cache.', {
  address: host(
    'Host or IP address to reach it directly. Default: through a port-forward to its pods.',
  ).exactOptional(),
  workload: pods('redis').prefault({}),
  port: port('Port, of the address or of the pods.').default(6379),
  user: plainName('ACL user. Default: the default user.').exactOptional(),
  password: secretKey('Secret with the password. Default: no password.', 'password').exactOptional(),
  tls: tls('cache').prefault({}),
}).transform(withTlsMode);

/** Prometheus. */
export const prometheus = section('The Prometheus server that history is read from.', {
  enabled: z
    .boolean()
    .describe('false: there is none; metrics come from exec, the metrics API and stored history.')
    .default(true),
  address: webAddress(
    'Address to reach it directly. Default: through a port-forward to a pod behind the Service.',
  ).exactOptional(),
  service: objectName('Service in front of it.').default('monitoring-stack'),
  port: port('Port of its pods.').default(9090),
  namespace: objectName("Namespace of the Service. Default: the platform's.").exactOptional(),
});
