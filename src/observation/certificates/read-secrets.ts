import { mapBounded } from '../../domain/bounded.ts';
import { type Certificate, readable } from '../../domain/certificate/certificate.ts';
import { renewedBy } from '../../domain/certificate/renewal-rule.ts';
import type { Secret } from '../../domain/kubernetes/objects.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { lastWriter } from '../../domain/owner/last-writer.ts';
import type { TaskContext } from '../../ports/context.ts';
import { attempt, type Trouble, troubleOf } from '../trouble.ts';
import type { HeldSecret } from './held-secret.ts';
import { judgeable } from './judgeable.ts';
import type { RequiredHosts } from './read-hosts.ts';

type Context = TaskContext<'cluster' | 'certificates'>;

/** Secrets read, and why the rest was not. */
export interface ReadSecrets {
  readonly secrets: readonly HeldSecret[];
  readonly everySecret: boolean;
  readonly listTrouble?: Trouble;
}

/** Names of Secrets that are looked at one by one, whatever else is. */
export function namedSecrets(platform: Context['platform']): readonly string[] {
  const { secrets, endpoints } = platform.certificates;
  const named = secrets === 'all' ? [] : secrets;
  const served = endpoints.flatMap((endpoint) => (endpoint.secret === undefined ? [] : [endpoint.secret]));
  return [...new Set([...named, platform.workloads.gateway.tlsSecret, ...served])];
}

/**
 * Read the TLS Secrets: each of the named ones by a `get` of its own; where the configuration says `all`, every one of
 * type `kubernetes.io/tls` by a `list` that the server filters. Each private key is compared and let go at once.
 */
export async function readSecrets(
  context: Context,
  trusted: readonly Certificate[],
  hosts: RequiredHosts,
): Promise<ReadSecrets> {
  const everySecret = context.platform.certificates.secrets === 'all';
  const listed = everySecret ? await listSecrets(context, trusted) : { secrets: [] };
  const seen = new Set(listed.secrets.map((secret) => secret.name));
  const wanted = [
    ...namedSecrets(context.platform).map((name) => ({ name, namedBy: 'the configuration' })),
    ...(everySecret ? namedByIngresses(hosts) : []),
  ];
  const unseen = [...new Map(wanted.map((each) => [each.name, each])).values()].filter(({ name }) => !seen.has(name));
  const named = await mapBounded(unseen, 4, async ({ name, namedBy }) => ({
    ...(await readSecret(context, name, trusted)),
    namedBy,
  }));
  const secrets = [...listed.secrets, ...named].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { ...listed, secrets, everySecret };
}

/** Secrets that Ingresses name: with `secrets: all` one that is not there, or is of another type, must not go unseen. */
const namedByIngresses = (hosts: RequiredHosts) =>
  Object.entries(hosts.byIngress).flatMap(([name, uses]) => {
    const [use] = uses;
    return use === undefined ? [] : [{ name, namedBy: use.ingress }];
  });

async function listSecrets(
  context: Context,
  trusted: readonly Certificate[],
): Promise<{ secrets: HeldSecret[]; listTrouble?: Trouble }> {
  const { namespace } = context.platform;
  const secrets: HeldSecret[] = [];
  try {
    const query = { resource: resources.secrets, namespace, fields: 'type=kubernetes.io/tls' };
    for await (const secret of context.ports.cluster.list(query)) secrets.push(await judge(context, secret, trusted));
  } catch (error) {
    return { secrets, listTrouble: troubleOf(error, `secrets in ${namespace}`) };
  }
  return { secrets };
}

async function readSecret(context: Context, name: string, trusted: readonly Certificate[]): Promise<HeldSecret> {
  const { namespace } = context.platform;
  const got = await attempt(`secret/${name}`, () => context.ports.cluster.get(resources.secrets, namespace, name));
  if ('trouble' in got) return { name, state: 'unreadable', trouble: got.trouble };
  return got.value === undefined ? { name, state: 'absent' } : judge(context, got.value, trusted);
}

async function judge(context: Context, secret: Secret, trusted: readonly Certificate[]): Promise<HeldSecret> {
  const { certificates } = context.ports;
  const { data = {}, metadata, type } = secret;
  const writer = lastWriter(metadata);
  const renewer = renewedBy(metadata.annotations);
  const facts = {
    name: metadata.name,
    state: 'read' as const,
    object: {
      uid: metadata.uid,
      resourceVersion: metadata.resourceVersion,
      immutable: secret.immutable === true,
      ...(writer === undefined ? {} : { writer }),
    },
    ...(type === undefined ? {} : { type }),
    ...(renewer === undefined ? {} : { renewedBy: renewer }),
  };
  const held = data['tls.crt'];
  if (held === undefined || held === '') return facts;
  const content = await certificates.parse(Buffer.from(held, 'base64'));
  const own = await certificates.parse(Buffer.from(data['ca.crt'] ?? '', 'base64'));
  const key = await certificates.keyMatch(Buffer.from(data['tls.key'] ?? '', 'base64'), readable(content));
  const judged = await judgeable(certificates, content, [...readable(own), ...trusted]);
  return { ...facts, key, certificates: { ...judged, statesTrust: readable(own).length > 0 } };
}
