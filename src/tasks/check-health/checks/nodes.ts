import type { Finding } from '../../../domain/finding/finding.ts';
import { clusterWide, kubectl } from '../../../domain/kubernetes/kubectl.ts';
import type { Condition, Node } from '../../../domain/kubernetes/objects.ts';
import { resources } from '../../../domain/kubernetes/resources.ts';
import { counted } from '../../../domain/quantities.ts';
import { boundedFindings, defineCheck } from '../check.ts';

/** A node on which something is to be said. */
interface OddNode {
  readonly name: string;
  readonly cordoned: boolean;
  /** Conditions that are not as they should be. */
  readonly conditions: readonly Pick<Condition, 'type' | 'status' | 'reason' | 'lastTransitionTime'>[];
}

interface SeenNodes {
  readonly total: number;
  readonly ready: number;
  readonly odd: readonly OddNode[];
}

/** Conditions that should be False, and how bad it is when they are not. */
const troubles = {
  MemoryPressure: ['warn', 'node is short of memory: it evicts pods'],
  DiskPressure: ['warn', 'node is short of disk space: it evicts pods'],
  PIDPressure: ['warn', 'node is short of process ids: it evicts pods'],
  NetworkUnavailable: ['fail', 'network of the node is not set up'],
} as const;

/** Nodes: Ready, without pressure; a cordoned node is somebody's decision and no failure. */
export const nodes = defineCheck<SeenNodes>({
  area: 'nodes',
  observe: async ({ ports }) => {
    const odd: OddNode[] = [];
    let total = 0;
    let ready = 0;
    for await (const node of ports.cluster.list({ resource: resources.nodes })) {
      total += 1;
      if (isReady(node)) ready += 1;
      const seen = oddOf(node);
      if (seen.cordoned || seen.conditions.length > 0) odd.push(seen);
    }
    return { total, ready, odd };
  },
  judge: ({ total, ready, odd }) => ({
    findings:
      total === 0 ? [noNodes] : boundedFindings('nodes', odd.flatMap(findingsOf), kubectl(clusterWide)`get nodes`),
    measurements: [{ name: 'nodes-ready', value: ready, unit: 'count', comparedWith: { what: 'nodes', value: total } }],
    line: `${ready} of ${counted(total, 'node')} ready`,
  }),
});

const noNodes: Finding = {
  code: 'no-nodes',
  severity: 'fail',
  subject: 'nodes',
  title: 'the cluster has no nodes',
  evidence: '0 nodes (at least 1)',
  next: kubectl(clusterWide)`get nodes`,
};

const conditionOf = (node: Node, type: string): Condition | undefined =>
  node.status?.conditions?.find((condition) => condition.type === type);

const isReady = (node: Node): boolean => conditionOf(node, 'Ready')?.status === 'True';

function oddOf(node: Node): OddNode {
  const ready = conditionOf(node, 'Ready') ?? { type: 'Ready', status: 'Unknown' as const };
  const pressures = Object.keys(troubles).flatMap((type) => conditionOf(node, type) ?? []);
  return {
    name: node.metadata.name,
    cordoned: node.spec?.unschedulable === true,
    conditions: [
      ...(ready.status === 'True' ? [] : [ready]),
      // of a node that is not ready nobody writes the others any more: their Unknown says nothing new
      ...pressures.filter(({ status }) => status === 'True'),
    ].map(({ type, status, reason, lastTransitionTime }) => ({
      type,
      status,
      ...(reason === undefined ? {} : { reason }),
      ...(lastTransitionTime === undefined ? {} : { lastTransitionTime }),
    })),
  };
}

function findingsOf({ name, cordoned, conditions }: OddNode): readonly Finding[] {
  const subject = `node/${name}`;
  const next = kubectl(clusterWide)`describe node ${name}`;
  const about = conditions.map(({ type, status, reason, lastTransitionTime }): Finding => {
    const [severity, title] =
      type in troubles ? troubles[type as keyof typeof troubles] : (['fail', 'node is not ready'] as const);
    const wanted = type === 'Ready' ? 'True' : 'False';
    const since = lastTransitionTime === undefined ? '' : ` since ${lastTransitionTime}`;
    const evidence = `${type} is ${status} (must be ${wanted})${since}, reason ${reason ?? 'none'}`;
    return { code: `node-${type.toLowerCase()}`, severity, subject, title, evidence, next };
  });
  if (!cordoned) return about;
  return [
    ...about,
    {
      code: 'node-cordoned',
      severity: 'warn',
      subject,
      title: 'node is cordoned: it takes no new pods',
      evidence: 'spec.unschedulable is true; its pods run on',
      next: `${kubectl(clusterWide)`uncordon ${name}`}, once whoever cordoned it is done`,
    },
  ];
}
