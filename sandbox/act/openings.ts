/** Which minutes windows have opened at on this sandbox, so that every run gets an opening of its own. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { freeMinute } from './configuration.ts';

const dayMs = 86_400_000;

/** Takes the latest free minute and writes it down. `file` outlives the sandbox's `down`, as the claims may. */
export function takeOpening(file: string, now: number): number {
  let used: number[] = [];
  try {
    used = JSON.parse(readFileSync(file, 'utf8')) as number[];
  } catch {
    // None has opened yet.
  }
  const opensAt = freeMinute(now, used);
  mkdirSync(dirname(file), { recursive: true });
  // whole before it can be seen: a run that begins beside this one must not take it for empty
  const written = `${file}.${process.pid}`;
  writeFileSync(written, JSON.stringify([...used.filter((minute) => now - minute < dayMs), opensAt]));
  renameSync(written, file);
  return opensAt;
}
