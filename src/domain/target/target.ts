import type { NamedWorkload } from '../configuration/platform/named-workloads.ts';
import type { WorkloadKind } from '../configuration/platform/workload-kind.ts';
import { kubectl } from '../kubernetes/kubectl.ts';
import { workloadWord } from '../kubernetes/workloads.ts';
import type { Refusal } from '../plan/plan.ts';

/** The input by which a task is told which workload it is about. */
export const targetInput = {
  kind: 'text',
  description:
    'The workload, as deployment/api-gateway, statefulset/postgres or daemonset/agent; one that the configuration names.',
  default: '',
  pattern: '((deployment|statefulset|daemonset)/[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?)?',
  maxLength: 265,
} as const;

const kinds: Readonly<Record<string, WorkloadKind>> = {
  deployment: 'Deployment',
  statefulset: 'StatefulSet',
  daemonset: 'DaemonSet',
};

/**
 * The configured workload that a target names: ids are looked up among what the configuration names, never taken as they
 * are. Otherwise the refusal that says what there is.
 */
export function lookUpTarget(
  target: string,
  named: readonly NamedWorkload[],
): { readonly workload: NamedWorkload } | { readonly refusal: Refusal } {
  const [word = '', name = ''] = target.split('/');
  const workload = named.find((one) => one.kind === kinds[word] && one.name === name);
  if (workload !== undefined) return { workload };
  const known = named.map((one) => workloadWord(one.kind, one.name)).join(', ');
  return {
    refusal: {
      subject: target === '' ? 'target' : target,
      rule: 'a change names a workload that the configuration knows',
      state: target === '' ? `no target was given; there are ${known}` : `${target} is none of ${known}`,
      next: 'give one of them as `target`, or add the workload under `platform.workloads.others` in .github/maintenance.yml (and apply `npm run rbac` again)',
    },
  };
}

/** The refusal for a configured workload that does not exist on the platform. */
export function missingTarget({ kind, name }: NamedWorkload, namespace: string): Refusal {
  const subject = workloadWord(kind, name);
  return {
    subject,
    rule: 'a change needs its workload',
    state: `there is no ${subject} in namespace ${namespace}`,
    next: kubectl(namespace)`get ${kind.toLowerCase()}s`,
  };
}
