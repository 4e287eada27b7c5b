import { expect, test } from '@jest/globals';
import type { Calendar } from '../../src/domain/calendar/window.ts';
import { beginAlone } from '../../src/pipeline/conduct/begin-alone.ts';

const hour = 3_600_000;
const now = Date.parse('2026-11-24T12:00:00Z');

/** When a task that is started by hand at noon, for a reason, stops taking steps. */
function closesAt(calendar: Calendar): string {
  const job = beginAlone({
    task: 'rotate-logs',
    mode: 'apply',
    reason: 'disk',
    calendar,
    now,
    run: { url: 'run/2', attempt: 1, event: 'workflow_dispatch', actor: 'jv', requestedBy: 'jv' },
    platform: { name: 'p', cluster: 'c', namespace: 'n' },
    failOn: 'unknown',
  });
  expect(job.refusal).toBeUndefined();
  return job.closesAt;
}

const blackout = (from: number, windows?: readonly string[]): Calendar['blackouts'][number] => ({
  owner: 'o',
  reason: 'r',
  expires: from + hour,
  spans: [{ from, until: from + hour }],
  ...(windows === undefined ? {} : { windows }),
});

test.each<[string, Calendar['blackouts'], string]>([
  ['with the job', [], '2026-11-24T17:20:00.000Z'],
  ['before the next blackout', [blackout(now + hour)], '2026-11-24T12:50:00.000Z'],
  ['whatever is forbidden to some windows alone', [blackout(now + hour, ['daily'])], '2026-11-24T17:20:00.000Z'],
])('outside windows it ends %s', (_, blackouts, end) => {
  expect(closesAt({ windows: [], blackouts })).toBe(end);
});
