import { formatAmount } from '../capacity/amounts.ts';
import { fieldOf } from '../capacity/resource-fields.ts';
import type { Platform } from '../configuration/platform.ts';
import type { Container, Pod } from '../kubernetes/objects.ts';
import { parseQuantity } from '../kubernetes/quantity.ts';
import { formatShare, formatSpan } from '../quantities.ts';
import type { ContainerUse, WorkloadUse } from './use.ts';
import { sourceWords } from './use.ts';

/** From which percentage of what is asked for on more is wanted: the platform's `capacity.scaling`. */
export type Scaling = Pick<Platform['capacity']['scaling'], 'cpu' | 'memory'>;

/** What a workload used against what it asks for, a line for each container and resource: `cpu of container gateway …`. */
export function useLines(
  { source, spanMs, containers }: WorkloadUse,
  spec: Pod['spec'],
  scaling: Scaling,
): readonly string[] {
  const over = spanMs === 0 ? '' : ` over ${formatSpan(spanMs)}`;
  return containers.flatMap((use) => {
    const container = spec.containers.find(({ name }) => name === use.container);
    if (container === undefined) return [];
    const said = [cpuLine(use, container, scaling), memoryLine(use, container, scaling)].filter(
      (line) => line !== undefined,
    );
    return said.map((line) => `${line}${over} (${sourceWords[source]})`);
  });
}

function cpuLine({ container: name, cpu }: ContainerUse, container: Container, scaling: Scaling): string | undefined {
  if (cpu === undefined) return undefined;
  const against = ofWhat(container, 'cpu', cpu.p95, scaling);
  return `cpu of container ${name}: ${formatAmount('cpu', cpu.p95)} at p95, ${against}`;
}

function memoryLine(
  { container: name, memory }: ContainerUse,
  container: Container,
  scaling: Scaling,
): string | undefined {
  if (memory === undefined) return undefined;
  return `memory of container ${name}: ${formatAmount('memory', memory.peak)} at its peak, ${ofWhat(container, 'memory', memory.peak, scaling)}`;
}

function ofWhat(container: Container, resource: 'cpu' | 'memory', used: number, scaling: Scaling): string {
  const request = parseQuantity(fieldOf(container, `requests.${resource}`) ?? '');
  if (request === undefined || request === 0) return 'it asks for none';
  return `${formatShare(used / request)} of its request (more is wanted from ${formatShare(scaling[resource] / 100)} on)`;
}
