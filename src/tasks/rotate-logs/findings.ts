import type { Finding } from '../../domain/finding/finding.ts';
import { evidenceOf } from '../../domain/kubernetes/pod-owner.ts';
import { counted } from '../../domain/quantities.ts';
import { insideContainer } from '../../observation/inside-container.ts';
import { inspectRotation } from '../../observation/logrotate.ts';
import type { LogEntry } from './commands.ts';
import type { ObservedPod, ObservedSelection } from './observe.ts';

/** What the pods of a selection show, whether or not anything was rotated. */
export function selectionFindings(selection: ObservedSelection, namespace: string): readonly Finding[] {
  return [
    ...absentPods(selection, namespace),
    ...withoutLogrotate(selection),
    ...selection.pods.flatMap((pod) => podFindings(pod, selection.entry)),
  ];
}

const subjectOf = (selection: ObservedSelection): string => `pods ${selection.entry.selector}`;

function absentPods(selection: ObservedSelection, namespace: string): readonly Finding[] {
  const next = `\`kubectl -n ${namespace} get pods -l ${selection.entry.selector}\``;
  const subject = subjectOf(selection);
  if (selection.pods.length + selection.skipped.length + selection.lookedAtAlready === 0) {
    return [
      {
        code: 'no-pods',
        severity: 'warn',
        subject,
        title: 'no pod matches the selector',
        evidence: `0 pods in namespace ${namespace}`,
        next,
      },
    ];
  }
  if (selection.skipped.length === 0) return [];
  const who = selection.skipped.slice(0, 5).map((skipped) => `${skipped.pod}: ${skipped.why}`);
  const evidence = `${selection.skipped.length} of ${selection.pods.length + selection.skipped.length} left out: ${who.join('; ')}`;
  return [
    { code: 'pods-left-out', severity: 'warn', subject, title: 'logs of some pods were not looked at', evidence, next },
  ];
}

function withoutLogrotate(selection: ObservedSelection): readonly Finding[] {
  const subject = subjectOf(selection);
  const lacking = (writes: string) =>
    selection.pods.filter(({ logs }) => logs.state === 'no-logrotate' && logs.writes === writes).map(({ ref }) => ref);
  const causes = selection.pods.flatMap(({ logs }) =>
    logs.state === 'no-logrotate' && logs.writes === 'unknown' ? [logs.cause] : [],
  );
  const files = lacking('files');
  const unclear = lacking('unknown');
  const findings: Finding[] = [];
  if (files.length > 0) {
    findings.push({
      code: 'logrotate-missing',
      severity: 'warn',
      subject,
      title: 'log files are written but there is no logrotate in the container',
      evidence: `${counted(files.length, 'pod')} (${files[0]?.pod}, container ${files[0]?.container})`,
      next: 'add logrotate to the image, let the application rotate by itself, or write logs to stdout, which the kubelet rotates',
    });
  }
  if (unclear.length > 0) {
    findings.push({
      code: 'logs-not-visible',
      severity: 'unknown',
      subject,
      title: 'the container has no logrotate, and it cannot be told where its logs go',
      evidence: `${counted(unclear.length, 'pod')} (${unclear[0]?.pod}, container ${unclear[0]?.container}): ${causes[0]}`,
      next: 'write logs to stdout and take these pods out of `platform.logs`, or add logrotate and GNU find to the image',
    });
  }
  return findings;
}

function podFindings({ ref, subject, logs }: ObservedPod, entry: LogEntry): readonly Finding[] {
  if (logs.state === 'unreadable') {
    return [
      {
        code: 'cannot-look',
        severity: 'unknown',
        subject,
        title: 'its logs could not be looked at',
        evidence: evidenceOf(ref.pod, subject, logs.cause),
        next: logs.next ?? `\`kubectl -n ${ref.namespace} describe pod ${ref.pod}\``,
      },
    ];
  }
  if (logs.state !== 'readable') return [];
  const findings: Finding[] = [];
  if (logs.errors.length > 0) {
    findings.push({
      code: 'logrotate-error',
      severity: 'warn',
      subject,
      title: 'logrotate reports an error and may leave logs alone',
      evidence: evidenceOf(ref.pod, subject, logs.errors.slice(0, 3).join('; ')),
      next: insideContainer(ref, inspectRotation(entry)),
    });
  }
  if (logs.unseen !== undefined) {
    findings.push({
      code: 'open-files-not-seen',
      severity: 'unknown',
      subject,
      title: 'it cannot be told whether rotated logs are still held open, or how large the logs are',
      evidence: evidenceOf(ref.pod, subject, logs.unseen),
      next: 'add GNU find to the image, and run all processes of the container as one user',
    });
  }
  if (logs.held.length > 0) {
    const who = logs.held
      .slice(0, 3)
      .map((file) => `${file.path} by pid ${file.pid}${file.deleted ? ' (deleted)' : ''}`);
    findings.push({
      code: 'still-held',
      severity: 'warn',
      subject,
      title: 'a rotated log is still held open, so its space is not free and its lines are not in the new file',
      evidence: evidenceOf(ref.pod, subject, `${counted(logs.held.length, 'file')}: ${who.join('; ')}`),
      next: 'let the process reopen its log after rotation (postrotate signal), or use copytruncate',
    });
  }
  return findings;
}
