import { causeOf } from '../../pipeline/carry-out/trouble.ts';
import { besideText, type Handing, type RefusedBeside } from '../../pipeline/prepare/refused-beside.ts';
import type { Forge } from '../../ports/forge.ts';
import { plain } from '../../render/markdown.ts';
import type { Process } from '../process.ts';
import { openForge } from '../wiring/forge.ts';

/**
 * Tell of plans that were refused while others wait: an annotation each, an output by which a job of its own is red (the
 * job that planned must not be: no gate takes the plan of a job that failed), and a comment on the issues that wait. A
 * comment that cannot be written is said, and takes nothing from the plans that wait.
 */
export async function tellBeside(
  self: Process,
  refused: readonly RefusedBeside[],
  handed: readonly Handing[],
  forge?: Pick<Forge, 'reply'>,
): Promise<void> {
  self.environment.output('refused', refused.map(({ environment }) => environment).join(' '));
  for (const { environment, finding } of refused) {
    self.stdout.annotate('error', 'refused', `${environment}: ${finding.evidence}. ${finding.next}`);
  }
  const issues = handed.flatMap(({ issue }) => issue ?? []);
  if (refused.length === 0 || issues.length === 0) return;
  const text = self.redactor.clean(besideText(refused, plain));
  for (const issue of issues) {
    try {
      await (forge ?? (await openForge(self))).reply(issue, text);
    } catch (error) {
      self.stdout.annotate('warning', 'not told', `issue ${issue} could not be told: ${causeOf(error)}`);
    }
  }
}
