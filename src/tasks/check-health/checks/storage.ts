import type { Finding } from '../../../domain/finding/finding.ts';
import { clusterWide, kubectl } from '../../../domain/kubernetes/kubectl.ts';
import { resources } from '../../../domain/kubernetes/resources.ts';
import { nodeOfVolume } from '../../../domain/kubernetes/storage.ts';
import { counted, formatSpan } from '../../../domain/quantities.ts';
import { boundedFindings, defineCheck, type HealthContext } from '../check.ts';
import {
  type BoundClaim,
  readUsage,
  type SeenUsage,
  usageFindings,
  usageMeasurements,
  usageText,
} from './volume-usage.ts';

/** A volume that is neither bound nor waiting for a claim. */
interface OddVolume {
  readonly name: string;
  readonly phase: string;
  readonly policy: string;
  /** What the volume plugin said, if anything. */
  readonly reason?: string;
  readonly claim?: string;
}

/** A claim without a volume. */
interface OddClaim {
  readonly name: string;
  readonly phase: string;
  readonly ageMs: number;
}

interface SeenStorage {
  readonly volumes: { readonly total: number; readonly odd: readonly OddVolume[] };
  readonly claims: { readonly bound: readonly BoundClaim[]; readonly odd: readonly OddClaim[] };
  readonly usage: SeenUsage;
}

/** A new claim may wait for its volume so long before it is a failure. */
const pendingMs = 15 * 60_000;

/** Storage: phases of volumes and claims, and how full they are where Prometheus knows it. */
export const storage = defineCheck<SeenStorage>({
  area: 'storage',
  observe: async (context) => {
    const { onNodes, ...volumes } = await readVolumes(context);
    const claims = await readClaims(context, onNodes);
    return { volumes, claims, usage: await readUsage(context) };
  },
  judge: ({ volumes, claims, usage }, context) => {
    const { namespace } = context.platform;
    const findings = [
      ...volumes.odd.map(volumeFinding),
      ...claims.odd.map((claim) => claimFinding(claim, namespace)),
      ...usageFindings(usage, claims.bound, context),
    ];
    return {
      findings: boundedFindings('storage', findings, kubectl(namespace)`get persistentvolumes,persistentvolumeclaims`),
      measurements: usageMeasurements(usage, context),
      line: `${counted(volumes.total, 'volume')}, ${counted(claims.bound.length, 'bound claim')}; ${usageText(usage, claims.bound)}`,
    };
  },
});

/** Volumes that are a folder or a disk of a node, by name, each with the node that it names, if any. */
type OnNodes = ReadonlyMap<string, string | undefined>;

/** Volumes, and those that are on nodes. */
async function readVolumes({ ports }: HealthContext): Promise<SeenStorage['volumes'] & { readonly onNodes: OnNodes }> {
  const odd: OddVolume[] = [];
  const onNodes = new Map<string, string | undefined>();
  let total = 0;
  for await (const volume of ports.cluster.list({ resource: resources.persistentVolumes })) {
    const { metadata, spec, status } = volume;
    total += 1;
    if (spec.hostPath !== undefined || spec.local !== undefined) onNodes.set(metadata.name, nodeOfVolume(volume));
    const phase = status?.phase ?? 'Unknown';
    if (phase === 'Bound' || phase === 'Available') continue;
    odd.push({
      name: metadata.name,
      phase,
      policy: spec.persistentVolumeReclaimPolicy ?? 'Retain',
      ...(status?.reason ? { reason: status.reason.slice(0, 100) } : {}),
      ...(spec.claimRef === undefined ? {} : { claim: `${spec.claimRef.namespace}/${spec.claimRef.name}` }),
    });
  }
  return { total, odd, onNodes };
}

async function readClaims({ ports, platform, now }: HealthContext, onNodes: OnNodes): Promise<SeenStorage['claims']> {
  const bound: BoundClaim[] = [];
  const odd: OddClaim[] = [];
  const query = { resource: resources.persistentVolumeClaims, namespace: platform.namespace };
  for await (const { metadata, spec, status } of ports.cluster.list(query)) {
    const phase = status?.phase ?? 'Pending';
    if (phase === 'Bound') bound.push(boundClaim(metadata.name, spec.volumeName ?? '', onNodes));
    else odd.push({ name: metadata.name, phase, ageMs: now - Date.parse(metadata.creationTimestamp ?? '') || 0 });
  }
  return { bound: bound.toSorted((a, b) => (a.name < b.name ? -1 : 1)), odd };
}

function boundClaim(name: string, volume: string, onNodes: OnNodes): BoundClaim {
  const node = onNodes.get(volume);
  return { name, onNode: onNodes.has(volume), ...(node === undefined ? {} : { node }) };
}

function volumeFinding({ name, phase, policy, reason, claim }: OddVolume): Finding {
  const subject = `persistentvolume/${name}`;
  const next = kubectl(clusterWide)`describe persistentvolume ${name}`;
  const of = claim === undefined ? '' : `, of claim ${claim}`;
  const why = reason === undefined ? '' : `, reason ${reason}`;
  const evidence = `phase ${phase} (healthy: Bound, Available), reclaim policy ${policy}${of}${why}`;
  // kept on purpose after its claim was deleted: that is what the policy is for
  if (phase === 'Released' && policy === 'Retain') {
    const title = 'volume is kept although its claim was deleted';
    return {
      code: 'volume-released',
      severity: 'info',
      subject,
      title,
      evidence,
      next: `delete it once nobody needs its data: ${next}`,
    };
  }
  const title =
    phase === 'Released'
      ? 'volume should have been removed with its claim, and is still there'
      : `volume is ${phase.toLowerCase()}`;
  return { code: 'volume-phase', severity: 'fail', subject, title, evidence, next };
}

function claimFinding({ name, phase, ageMs }: OddClaim, namespace: string): Finding {
  const isNew = phase === 'Pending' && ageMs < pendingMs;
  return {
    code: 'claim-phase',
    severity: isNew ? 'warn' : 'fail',
    subject: `persistentvolumeclaim/${name}`,
    title: phase === 'Pending' ? 'claim waits for a volume' : `claim is ${phase.toLowerCase()}: its volume is gone`,
    evidence: `phase ${phase} (healthy: Bound), made ${formatSpan(ageMs)} ago${isNew ? ` (fails from ${formatSpan(pendingMs)})` : ''}`,
    next: kubectl(namespace)`describe persistentvolumeclaim ${name}`,
  };
}
