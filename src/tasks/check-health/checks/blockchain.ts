import { mapBounded } from '../../../domain/bounded.ts';
import type { Finding } from '../../../domain/finding/finding.ts';
import { kubectl } from '../../../domain/kubernetes/kubectl.ts';
import type { Workload } from '../../../domain/kubernetes/objects.ts';
import { workloadSubject } from '../../../domain/kubernetes/pod-owner.ts';
import { isReady } from '../../../domain/kubernetes/pods.ts';
import { type Resource, resources } from '../../../domain/kubernetes/resources.ts';
import { counted, formatCount } from '../../../domain/quantities.ts';
import { attempt, type Trouble } from '../../../observation/trouble.ts';
import { PortError } from '../../../ports/port-error.ts';
import { defineCheck, type HealthContext, type JudgeContext } from '../check.ts';

/** What one ready node says of the height of the chain. */
type SeenHeight = { readonly pod: string } & ({ readonly height: number } | { readonly trouble: Trouble });

/** What is seen of the chain. */
export interface SeenBlockchain {
  /** Replicas that should be there; undefined when the workload does not exist. */
  readonly desired?: number;
  readonly pods: number;
  readonly ready: number;
  readonly heights: readonly SeenHeight[];
}

const resourceOf: Readonly<Record<'Deployment' | 'StatefulSet' | 'DaemonSet', Resource<Workload>>> = {
  Deployment: resources.deployments,
  StatefulSet: resources.statefulSets,
  DaemonSet: resources.daemonSets,
};

const scrapeMs = 10_000;

/** Blockchain: more than the configured share of its nodes is ready (Running is not Ready), and none is behind. */
export const blockchain = defineCheck<SeenBlockchain>({
  area: 'blockchain',
  observe: async (context) => {
    const { namespace, workloads } = context.platform;
    const { kind, name, selector } = workloads.blockchain;
    const { cluster } = context.ports;
    let desired: number | undefined;
    const fields = `metadata.name=${name}`;
    for await (const workload of cluster.list({ resource: resourceOf[kind], namespace, fields })) {
      desired = desiredOf(workload);
    }
    const readyPods: string[] = [];
    let pods = 0;
    for await (const pod of cluster.list({ resource: resources.pods, namespace, labels: selector })) {
      pods += 1;
      if (isReady(pod)) readyPods.push(pod.metadata.name);
    }
    return {
      ...(desired === undefined ? {} : { desired }),
      pods,
      ready: readyPods.length,
      heights: await mapBounded(readyPods.sort(), 8, (pod) => heightOf(context, pod)),
    };
  },
  judge: (seen, context) => {
    const total = totalOf(seen);
    const heights = seen.heights.flatMap((each) => ('height' in each ? [each.height] : []));
    return {
      findings: [...quorumFindings(seen, context), ...heightFindings(seen, context)],
      measurements: [
        {
          name: 'blockchain-nodes-ready',
          value: seen.ready,
          unit: 'count',
          comparedWith: { what: 'needed for a quorum', value: neededOf(total, context) },
        },
        ...(heights.length === 0
          ? []
          : [{ name: 'blockchain-height', value: Math.max(...heights), unit: 'count' as const }]),
      ],
      line: `${seen.ready} of ${counted(total, 'blockchain node')} ready`,
    };
  },
});

const desiredOf = ({ spec, status }: Workload): number => status?.desiredNumberScheduled ?? spec.replicas ?? 1;

/** Pods that should be there and are not count as much as those that are there and should not. */
const totalOf = ({ desired = 0, pods }: SeenBlockchain): number => Math.max(desired, pods);

/** How many must be ready at least: more than the share, compared in whole numbers (0.67 is not two thirds). */
function neededOf(total: number, { platform }: Pick<JudgeContext, 'platform'>): number {
  const { numerator, denominator } = platform.workloads.blockchain.quorum;
  return Math.floor((total * numerator) / denominator) + 1;
}

async function heightOf(context: HealthContext, pod: string): Promise<SeenHeight> {
  const { namespace, workloads } = context.platform;
  const { metrics, heightMetric } = workloads.blockchain;
  const target = {
    name: `pod/${pod}`,
    endpoint: { kind: 'pod', namespace, pod, port: metrics.port } as const,
    path: metrics.path,
  };
  const limits = { timeoutMs: scrapeMs, signal: context.signal, keep: (name: string) => name === heightMetric };
  const read = await attempt(`pod/${pod}`, async () => {
    const { samples } = await context.ports.metrics.scrape(target, limits);
    const values = samples.map(({ value }) => value).filter(Number.isFinite);
    if (values.length > 0) return Math.max(...values);
    throw new PortError({
      code: 'not-found',
      subject: `pod/${pod}`,
      message: `the metrics of pod/${pod} have no ${heightMetric}`,
    });
  });
  return 'value' in read ? { pod, height: read.value } : { pod, trouble: read.trouble };
}

function quorumFindings(seen: SeenBlockchain, context: JudgeContext): readonly Finding[] {
  const { namespace, workloads } = context.platform;
  const { kind, name, selector, quorum } = workloads.blockchain;
  const { numerator, denominator } = quorum;
  const total = totalOf(seen);
  const needed = neededOf(total, context);
  const subject = workloadSubject(kind, name);
  const next = kubectl(namespace)`get pods -l ${selector} -o wide`;
  const share = `${numerator}/${denominator}`;
  if (seen.pods === 0) {
    const evidence = `0 pods match ${selector}, ${seen.desired ?? 'no'} replicas wanted (more than ${share} must be ready)`;
    return [
      {
        code: 'no-blockchain-nodes',
        severity: 'fail',
        subject,
        title: 'there is no blockchain node at all',
        evidence,
        next,
      },
    ];
  }
  const evidence = `${seen.ready} of ${total} ready; more than ${share} must be, so at least ${needed}`;
  if (seen.ready * denominator <= total * numerator) {
    return [{ code: 'quorum-lost', severity: 'fail', subject, title: 'blockchain has no quorum', evidence, next }];
  }
  if (seen.ready === total || seen.ready > needed) return [];
  const title = 'one more blockchain node lost, and there is no quorum';
  return [{ code: 'quorum-at-edge', severity: 'warn', subject, title, evidence, next }];
}

function heightFindings({ heights }: SeenBlockchain, { platform, inputs }: JudgeContext): readonly Finding[] {
  const { namespace } = platform;
  const known = heights.flatMap((each) => ('height' in each ? [each] : []));
  const highest = Math.max(...known.map(({ height }) => height));
  const findings: Finding[] = [];
  for (const { pod, height } of known) {
    const lag = highest - height;
    if (lag <= inputs['height-lag-warning']) continue;
    const limits = `warns above ${formatCount(inputs['height-lag-warning'])}, fails above ${formatCount(inputs['height-lag-critical'])}`;
    findings.push({
      code: 'height-behind',
      severity: lag > inputs['height-lag-critical'] ? 'fail' : 'warn',
      subject: `pod/${pod}`,
      title: 'blockchain node is behind the others',
      evidence: `${formatCount(lag)} blocks behind: height ${formatCount(height)}, highest ${formatCount(highest)} (${limits})`,
      next: kubectl(namespace)`logs ${pod} --tail=100`,
    });
  }
  for (const each of heights) {
    if (!('trouble' in each)) continue;
    findings.push({
      code: 'height-unknown',
      severity: 'unknown',
      subject: `pod/${each.pod}`,
      title: 'height of the blockchain node is not known',
      evidence: each.trouble.message,
      next: each.trouble.next ?? kubectl(namespace)`logs ${each.pod} --tail=100`,
    });
  }
  return findings;
}
