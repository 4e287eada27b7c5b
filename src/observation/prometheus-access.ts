import type { Platform } from '../domain/configuration/platform.ts';
import { resources } from '../domain/kubernetes/resources.ts';
import type { Permission } from '../domain/task/permissions.ts';

/** Whether Prometheus is reached through the cluster. */
export const forwardsToPrometheus = ({ prometheus }: Platform): boolean =>
  prometheus.enabled && prometheus.address === undefined;

/** The right to find the pods of Prometheus by its Service, where it is reached through the cluster. */
export const findPrometheus: Permission = {
  resource: resources.services,
  verbs: ['get'],
  scope: 'platform',
  names: ({ prometheus }) => [prometheus.service],
  when: forwardsToPrometheus,
  why: 'find the pods of Prometheus',
};

/** Labels of the pods of Prometheus, for the declaration of a task's forwards: those of the workload named as its Service. */
export function prometheusSelectors(platform: Platform): readonly string[] {
  if (!forwardsToPrometheus(platform)) return [];
  const { others } = platform.workloads;
  return others.filter(({ name }) => name === platform.prometheus.service).map(({ selector }) => selector);
}
