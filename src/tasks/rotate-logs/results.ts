import type { Measurement } from '../../domain/measurement.ts';
import { counted } from '../../domain/quantities.ts';
import { openOf } from './findings.ts';
import type { PodLogs } from './look.ts';
import type { ObservedPod, ObservedSelection } from './observe.ts';
import { pidWords } from './open-files.ts';

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

/** `; 1 file still held open by pid 88`, for the line of results. */
export function heldWords(selections: readonly ObservedSelection[]): string {
  const held = selections.flatMap(({ pods }) =>
    pods.flatMap(({ place, logs }) => {
      const { held: rotated, removed } = openOf(logs);
      return [...rotated, ...removed].map((file) => ({ ...file, name: `${place} ${file.path}` }));
    }),
  );
  if (held.length === 0) return '';
  const names = new Set(held.map(({ name }) => name));
  return `; ${counted(names.size, 'file')} still held open by ${pidWords(held)}`;
}
