import type { Pod } from './objects.ts';

/** Whether a pod serves: Ready is True, and it is not being deleted. Running is not Ready. */
export function isReady(pod: Pod): boolean {
  const ready = pod.status?.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True');
  return ready === true && pod.metadata.deletionTimestamp === undefined;
}

/**
 * The container that a command goes to: the configured one, else the pod's own default
 * (`kubectl.kubernetes.io/default-container`), else its first. Undefined when the configured one does not exist.
 */
export function containerOf(pod: Pod, configured?: string): string | undefined {
  const names = pod.spec.containers.map((container) => container.name);
  if (configured !== undefined) return names.includes(configured) ? configured : undefined;
  const marked = pod.metadata.annotations?.['kubectl.kubernetes.io/default-container'];
  return marked !== undefined && names.includes(marked) ? marked : names[0];
}

/** Whether every container of a pod has ended for good: it was evicted, shut down with its node, refused by it, or is through. */
export const hasEnded = ({ status }: Pod): boolean => status?.phase === 'Failed' || status?.phase === 'Succeeded';
