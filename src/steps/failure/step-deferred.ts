import type { Finding } from '../../domain/finding/finding.ts';
import { PortError } from '../../ports/port-error.ts';

/**
 * A step that could not be taken now and may be later, because somebody else holds what it needs: nothing was changed. While
 * something is put back it counts as any other error: what could not be put back is not put back.
 */
export class StepDeferred extends PortError {
  /** Who is in the way, and what to do about it: `warn`. */
  readonly finding: Finding;

  constructor(finding: Finding) {
    super({
      code: 'busy',
      subject: finding.subject,
      message: `${finding.title}: ${finding.evidence}`,
      next: finding.next,
    });
    this.finding = finding;
  }
}
