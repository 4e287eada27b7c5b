import { rememberApplied } from '../../../src/domain/state/applied.ts';
import { rollBackTask } from '../../../src/pipeline/roll-back/roll-back-task.ts';
import { loadStep } from '../../../src/steps/registry.ts';
import type { AnyTask } from '../../../src/tasks/contract.ts';
import type { Scene } from '../../contracts/task-scene.ts';
import { renewingByCertManager, renewingBySigner } from './certificate-work.ts';
import { onWorkload, subject } from './contract-workload.ts';
import type { RealWork } from './real-work.ts';
import { growing } from './volume-work.ts';

/** Work of a task in another shape than its usual one. */
export interface Shape {
  readonly name: string;
  /** Whose work it is. */
  readonly id: string;
  readonly work: RealWork;
}

const more = { target: subject, 'ready-within': '20s', 'usage-window': '30m' };
const sizes = { 'cpu-request': '110m', 'memory-limit': '160Mi' };

const enlarging: RealWork = { ...onWorkload, inputs: { ...more, ...sizes } };

/** Carry the work out, and answer the task that puts back what it changed. */
async function puttingBack(scene: Scene): Promise<AnyTask> {
  const outcome = await scene.carryOut();
  const [applied] = rememberApplied([], [outcome], 'an earlier run', new Date().toISOString());
  if (applied === undefined) throw new Error(`nothing to put back: ${outcome.entry.cause ?? outcome.entry.status}`);
  return rollBackTask(applied, loadStep);
}

/** Sizes and replicas, so that the way back has two steps. */
const puttingBackAll: RealWork = {
  ...onWorkload,
  inputs: { ...more, ...sizes, replicas: '3' },
  follows: puttingBack,
};

/** What the usual work of the tasks leaves out. */
export const furtherShapes: readonly Shape[] = [
  { name: 'increase-capacity by requests and limits', id: 'increase-capacity', work: enlarging },
  { name: 'increase-capacity by volume', id: 'increase-capacity', work: growing },
  { name: 'renew-certificates by the CSR API', id: 'renew-certificates', work: renewingBySigner },
  { name: 'renew-certificates by cert-manager', id: 'renew-certificates', work: renewingByCertManager },
  { name: 'roll-back of a finished run', id: 'increase-capacity', work: puttingBackAll },
];
