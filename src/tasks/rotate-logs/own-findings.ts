import type { Finding } from '../../domain/finding/finding.ts';
import { evidenceOf } from '../../domain/kubernetes/pod-owner.ts';
import { counted, formatBytes, formatSpan } from '../../domain/quantities.ts';
import { insideContainer } from '../../observation/inside-container.ts';
import type { ObservedPod } from './observe.ts';
import { newestOf, type OwnLimits, type OwnLog, stateOfOwn } from './own-rotation.ts';
import { foldersOf } from './read-debug-output.ts';

/** `/var/log/app.log, 12 MB; 7 rotated files beside it, 84 MB, the newest 8 h old`. */
export function ownWords(log: OwnLog, now: number): string {
  const newest = newestOf(log);
  const itself = `${log.path}, ${formatBytes(log.bytes)}`;
  if (newest === undefined) return `${itself}; no rotated file beside it`;
  const bytes = log.rotated.reduce((sum, file) => sum + file.bytes, 0);
  const age = formatSpan(Math.max(0, now - newest));
  return `${itself}; ${counted(log.rotated.length, 'rotated file')} beside it, ${formatBytes(bytes)}, the newest ${age} old`;
}

const told = {
  rotated: {
    code: 'rotated-by-application',
    severity: 'info',
    title: 'the application rotates its logs by itself',
  },
  'too-large': {
    code: 'log-too-large',
    severity: 'warn',
    title: 'a log that the application rotates by itself is too large',
  },
  overdue: {
    code: 'rotation-overdue',
    severity: 'warn',
    title: 'the application has not rotated its log as it used to',
  },
} as const;

/** What is seen of the logs of a pod whose application rotates them; logs that nobody rotates are told with the selection. */
export function ownFindings({ ref, subject, logs }: ObservedPod, limits: OwnLimits): readonly Finding[] {
  if (logs.state !== 'no-logrotate' || logs.writes !== 'files') return [];
  const states = (['too-large', 'overdue', 'rotated'] as const).map((state) => ({
    state,
    logs: logs.logs.filter((log) => stateOfOwn(log, limits) === state),
  }));
  return states.flatMap(({ state, logs: found }) => {
    if (found.length === 0) return [];
    const words = found.slice(0, 3).map((log) => ownWords(log, limits.now));
    const limit =
      state === 'rotated'
        ? ''
        : ` (told from ${state === 'overdue' ? formatSpan(limits.longest) : formatBytes(limits.largest)} on)`;
    const look = insideContainer(ref, ['ls', '-l', ...foldersOf(found)]);
    const next =
      state === 'rotated'
        ? 'nothing; `rotates: application` in `platform.logs` says it for good'
        : `${look}, and see to the rotation of the application; or set \`largest-log\` and \`longest-unrotated\``;
    return [{ ...told[state], subject, evidence: evidenceOf(ref.pod, subject, `${words.join('; ')}${limit}`), next }];
  });
}
