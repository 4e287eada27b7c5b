import { mapBounded } from '../../domain/bounded.ts';
import { type Certificate, readable } from '../../domain/certificate/certificate.ts';
import { covers, serviceHosts, serviceOf } from '../../domain/certificate/names.ts';
import type { Pod, Service } from '../../domain/kubernetes/objects.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import type { HeldSecret } from '../../observation/certificates/held-secret.ts';
import { judgeable } from '../../observation/certificates/judgeable.ts';
import type { RequiredHosts } from '../../observation/certificates/read-hosts.ts';
import { selectPods } from '../../observation/pods.ts';
import { attempt, troubleOf } from '../../observation/trouble.ts';
import type { TaskContext } from '../../ports/context.ts';
import { type Endpoint, endpointText } from '../../ports/endpoint.ts';
import type { ObservedEndpoint, Presented } from './observation.ts';

type Context = TaskContext<'cluster' | 'certificates'>;

/** What looking at endpoints depends on. */
export interface Known {
  readonly secrets: readonly HeldSecret[];
  readonly hosts: RequiredHosts;
  readonly trusted: readonly Certificate[];
  /** For one handshake, ms. */
  readonly timeoutMs: number;
}

interface Subject {
  readonly subject: string;
  readonly serverName: string;
  readonly secret?: string;
}

/** What the gateway serves on every ready pod, and what every configured address serves. */
export async function lookAtEndpoints(context: Context, known: Known): Promise<readonly ObservedEndpoint[]> {
  const { endpoints } = context.platform.certificates;
  const configured = await mapBounded(endpoints, 4, (endpoint) => lookAtConfigured(context, endpoint, known));
  return [await lookAtGateway(context, known), ...configured];
}

async function lookAtGateway(context: Context, known: Known): Promise<ObservedEndpoint> {
  const { namespace, workloads } = context.platform;
  const { gateway } = workloads;
  const held = known.secrets.find((secret) => secret.name === gateway.tlsSecret)?.certificates;
  const leaf = held && readable(held.content)[0];
  const candidates = [
    ...serviceHosts(gateway.service, namespace).toReversed(),
    ...(known.hosts.byIngress[gateway.tlsSecret] ?? []).map((each) => each.host).filter((host) => !host.includes('*')),
  ];
  const covered = candidates.find((host) => leaf !== undefined && covers(leaf, host));
  return lookAtPods(context, known, {
    subject: `${gateway.kind.toLowerCase()}/${gateway.name}`,
    serverName: covered ?? `${gateway.service}.${namespace}.svc`,
    secret: gateway.tlsSecret,
    selector: gateway.selector,
    portOf: () => gateway.port,
  });
}

type ConfiguredEndpoint = Context['platform']['certificates']['endpoints'][number];

async function lookAtConfigured(
  context: Context,
  endpoint: ConfiguredEndpoint,
  known: Known,
): Promise<ObservedEndpoint> {
  const { namespace } = context.platform;
  const subject: Subject = {
    subject: endpointText({ kind: 'address', host: endpoint.host, port: endpoint.port }),
    serverName: endpoint.serverName ?? endpoint.host,
    ...(endpoint.secret === undefined ? {} : { secret: endpoint.secret }),
  };
  const service = serviceOf(endpoint.host, namespace);
  if (service !== undefined) return lookBehindService(context, known, subject, service, endpoint.port);
  const address: Endpoint = { kind: 'address', host: endpoint.host, port: endpoint.port };
  return { ...subject, skipped: [], presented: [await present(context, known, address, subject)] };
}

/** A Service is no address that a runner can reach: its pods are, each through a port-forward. */
async function lookBehindService(
  context: Context,
  known: Known,
  subject: Subject,
  name: string,
  port: number,
): Promise<ObservedEndpoint> {
  const { namespace } = context.platform;
  const unlooked = { ...subject, presented: [], skipped: [] };
  const got = await attempt(`service/${name}`, () => context.ports.cluster.get(resources.services, namespace, name));
  if ('trouble' in got) return { ...unlooked, trouble: got.trouble };
  const target = got.value?.spec.ports?.find((each) => each.port === port);
  const selector = Object.entries(got.value?.spec.selector ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
  if (target === undefined || selector === '') {
    const message =
      got.value === undefined
        ? `service/${name} does not exist`
        : `service/${name} has no port ${port} with pods behind it`;
    return { ...unlooked, trouble: { code: 'not-found', subject: `service/${name}`, message } };
  }
  return lookAtPods(context, known, { ...subject, selector, portOf: (pod) => targetPort(pod, target) });
}

type ServicePort = NonNullable<Service['spec']['ports']>[number];

function targetPort(pod: Pod | undefined, { port, targetPort: target }: ServicePort): number | undefined {
  if (target === undefined) return port;
  if (typeof target === 'number') return target;
  const ports = pod?.spec.containers.flatMap((container) => container.ports ?? []) ?? [];
  return ports.find((each) => each.name === target)?.containerPort;
}

interface PodSubject extends Subject {
  readonly selector: string;
  readonly portOf: (pod: Pod | undefined) => number | undefined;
}

async function lookAtPods(context: Context, known: Known, wanted: PodSubject): Promise<ObservedEndpoint> {
  const { cluster } = context.ports;
  const { namespace } = context.platform;
  const { selector, portOf, ...subject } = wanted;
  const selected = await attempt(`pods ${selector}`, () => selectPods(cluster, { namespace, selector }));
  if ('trouble' in selected) return { ...subject, presented: [], skipped: [], trouble: selected.trouble };
  const presented = await mapBounded(selected.value.ready, 4, async ({ pod }) => {
    try {
      const port = portOf(undefined) ?? portOf(await cluster.get(resources.pods, namespace, pod));
      if (port === undefined) return withoutPort(pod);
      return await present(context, known, { kind: 'pod', namespace, pod, port }, subject);
    } catch (error) {
      return { from: `pod/${pod}`, anchors: [], signatures: [], trouble: troubleOf(error, `pod/${pod}`) };
    }
  });
  return { ...subject, presented, skipped: selected.value.skipped };
}

const withoutPort = (pod: string): Presented => ({
  from: `pod/${pod}`,
  anchors: [],
  signatures: [],
  trouble: {
    code: 'not-found',
    subject: `pod/${pod}`,
    message: `pod/${pod} has no port of the name that the Service targets`,
  },
});

/** Configured authorities, and what the endpoint's own Secret carries: never another one's. */
function trustedBy(known: Known, secret: string | undefined): readonly Certificate[] {
  const own = known.secrets.find((each) => each.name === secret)?.certificates?.anchors ?? [];
  return [...known.trusted, ...own];
}

async function present(context: Context, known: Known, endpoint: Endpoint, subject: Subject): Promise<Presented> {
  const { certificates } = context.ports;
  const { serverName } = subject;
  const from = endpoint.kind === 'pod' ? `pod/${endpoint.pod}` : endpointText(endpoint);
  const limits = { timeoutMs: known.timeoutMs, signal: context.signal };
  const served = await attempt(from, () => certificates.served(endpoint, serverName, limits));
  if ('trouble' in served) return { from, anchors: [], signatures: [], trouble: served.trouble };
  const blocks = served.value.certificates.map((certificate, k) => ({ position: k + 1, certificate }));
  const content = { certificates: blocks, otherBlocks: [], unread: 0 };
  const { anchors, signatures } = await judgeable(certificates, content, trustedBy(known, subject.secret));
  return { from, chain: served.value, anchors, signatures };
}
