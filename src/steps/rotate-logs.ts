import { formatSpan } from '../domain/quantities.ts';
import type { ContainerRef } from '../domain/step/kinds.ts';
import { insideContainer } from '../observation/inside-container.ts';
import { type Rotation, rotateAloud, rotateNow } from '../observation/logrotate.ts';
import { podMoved } from '../observation/pods.ts';
import { PortError } from '../ports/port-error.ts';
import { defineStep } from './executor.ts';

const timeoutMs = 60_000;

/** Run a container's own logrotate once. Final: it is never taken twice. */
export default defineStep({
  kind: 'rotate-logs',
  ports: ['cluster'],
  provedBy: 'apply',
  precondition: async (context, step) => {
    const moved = await podMoved(context.ports.cluster, step.parameters);
    return moved === undefined ? { holds: true } : { holds: false, moved };
  },
  apply: async (context, step) => {
    const result = await context.ports.cluster.exec(step.parameters, rotateNow(step.parameters), { timeoutMs });
    if (result.exitCode !== 0) throw failed(step.subject, step.parameters, result.exitCode);
    return { text: 'rotated', measurements: [], findings: [] };
  },
  settle: async () => 'cannot-tell',
});

/** logrotate(8) ends with 1 on any error, 124 comes from timeout(1). Its own words are the container's and stay there. */
function failed(subject: string, meant: ContainerRef & Rotation, exitCode: number): PortError {
  const how = exitCode === 124 ? `did not end within ${formatSpan(timeoutMs)}` : `ended with exit code ${exitCode}`;
  return new PortError({
    code: exitCode === 124 ? 'timeout' : 'failed',
    subject,
    message: `${rotateNow(meant).join(' ')} ${how}`,
    next: `${insideContainer(meant, rotateAloud(meant))} shows why (it rotates)`,
  });
}
