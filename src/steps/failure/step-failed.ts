import type { KeptEvidence } from '../../domain/step/effect.ts';
import { PortError, type PortErrorParts } from '../../ports/port-error.ts';

/** A step that failed, with what was kept of the trouble before it is put back (logs and events are gone afterwards). */
export class StepFailed extends PortError {
  readonly kept: readonly KeptEvidence[];

  constructor(parts: PortErrorParts, kept: readonly KeptEvidence[]) {
    super(parts);
    this.kept = kept;
  }
}
