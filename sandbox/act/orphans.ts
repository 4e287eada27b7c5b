/** Ending what a run left behind: programs that its steps started in groups of their own and did not wait for. */
import { readdirSync, readFileSync } from 'node:fs';

/**
 * The variable by which everything that a run starts is known. GitHub's runner does the same with `RUNNER_TRACKING_ID`
 * (act empties that one).
 */
export const trackingVariable = 'SANDBOX_TRACKING_ID';

function carries(pid: string, assignment: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(assignment);
  } catch {
    // It has ended, or is somebody else's.
    return false;
  }
}

/** Kills every process that carries the tracking id; again until none is left, since they may start others meanwhile. */
export function endOrphans(trackingId: string): number {
  const assignment = `${trackingVariable}=${trackingId}`;
  const ended = new Set<string>();
  for (let round = 0; round < 20; round += 1) {
    const found = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && carries(name, assignment));
    if (found.length === 0) break;
    for (const pid of found) {
      ended.add(pid);
      try {
        process.kill(Number(pid), 'SIGKILL');
      } catch {
        // It ended by itself.
      }
    }
  }
  return ended.size;
}
