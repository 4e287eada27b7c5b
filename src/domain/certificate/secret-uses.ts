import type { Container, Pod } from '../kubernetes/objects.ts';

/**
 * How pods see a Secret. `refreshed`: as files that the kubelet renews by and by; `fixed`: at least in part as it was when
 * they were made (environment, `subPath`; kubernetes.io, "Using Secrets as files from a Pod").
 */
export type SecretUse = 'refreshed' | 'fixed';

type PodSpec = Pod['spec'];

const containersOf = ({ containers, initContainers = [] }: PodSpec): readonly Container[] => [
  ...containers,
  ...initContainers,
];

/** How the pods of a template use a Secret; undefined: not at all. */
export function secretUse(spec: PodSpec, secret: string): SecretUse | undefined {
  const volumes = new Set((spec.volumes ?? []).filter((volume) => holds(volume, secret)).map(({ name }) => name));
  const containers = containersOf(spec);
  const mounts = containers.flatMap(({ volumeMounts = [] }) => volumeMounts.filter(({ name }) => volumes.has(name)));
  const inEnvironment = containers.some((container) => inEnvironmentOf(container, secret));
  const inPart = mounts.some(({ subPath, subPathExpr }) => subPath !== undefined || subPathExpr !== undefined);
  if (inEnvironment || inPart) return 'fixed';
  return mounts.length > 0 ? 'refreshed' : undefined;
}

function holds(volume: NonNullable<PodSpec['volumes']>[number], secret: string): boolean {
  const projected = volume.projected?.sources ?? [];
  return volume.secret?.secretName === secret || projected.some((source) => source.secret?.name === secret);
}

const inEnvironmentOf = ({ env = [], envFrom = [] }: Container, secret: string): boolean =>
  env.some(({ valueFrom }) => valueFrom?.secretKeyRef?.name === secret) ||
  envFrom.some(({ secretRef }) => secretRef?.name === secret);

/** Words in a port's name, and numbers, that go with TLS from the first byte (IANA service names, Kubernetes' own ports). */
const tlsName = /https|tls|ssl|secure/i;
const tlsNumbers: ReadonlySet<number> = new Set([443, 636, 6443, 8443, 9443, 10250]);

/** Declared TCP ports of a pod that look like TLS ports: others are not tried, since a handshake is noise in their logs. */
export function likelyTlsPorts(spec: PodSpec): readonly number[] {
  const ports = spec.containers.flatMap((container) => container.ports ?? []);
  const likely = ports.filter(
    ({ name = '', containerPort, protocol = 'TCP' }) =>
      protocol === 'TCP' && (tlsName.test(name) || tlsNumbers.has(containerPort)),
  );
  return [...new Set(likely.map(({ containerPort }) => containerPort))].sort((a, b) => a - b);
}
