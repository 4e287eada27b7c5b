import { formatAmount } from '../capacity/amounts.ts';
import { fieldOf } from '../capacity/resource-fields.ts';
import type { Container, Pod } from '../kubernetes/objects.ts';
import { parseQuantity } from '../kubernetes/quantity.ts';
import { formatShare, formatSpan } from '../quantities.ts';
import type { ContainerUse, WorkloadUse } from './use.ts';
import { sourceWords } from './use.ts';

/** From which share of what is asked for on more is wanted (the guide's §5.1, `scaling_thresholds`). */
export const scalingThresholds = { cpu: 0.7, memory: 0.75, storage: 0.8, network: 0.6 } as const;

/** What a workload used against what it asks for, a line for each container and resource: `cpu of container gateway …`. */
export function useLines({ source, spanMs, containers }: WorkloadUse, spec: Pod['spec']): readonly string[] {
  const over = spanMs === 0 ? '' : ` over ${formatSpan(spanMs)}`;
  return containers.flatMap((use) => {
    const container = spec.containers.find(({ name }) => name === use.container);
    if (container === undefined) return [];
    const said = [cpuLine(use, container), memoryLine(use, container)].filter((line) => line !== undefined);
    return said.map((line) => `${line}${over} (${sourceWords[source]})`);
  });
}

function cpuLine({ container: name, cpu }: ContainerUse, container: Container): string | undefined {
  if (cpu === undefined) return undefined;
  const against = ofWhat(container, 'cpu', cpu.p95);
  return `cpu of container ${name}: ${formatAmount('cpu', cpu.p95)} at p95, ${against}`;
}

function memoryLine({ container: name, memory }: ContainerUse, container: Container): string | undefined {
  if (memory === undefined) return undefined;
  return `memory of container ${name}: ${formatAmount('memory', memory.peak)} at its peak, ${ofWhat(container, 'memory', memory.peak)}`;
}

function ofWhat(container: Container, resource: 'cpu' | 'memory', used: number): string {
  const request = parseQuantity(fieldOf(container, `requests.${resource}`) ?? '');
  if (request === undefined || request === 0) return 'it asks for none';
  return `${formatShare(used / request)} of its request (more is wanted from ${formatShare(scalingThresholds[resource])} on)`;
}
