import type { FieldsByContainer } from './resource-fields.ts';

/** How requests and limits of a workload's containers are set; from → to are the step's own ({@link FieldsByContainer}). */
export interface SetResourcesParameters {
  /** So long may pass without another pod becoming ready, ms. */
  readonly readyWithinMs: number;
  /**
   * Only if, by then, nothing used more of memory or processor than what it may have afterwards (its limit, else its
   * request), looking back so far, ms. Absent: what was used does not matter (nothing becomes smaller).
   */
  readonly peakWithinMs?: number;
}

/** How a volume claim is made larger; from → to are the step's own: quantities. */
export interface ExpandVolumeParameters {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  /** So long may the resizer and the node's kubelet take, ms. */
  readonly resizedWithinMs: number;
}

/** Values of a step's from or to. */
export function fieldsOfStep(step: { readonly from: unknown; readonly to: unknown }): {
  readonly from: FieldsByContainer;
  readonly to: FieldsByContainer;
} {
  return { from: step.from as FieldsByContainer, to: step.to as FieldsByContainer };
}
