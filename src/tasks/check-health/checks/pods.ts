import { mapBounded } from '../../../domain/bounded.ts';
import type { Finding, Severity } from '../../../domain/finding/finding.ts';
import { kubectl } from '../../../domain/kubernetes/kubectl.ts';
import { ownerOf, type PodOwner } from '../../../domain/kubernetes/pod-owner.ts';
import { resources } from '../../../domain/kubernetes/resources.ts';
import { counted, formatCount } from '../../../domain/quantities.ts';
import { boundedFindings, defineCheck, type HealthContext } from '../check.ts';
import { countedWorkloads } from '../configured.ts';
import { type Ailment, ailmentOf, type Suspect, suspectOf, suspectText } from './suspect-pods.ts';

/** A pod with something wrong, and whose it is. */
interface IllPod extends Suspect, PodOwner {
  readonly ailment: Ailment;
}

interface SeenPods {
  readonly total: number;
  readonly ill: readonly IllPod[];
  /** Suspects beyond those that were looked at one by one. */
  readonly more: readonly Suspect[];
}

/** Pods that are read whole, at most. */
const maxRead = 100;
/** Our own probes come and go. */
const notOurs = 'app.kubernetes.io/managed-by!=rooivalk-maintenance';
/** A pod that is asked to end may take so long before it is worth a word. */
const terminatingMs = 10 * 60_000;

/** Pods of the platform's namespace, by the server's table; only those with something wrong are read whole. */
export const pods = defineCheck<SeenPods>({
  area: 'pods',
  observe: async (context) => {
    const { namespace } = context.platform;
    const suspects: Suspect[] = [];
    let total = 0;
    for await (const row of context.ports.cluster.rows({ resource: resources.pods, namespace, labels: notOurs })) {
      total += 1;
      const suspect = suspectOf(row);
      if (suspect !== undefined) suspects.push(suspect);
    }
    const read = await mapBounded(suspects.slice(0, maxRead), 6, (suspect) => lookAt(context, suspect));
    return { total, ill: read.flatMap((pod) => pod ?? []), more: suspects.slice(maxRead) };
  },
  judge: ({ total, ill, more }, { platform }) => {
    const { namespace } = platform;
    const configured = countedWorkloads(platform);
    const groups = Map.groupBy(ill, ({ ailment, owner }) => JSON.stringify([ailment, owner]));
    const findings = [...groups.values()].map((group) => findingOf(group, configured, namespace));
    const list = kubectl(namespace)`get pods`;
    const well = total - ill.filter(({ ailment }) => ailment !== 'restarted').length - more.length;
    return {
      findings: [...boundedFindings('pods', findings, list), ...moreFindings(more, list)],
      measurements: [{ name: 'pods-well', value: well, unit: 'count', comparedWith: { what: 'pods', value: total } }],
      line: `${formatCount(well)} of ${counted(total, 'pod')} well`,
    };
  },
});

/** Read a pod for its owner; undefined when it is gone, or what its row said is over or nothing. */
async function lookAt({ ports, platform, now }: HealthContext, suspect: Suspect): Promise<IllPod | undefined> {
  const pod = await ports.cluster.get(resources.pods, platform.namespace, suspect.pod);
  if (pod === undefined) return undefined;
  const ailment = ailmentOf(suspect);
  const asked = pod.metadata.deletionTimestamp;
  if (ailment === 'terminating' && asked !== undefined && now - Date.parse(asked) < terminatingMs) return undefined;
  return { ...suspect, ailment, ...ownerOf(pod) };
}

/** How bad it is for a workload that counts, what it is called, and what to look at. */
const rules: Readonly<Record<Ailment, readonly [severity: Severity, title: string, show: 'logs' | 'describe']>> = {
  crashing: ['fail', 'crashes again and again', 'logs'],
  image: ['fail', 'cannot start: its image cannot be had', 'describe'],
  configuration: ['fail', 'cannot start: its container cannot be made', 'describe'],
  'not-running': ['warn', 'does not run', 'describe'],
  'not-ready': ['warn', 'runs, but is not ready', 'describe'],
  terminating: ['warn', 'was asked to end and does not', 'describe'],
  restarted: ['warn', 'was restarted within the last 24 hours', 'logs'],
};

function findingOf(group: readonly IllPod[], configured: ReadonlySet<string>, namespace: string): Finding {
  const [first] = group as readonly [IllPod, ...IllPod[]];
  const [severity, title, show] = rules[first.ailment];
  const isCounted = configured.has(first.workload);
  const commands = {
    logs: kubectl(namespace)`logs ${first.pod} --previous --all-containers`,
    describe: kubectl(namespace)`describe pod ${first.pod}`,
  };
  const shown = group.slice(0, 3).map(suspectText).join(', ');
  const rest = group.length > 3 ? ` and ${counted(group.length - 3, 'more pod', 'more pods')}` : '';
  return {
    code: `pod-${first.ailment}`,
    severity: severity === 'fail' && !isCounted ? 'warn' : severity,
    subject: first.owner,
    title: `${first.owner.startsWith('pod/') ? 'pod' : counted(group.length, 'pod')} ${
      group.length === 1 ? title : plural(title)
    }`,
    evidence: `${shown}${rest}${severity === 'fail' && !isCounted ? '; the configuration does not count it in health' : ''}`,
    next: commands[show],
  };
}

/** The titles above for more than one pod. */
function plural(title: string): string {
  return title
    .replace(/^crashes/, 'crash')
    .replace('its image', 'their image')
    .replace('its container', 'their containers')
    .replace(/^does not run/, 'do not run')
    .replace(/^runs, but is/, 'run, but are')
    .replace(/^was asked to end and does not/, 'were asked to end and do not')
    .replace(/^was restarted/, 'were restarted');
}

function moreFindings(more: readonly Suspect[], next: string): readonly Finding[] {
  if (more.length === 0) return [];
  const crashing = more.filter((suspect) => ['crashing', 'image', 'configuration'].includes(ailmentOf(suspect)));
  return [
    {
      code: 'more-pods-ill',
      severity: crashing.length > 0 ? 'fail' : 'warn',
      subject: 'pods',
      title: 'many more pods are not well',
      evidence: `${counted(more.length, 'pod')} beyond the first ${maxRead}, of which ${formatCount(crashing.length)} crash or cannot start`,
      next,
    },
  ];
}
