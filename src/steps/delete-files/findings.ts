import type { Finding } from '../../domain/finding/finding.ts';
import { evidenceOf } from '../../domain/kubernetes/pod-owner.ts';
import { counted, formatBytes } from '../../domain/quantities.ts';
import type { StepOf } from '../../domain/step/step.ts';
import { insideContainer } from '../../observation/inside-container.ts';
import type { Deletion } from './deletion.ts';
import { whyNotFreed } from './why-not-freed.ts';

/** What a deletion shows: space that did not become free as the sizes say, and `refused` files that could not be deleted. */
export function deletionFindings(
  step: StepOf<'delete-files'>,
  deletion: Deletion,
  refused: number,
): readonly Finding[] {
  const subject = step.owner ?? step.subject;
  const { pod, directory, files } = step.parameters;
  const findings: Finding[] = [];
  const why = whyNotFreed(deletion);
  if (why !== undefined) {
    const sums = `${formatBytes(deletion.bytes)} deleted, ${formatBytes(Math.max(0, deletion.gained ?? 0))} freed`;
    findings.push({
      code: 'freed-differs',
      severity: 'info',
      subject,
      title: 'the file system did not gain what the deleted files counted',
      evidence: evidenceOf(pod, subject, `${sums}: ${why}`),
      next: insideContainer(step.parameters, ['df', directory]),
    });
  }
  if (refused > 0) {
    findings.push({
      code: 'cannot-delete',
      severity: 'fail',
      subject,
      title: 'stale files could not be deleted',
      evidence: evidenceOf(pod, subject, `${refused} of ${counted(files.length, 'file')}`),
      next: `${insideContainer(step.parameters, ['ls', '-la', directory])}: rights, an immutable mark (\`lsattr\`) or a file system that is read-only`,
    });
  }
  return findings;
}
