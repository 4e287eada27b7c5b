import type { Finding } from '../../domain/finding/finding.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import { evidenceOf } from '../../domain/kubernetes/pod-owner.ts';
import { counted } from '../../domain/quantities.ts';
import { insideContainer } from '../../observation/inside-container.ts';
import { inspectRotation } from '../../observation/logrotate.ts';
import type { LogEntry } from './commands.ts';
import type { PodLogs } from './look.ts';
import type { LogInputs, ObservedPod, ObservedSelection } from './observe.ts';
import { type OpenFile, pidWords } from './open-files.ts';
import { ownFindings, ownWords } from './own-findings.ts';
import { type OwnLimits, type OwnLog, stateOfOwn } from './own-rotation.ts';

/** What findings are told by, beside what was seen. */
export interface Judging {
  readonly namespace: string;
  /** Epoch ms. */
  readonly now: number;
  readonly inputs: LogInputs;
}

/** What the pods of a selection show, whether or not anything was rotated. */
export function selectionFindings(selection: ObservedSelection, judging: Judging): readonly Finding[] {
  const limits = limitsOf(selection.entry, judging);
  return [
    ...absentPods(selection, judging.namespace),
    ...logrotateMissing(selection, limits),
    ...notVisible(selection),
    ...selection.pods.flatMap((pod) => [...podFindings(pod, selection.entry), ...ownFindings(pod, limits)]),
  ];
}

const limitsOf = ({ rotates }: LogEntry, { now, inputs }: Judging): OwnLimits => ({
  now,
  largest: inputs['largest-log'] * 1_000_000,
  longest: inputs['longest-unrotated'],
  declared: rotates === 'application',
});

const subjectOf = (selection: ObservedSelection): string => `pods ${selection.entry.selector}`;

function absentPods(selection: ObservedSelection, namespace: string): readonly Finding[] {
  const next = kubectl(namespace)`get pods -l ${selection.entry.selector}`;
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

function logrotateMissing(selection: ObservedSelection, limits: OwnLimits): readonly Finding[] {
  const unrotated = selection.pods.flatMap(({ ref, logs }) => {
    if (logs.state !== 'no-logrotate' || logs.writes !== 'files') return [];
    const found: readonly OwnLog[] = logs.logs.filter((log) => stateOfOwn(log, limits) === 'unrotated');
    return found.length > 0 || logs.logs.length === 0 ? [{ ref, log: found[0] }] : [];
  });
  const [first] = unrotated;
  if (first === undefined || limits.declared) return [];
  const seen = first.log === undefined ? '' : `: ${ownWords(first.log, limits.now)}`;
  return [
    {
      code: 'logrotate-missing',
      severity: 'warn',
      subject: subjectOf(selection),
      title: 'log files are written but there is no logrotate in the container',
      evidence: `${counted(unrotated.length, 'pod')} (${first.ref.pod}, container ${first.ref.container}${seen})`,
      next: 'add logrotate to the image, write logs to stdout, which the kubelet rotates, or let the application rotate by itself and say `rotates: application` in `platform.logs`',
    },
  ];
}

function notVisible(selection: ObservedSelection): readonly Finding[] {
  const unclear = selection.pods.flatMap(({ ref, logs }) =>
    logs.state === 'no-logrotate' && logs.writes === 'unknown' ? [{ ref, cause: logs.cause }] : [],
  );
  const [first] = unclear;
  if (first === undefined) return [];
  return [
    {
      code: 'logs-not-visible',
      severity: 'unknown',
      subject: subjectOf(selection),
      title: 'no logrotate looks after the logs of the container, and it cannot be told where they go',
      evidence: `${counted(unclear.length, 'pod')} (${first.ref.pod}, container ${first.ref.container}): ${first.cause}`,
      next: 'write logs to stdout and take these pods out of `platform.logs`, or add logrotate and GNU find to the image',
    },
  ];
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
        next: logs.next ?? kubectl(ref.namespace)`describe pod ${ref.pod}`,
      },
    ];
  }
  return [...openFindings({ ref, subject, logs }), ...logrotateFindings({ ref, subject, logs }, entry)];
}

type Seen = Pick<ObservedPod, 'ref' | 'subject' | 'logs'>;

function logrotateFindings({ ref, subject, logs }: Seen, entry: LogEntry): readonly Finding[] {
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
  return findings;
}

function openFindings({ ref, subject, logs }: Seen): readonly Finding[] {
  const findings: Finding[] = [];
  const { held, removed } = openOf(logs);
  if (held.length > 0) {
    findings.push({
      code: 'still-held',
      severity: 'warn',
      subject,
      title: 'a rotated log is still held open, so its space is not free and its lines are not in the new file',
      evidence: evidenceOf(ref.pod, subject, fileWords(held)),
      next: 'let the process reopen its log after rotation (postrotate signal), or use copytruncate',
    });
  }
  if (removed.length > 0) {
    findings.push({
      code: 'removed-but-open',
      severity: 'warn',
      subject,
      title:
        'a file was removed from the folder of the logs while a process writes to it: its space is not free, and its lines are lost',
      evidence: evidenceOf(ref.pod, subject, fileWords(removed)),
      next: 'let the process reopen its log, or restart it; empty a log with `truncate`, never with `rm`',
    });
  }
  return findings;
}

const fileWords = (files: readonly OpenFile[]): string => {
  const byName = Map.groupBy(files, ({ path, deleted }) => `${path}${deleted ? ' (deleted)' : ''}`);
  const who = [...byName].slice(0, 3).map(([name, open]) => `${name} by ${pidWords(open)}`);
  return `${counted(byName.size, 'file')}: ${who.join('; ')}`;
};

/** Files that are written to though they are no logs any more. */
export function openOf(logs: PodLogs): { readonly held: readonly OpenFile[]; readonly removed: readonly OpenFile[] } {
  if (logs.state === 'readable') return logs;
  return { held: [], removed: logs.state === 'no-logrotate' && logs.writes === 'files' ? logs.removed : [] };
}
