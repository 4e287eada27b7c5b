import { describe, expect, test } from '@jest/globals';
import { openMaintenance } from '../../src/adapters/kubernetes/maintenance.ts';
import { beginAlone } from '../../src/pipeline/conduct/begin-alone.ts';
import { behind, byHandPatienceMs, lookFirst, notKnown } from '../../src/pipeline/conduct/behind-journal.ts';
import { PortError } from '../../src/ports/port-error.ts';
import { SteppingClock } from '../adapters/kubernetes/local-api.ts';
import { planOf, ScaledWorld, scale, vacuum } from './scaled-world.ts';

const minute = 60_000;

/** A cluster with a run that has begun these steps. */
async function begun(steps: Parameters<typeof planOf>[0]) {
  const clock = new SteppingClock();
  const { journal } = openMaintenance(new ScaledWorld(['a']).cluster, clock);
  const writer = await journal.open({ run: 'run/1', id: 'x', plan: planOf(steps) });
  for (const { id } of steps) await writer.write(id, 'begun');
  const told: string[] = [];
  const looking = {
    journal,
    clock,
    subject: 'scale',
    patienceMs: 0,
    signal: new AbortController().signal,
    progress: (text: string) => told.push(text),
  };
  return { clock, writer, looking, told };
}

/** What a task by itself begins with in plan mode. */
const alone = (mode: 'plan' | 'apply' = 'plan') =>
  beginAlone({
    task: 'scale',
    mode,
    reason: '',
    calendar: { windows: [], blackouts: [] },
    now: Date.parse('2026-11-24T02:10:00Z'),
    run: { url: 'run/2', attempt: 1, event: 'workflow_dispatch', actor: 'jv', requestedBy: 'jv' } as never,
    platform: { name: 'p', cluster: 'c', namespace: 'n' },
    failOn: 'unknown',
  });

describe('over an open journal nothing is planned', () => {
  test.each([
    ['that has something to undo', [scale('a')], 'let job recover undo'],
    ['that has no way back', [vacuum('events')], 'the next run in apply mode closes the journal'],
  ])('%s', async (_, steps, next) => {
    const { looking } = await begun(steps);
    const first = await lookFirst(looking);
    expect(first).toMatchObject({
      refusal: {
        subject: 'scale',
        rule: 'an open journal comes first',
        state: `run/1 began ${planOf(steps).task} and has not ended it`,
        next: expect.stringContaining(next),
      },
      findings: [],
    });
    expect(behind(alone(), first)).toMatchObject({
      due: [],
      notDue: [{ id: 'scale', status: 'refused', verdict: 'warn', cause: 'an open journal comes first' }],
      refusal: first.refusal,
    });
  });

  test('once it is closed, everything is', async () => {
    const { looking, writer } = await begun([scale('a')]);
    await writer.close();
    const first = await lookFirst(looking);
    expect(first).toEqual({ findings: [] });
    expect(behind(alone(), first)).toEqual(alone());
  });

  test('what was refused before stays refused for its own reason', async () => {
    const first = await lookFirst((await begun([scale('a')])).looking);
    const refused = alone('apply');
    expect(refused.refusal).toBeDefined();
    expect(behind(refused, first)).toMatchObject({ refusal: refused.refusal, notDue: refused.notDue });
  });
});

test('somebody who plans by hand waits for a minute, and is told for whom', async () => {
  const { clock, looking, told } = await begun([scale('a')]);
  const first = await lookFirst({ ...looking, patienceMs: byHandPatienceMs });
  expect(first.refusal?.state).toBe('run/1 began increase-capacity and has not ended it, also after a wait of 1 min');
  expect(clock.monotonic()).toBe(minute);
  expect(told).toEqual(['Waiting up to 1 min: run/1 began increase-capacity and has not ended it.']);
});

test('a run that is at work is waited for, as long as there is patience', async () => {
  const { clock, looking, writer } = await begun([scale('a')]);
  const sleep = async (ms: number): Promise<void> => {
    await clock.sleep(ms);
    if (clock.monotonic() >= 4 * minute) await writer.close().catch(() => undefined);
  };
  const watched = { sleep };
  expect(await lookFirst({ ...looking, clock: watched, patienceMs: 3 * minute })).toMatchObject({
    refusal: { rule: 'an open journal comes first' },
  });
  expect(clock.monotonic()).toBeLessThanOrEqual(3 * minute);
  expect(await lookFirst({ ...looking, clock: watched, patienceMs: 3 * minute })).toEqual({ findings: [] });
});

test('what cannot be read is looked past, but nothing is handed over', async () => {
  const { looking } = await begun([scale('a')]);
  const denied = new PortError({
    code: 'forbidden',
    subject: 'configmap/journal',
    message: 'may not',
    next: 'grant it',
  });
  const first = await lookFirst({ ...looking, journal: { read: () => Promise.reject(denied) } });
  const job = behind(alone(), first);
  expect(job).toMatchObject({
    due: ['scale'],
    findings: [{ code: 'journal-not-read', severity: 'unknown', subject: 'configmap/journal', evidence: 'may not' }],
  });
  expect(job.refusal).toBeUndefined();
  expect(notKnown(first, 'scale')).toMatchObject({ subject: 'scale', state: 'may not', next: 'grant it' });
  expect(notKnown({ findings: [] }, 'scale')).toBeUndefined();
});
