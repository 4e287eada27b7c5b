import type { Finding, Severity } from '../../../domain/finding/finding.ts';
import { kubectl } from '../../../domain/kubernetes/kubectl.ts';
import type { Workload } from '../../../domain/kubernetes/objects.ts';
import { workloadSubject } from '../../../domain/kubernetes/pod-owner.ts';
import { resources } from '../../../domain/kubernetes/resources.ts';
import { counted } from '../../../domain/quantities.ts';
import { boundedFindings, defineCheck } from '../check.ts';
import { countedWorkloads } from '../configured.ts';

/** What is looked at of a workload. */
export interface SeenWorkload {
  readonly subject: string;
  readonly desired: number;
  readonly ready: number;
  readonly updated: number;
  readonly paused: boolean;
  readonly generation: number;
  readonly observedGeneration: number;
  /** The reason of Progressing = False. */
  readonly stuck?: string;
}

const kinds = [resources.deployments, resources.statefulSets, resources.daemonSets] as const;

/** Deployments, StatefulSets and DaemonSets of the platform's namespace: ready against desired, and how rollouts go. */
export const workloads = defineCheck<readonly SeenWorkload[]>({
  area: 'workloads',
  observe: async ({ ports, platform }) => {
    const seen: SeenWorkload[] = [];
    for (const resource of kinds) {
      for await (const workload of ports.cluster.list({ resource, namespace: platform.namespace })) {
        seen.push(seenOf(resource.kind, workload));
      }
    }
    return seen;
  },
  judge: (seen, { platform }) => {
    const { namespace } = platform;
    const configured = countedWorkloads(platform);
    const present = new Set(seen.map(({ subject }) => subject));
    const missing = [...configured]
      .filter((subject) => !present.has(subject))
      .map((subject) => absent(subject, namespace));
    const findings = seen.flatMap((workload) => findingOf(workload, configured.has(workload.subject), namespace) ?? []);
    const whole = seen.filter(({ desired, ready }) => ready >= desired).length;
    const total = seen.length + missing.length;
    return {
      findings: boundedFindings(
        'workloads',
        [...missing, ...findings],
        kubectl(namespace)`get deployments,statefulsets,daemonsets`,
      ),
      measurements: [
        { name: 'workloads-ready', value: whole, unit: 'count', comparedWith: { what: 'workloads', value: total } },
      ],
      line: `${whole} of ${counted(total, 'workload')} ready`,
    };
  },
});

function seenOf(kind: string, { metadata, spec, status = {} }: Workload): SeenWorkload {
  const isDaemon = kind === 'DaemonSet';
  const stuck = status.conditions?.find(({ type, status: is }) => type === 'Progressing' && is === 'False');
  return {
    subject: workloadSubject(kind, metadata.name),
    desired: isDaemon ? (status.desiredNumberScheduled ?? 0) : (spec.replicas ?? 1),
    ready: (isDaemon ? status.numberReady : status.readyReplicas) ?? 0,
    updated: (isDaemon ? status.updatedNumberScheduled : status.updatedReplicas) ?? 0,
    paused: spec.paused === true,
    generation: metadata.generation ?? 0,
    observedGeneration: status.observedGeneration ?? 0,
    ...(stuck === undefined ? {} : { stuck: stuck.reason ?? 'no reason given' }),
  };
}

function absent(subject: string, namespace: string): Finding {
  return {
    code: 'workload-missing',
    severity: 'fail',
    subject,
    title: 'workload does not exist',
    evidence: `named in the configuration, not in namespace ${namespace}`,
    next: `deploy it, or correct its name under \`platform\` in .github/maintenance.yml: ${kubectl(namespace)`get deployments,statefulsets,daemonsets`}`,
  };
}

/** The one thing to be said of a workload: the worst. */
function findingOf(workload: SeenWorkload, configured: boolean, namespace: string): Finding | undefined {
  const { subject, desired, ready, updated } = workload;
  const describe = kubectl(namespace)`describe ${subject}`;
  const rollout = kubectl(namespace)`rollout status ${subject} --watch=false`;
  const bad: Severity = configured ? 'fail' : 'warn';
  const readyText = `${ready} of ${desired} ready`;
  const finding = (code: string, severity: Severity, title: string, evidence: string, next = describe): Finding => ({
    code,
    severity,
    subject,
    title,
    evidence,
    next,
  });
  if (desired === 0 && configured && !subject.startsWith('daemonset/')) {
    return finding(
      'scaled-to-nothing',
      'fail',
      'workload of the platform is scaled to nothing',
      'spec.replicas is 0 (at least 1)',
    );
  }
  if (ready === 0 && desired > 0) return finding('none-ready', bad, 'none of its pods is ready', readyText);
  if (workload.stuck !== undefined) {
    const evidence = `Progressing is False, reason ${workload.stuck}; ${readyText}, ${updated} of the new version`;
    return finding('rollout-stuck', bad, 'rollout is stuck', evidence, rollout);
  }
  if (ready < desired) return finding('not-all-ready', 'warn', 'not all of its pods are ready', readyText);
  if (workload.observedGeneration < workload.generation) {
    const evidence = `generation ${workload.generation}, seen by its controller: ${workload.observedGeneration}`;
    return finding('controller-behind', 'warn', 'its controller has not seen the newest change', evidence);
  }
  if (workload.paused) {
    const next = `${kubectl(namespace)`rollout resume ${subject}`}, once whoever paused it is done`;
    return finding(
      'rollout-paused',
      'warn',
      'rollout is paused: changes are not carried out',
      'spec.paused is true',
      next,
    );
  }
  if (updated < desired && subject.startsWith('deployment/')) {
    return finding(
      'rollout-under-way',
      'warn',
      'rollout is under way',
      `${updated} of ${desired} of the new version`,
      rollout,
    );
  }
  return undefined;
}
