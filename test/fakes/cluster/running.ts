import type { Pod } from '../../../src/domain/kubernetes/objects.ts';
import { PortError } from '../../../src/ports/port-error.ts';

/** Throws a PortError where a command would find no running container: the pod has ended, or has none of that name. */
export function assertRunning(
  pod: Pod,
  target: { readonly namespace: string; readonly pod: string; readonly container?: string },
): void {
  const { namespace, pod: name, container } = target;
  const subject = `pods/${name} in ${namespace}`;
  const phase = pod.status?.phase ?? 'Running';
  if (phase !== 'Running') {
    throw new PortError({ code: 'failed', subject, message: `Pod ${name} is ${phase}: nothing runs in it` });
  }
  if (container !== undefined && !pod.spec.containers.some((each) => each.name === container)) {
    throw new PortError({ code: 'not-found', subject, message: `Pod ${name} has no container ${container}` });
  }
}
