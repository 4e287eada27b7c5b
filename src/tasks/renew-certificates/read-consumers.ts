import { mapBounded } from '../../domain/bounded.ts';
import type { Certificate } from '../../domain/certificate/certificate.ts';
import { likelyTlsPorts, type SecretUse, secretUse } from '../../domain/certificate/secret-uses.ts';
import { reloadAnnotation } from '../../domain/certificate/step-parameters.ts';
import type { Pod } from '../../domain/kubernetes/objects.ts';
import { workloadRef } from '../../domain/kubernetes/workloads.ts';
import { attempt, type Trouble } from '../../observation/trouble.ts';
import { type KindedWorkload, podsOfWorkload } from '../../observation/workloads.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { SeenConsumer } from './observation.ts';
import { rollingOf } from './rolling.ts';

type Context = TaskContext<'cluster' | 'certificates'>;

/** What a Secret's consumers are looked at for. */
export interface Wanted {
  readonly secret: string;
  readonly leaf: Certificate;
  /** Ports that the configuration names; absent: those that look like TLS ports are tried. */
  readonly ports?: readonly number[];
  readonly handshakeMs: number;
}

/** The workloads of the platform whose pods use a Secret, each with what it serves of it. */
export function readConsumers(
  context: Context,
  workloads: readonly KindedWorkload[],
  wanted: Wanted,
): Promise<readonly SeenConsumer[]> {
  const using = workloads.flatMap((each) => {
    const use = secretUse(each.workload.spec.template.spec, wanted.secret);
    return use === undefined ? [] : [{ ...each, use }];
  });
  return mapBounded(using, 2, (each) => readConsumer(context, each, wanted));
}

async function readConsumer(
  context: Context,
  { kind, workload, use }: KindedWorkload & { readonly use: SecretUse },
  wanted: Wanted,
): Promise<SeenConsumer> {
  const all = await podsOfWorkload(context.ports.cluster, kind, workload);
  const pods = all.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
  const serverName = wanted.leaf.dnsNames.find((name) => !name.includes('*')) ?? '';
  const template = workload.spec.template;
  return {
    ref: workloadRef(kind, workload),
    kind,
    use,
    pods: pods.length,
    serverName,
    mark: template.metadata?.annotations?.[reloadAnnotation] ?? null,
    ...(await servingPorts(context, pods, likelyTlsPorts(template.spec), wanted, serverName)),
    ...(await rollingOf(context, { kind, workload }, wanted.secret)),
  };
}

/** The ports on which pods serve the certificate, or one for the same subject: a stale pod serves it as well. */
async function servingPorts(
  context: Context,
  pods: readonly Pod[],
  likely: readonly number[],
  { leaf, ports, handshakeMs }: Wanted,
  serverName: string,
): Promise<{ readonly ports: readonly number[]; readonly trouble?: Trouble }> {
  if (ports !== undefined) return { ports };
  const ends = pods.flatMap(({ metadata }) => likely.map((port) => ({ pod: metadata, port })));
  const found = new Set<number>();
  const troubles: Trouble[] = [];
  await mapBounded(ends, 4, async ({ pod, port }) => {
    const endpoint = { kind: 'pod', namespace: pod.namespace ?? '', pod: pod.name, port } as const;
    const limits = { timeoutMs: handshakeMs, signal: context.signal };
    const got = await attempt(`pod/${pod.name}`, () => context.ports.certificates.served(endpoint, serverName, limits));
    if ('value' in got) {
      if (got.value.certificates[0]?.subjectName === leaf.subjectName) found.add(port);
    } else if (!withoutTls.has(got.trouble.code)) troubles.push(got.trouble);
  });
  const [trouble] = troubles;
  const seen = found.size > 0 || trouble === undefined;
  return { ports: [...found].sort((a, b) => a - b), ...(seen ? {} : { trouble }) };
}

/** What a port says that does not serve TLS; anything else says that it could not be looked at. */
const withoutTls: ReadonlySet<Trouble['code']> = new Set(['failed', 'unreachable', 'invalid']);
