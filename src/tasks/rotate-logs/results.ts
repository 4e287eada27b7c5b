import type { Measurement } from '../../domain/measurement.ts';
import { counted } from '../../domain/quantities.ts';
import { openOf } from './findings.ts';
import type { PodLogs } from './look.ts';
import type { ObservedPod, ObservedSelection } from './observe.ts';

/** Bytes of the logs of a pod, where they could be measured. */
export function bytesOfLogs(logs: PodLogs): number | undefined {
  if (logs.state === 'readable') return logs.bytes;
  if (logs.state !== 'no-logrotate' || logs.writes !== 'files') return undefined;
  const files = logs.logs.flatMap(({ bytes, rotated }) => [bytes, ...rotated.map((file) => file.bytes)]);
  return files.reduce((sum, bytes) => sum + bytes, 0);
}

/** The logs of each pod in bytes, and what they were before where the pod was looked at again. */
export function logBytes(pods: readonly ObservedPod[], before?: ReadonlyMap<string, PodLogs>): readonly Measurement[] {
  return pods.flatMap(({ place, logs }) => {
    const value = bytesOfLogs(logs);
    if (value === undefined) return [];
    const then = before?.get(place);
    const earlier = then === undefined || then === logs ? undefined : bytesOfLogs(then);
    const compared = earlier === undefined ? {} : { comparedWith: { what: 'before', value: earlier } };
    return [{ name: 'log-bytes', subject: place, value, unit: 'bytes' as const, ...compared }];
  });
}

const mostPids = 3;

/** `; 1 file still held open by pid 88`, for the line of results. */
export function heldWords(selections: readonly ObservedSelection[]): string {
  const held = selections.flatMap(({ pods }) =>
    pods.flatMap(({ logs }) => [...openOf(logs).held, ...openOf(logs).removed]),
  );
  if (held.length === 0) return '';
  const pids = [...new Set(held.map(({ pid }) => pid))];
  const more = pids.length > mostPids ? ` and ${pids.length - mostPids} more` : '';
  const who = `${pids.length === 1 ? 'pid' : 'pids'} ${pids.slice(0, mostPids).join(', ')}${more}`;
  return `; ${counted(held.length, 'file')} still held open by ${who}`;
}
