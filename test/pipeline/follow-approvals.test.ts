import { describe, expect, test } from '@jest/globals';
import { plansAhead } from '../../src/pipeline/ahead/plans-ahead.ts';
import { startApproved } from '../../src/pipeline/ahead/start-approved.ts';
import { noteOutcomes, noteRefused } from '../../src/pipeline/approve/note-end.ts';
import { outcomeMarker } from '../../src/pipeline/approve/outcome-marker.ts';
import { type Followed, followApproval, openApprovals } from '../../src/pipeline/watch/approvals.ts';
import { PortError } from '../../src/ports/port-error.ts';
import { issueRun, people } from '../domain/approval/guard/evidence.ts';
import type { FakeForge } from '../fakes/forge/fake-forge.ts';
import {
  type Asking,
  before,
  begun,
  check,
  command,
  document,
  ended,
  firstTick,
  laterTick,
  look,
  planned,
  remembered,
  said,
  started,
  tick,
  useIt,
  watching,
} from './approve/ahead-scene.ts';

const first = issueRun.id;
const afterwards = '2026-11-24T06:00:01Z';
const minutesLater = (count: number): string => new Date(Date.parse(firstTick) + count * 60_000).toISOString();

/** One look of watching at everything that has not ended. */
async function follow(forge: FakeForge, asking: Asking, now: string): Promise<readonly Followed[]> {
  const following = watching(forge, asking, now);
  const found: Followed[] = [];
  for (const approval of await openApprovals(following)) found.push(await followApproval(following, approval));
  return found;
}

/** A reviewer has commented in the open window, and the run of that comment is at it. */
async function atWork(): Promise<{ forge: FakeForge; asking: Asking; id: number }> {
  const { forge, asking } = planned();
  forge.now = firstTick;
  const { id } = forge.write(17, people.reviewer, command);
  expect(await check(asking, firstTick, id)).toMatchObject({ kind: 'ready' });
  return { forge, asking, id };
}

describe('a run that ended before it used the approval', () => {
  test('is started again, and the issue is told; not a second time while that is at work', async () => {
    const { forge, asking, id } = await atWork();
    expect(await follow(forge, asking, firstTick)).toEqual([{ notes: [], findings: [] }]);
    ended(forge, first);
    await follow(forge, asking, laterTick);
    expect(started(forge)).toEqual([id]);
    expect(said(forge).at(-1)).toMatch(/^Run 900 has ended without using the approval.*try 2 of 3/);
    await follow(forge, asking, laterTick);
    begun(forge, 901, laterTick, 'queued');
    await follow(forge, asking, '2026-11-24T05:28:00Z');
    expect(started(forge)).toEqual([id]);
    expect(await plansAhead(tick(forge, asking, laterTick))).toMatchObject([{ ended: false }]);
  });

  test('by two who look at once, is started once', async () => {
    const { forge, asking, id } = await atWork();
    ended(forge, first);
    await Promise.all([follow(forge, asking, laterTick), follow(forge, asking, minutesLater(21))]);
    expect(started(forge)).toEqual([id]);
  });

  test('three times, is given up: told on the issue and in the report', async () => {
    const { forge, asking, id } = await atWork();
    ended(forge, first);
    for (const [run, minutes] of [
      [901, 10],
      [902, 20],
    ] as const) {
      await follow(forge, asking, minutesLater(minutes));
      begun(forge, run, minutesLater(minutes));
      expect(await look(asking, minutesLater(minutes), id, { runId: run, isByComment: false })).toMatchObject({
        answered: { kind: 'ready' },
      });
      ended(forge, run);
    }
    const [followed] = await follow(forge, asking, minutesLater(30));
    expect(started(forge)).toEqual([id, id]);
    expect(followed?.findings).toMatchObject([{ code: 'approval-not-used', severity: 'fail', subject: 'issue #17' }]);
    expect(said(forge).at(-1)).toContain('3 runs have ended without using the approval. Nothing was changed.');
    expect(await follow(forge, asking, minutesLater(40))).toEqual([]);
    expect(await plansAhead(tick(forge, asking, minutesLater(40)))).toMatchObject([{ ended: true }]);
  });

  test.each<readonly [string, (forge: FakeForge) => void, string, string]>([
    ['because somebody cancelled it', (forge) => ended(forge, first, 'cancelled'), laterTick, 'its run was cancelled'],
    [
      'on an issue that was closed since',
      (forge) => {
        ended(forge, first);
        forge.issues = forge.issues.map((issue) => ({ ...issue, isOpen: false }));
      },
      laterTick,
      'this issue was closed',
    ],
    ['after the window has closed', (forge) => ended(forge, first), afterwards, 'no longer valid'],
  ])('%s, is not started again, and the issue is told', async (_, happens, now, words) => {
    const { forge, asking } = await atWork();
    happens(forge);
    await follow(forge, asking, now);
    expect(started(forge)).toEqual([]);
    expect(said(forge).at(-1)).toContain(words);
    expect(await follow(forge, asking, now)).toEqual([]);
  });

  test('in a blackout, waits for its end', async () => {
    const { forge, asking } = await atWork();
    ended(forge, first);
    const [approval] = await openApprovals(watching(forge, asking, laterTick));
    if (approval === undefined) throw new Error('it is open');
    const span = { from: Date.parse(firstTick), until: Date.parse(afterwards) };
    const blackouts = [{ spans: [span], reason: 'audit', owner: 'ops', expires: span.until }];
    const following = watching(forge, asking, laterTick);
    const calendar = { ...following.calendar, blackouts };
    expect(await followApproval({ ...following, calendar }, approval)).toEqual({ notes: [], findings: [] });
    expect(started(forge)).toEqual([]);
  });
});

test('what was accepted early and never started, since no tick came, is started by watching', async () => {
  const { forge, asking } = planned();
  const { id } = forge.write(17, people.reviewer, command);
  await check(asking, before, id);
  await follow(forge, asking, before);
  expect(started(forge)).toEqual([]);
  await follow(forge, asking, firstTick);
  expect(started(forge)).toEqual([id]);
  expect((await startApproved(tick(forge, asking, laterTick))).notes).toEqual([]);
  expect(started(forge)).toEqual([id]);
});

test('what was accepted and not used until its end is told', async () => {
  const { forge, asking } = planned();
  const { id } = forge.write(17, people.reviewer, command);
  await check(asking, before, id);
  const [followed] = await follow(forge, asking, afterwards);
  expect(followed?.findings).toHaveLength(1);
  expect(said(forge).at(-1)).toMatch(/^Accepted, and not applied: the plan is no longer valid.*Nothing was changed/);
});

test('a dispatched run that waits for a runner longer than a tick is not started twice', async () => {
  const { forge, asking } = planned();
  const { id } = forge.write(17, people.reviewer, command);
  await check(asking, before, id);
  await startApproved(tick(forge, asking, firstTick));
  begun(forge, 901, firstTick, 'queued');
  await startApproved(tick(forge, asking, laterTick));
  await follow(forge, asking, '2026-11-24T05:00:00Z');
  expect(started(forge)).toEqual([id]);
  ended(forge, 901);
  await follow(forge, asking, '2026-11-24T05:10:00Z');
  expect(started(forge)).toEqual([id, id]);
});

test('a dispatch that never became a run is made again', async () => {
  const { forge, asking } = planned();
  const { id } = forge.write(17, people.reviewer, command);
  await check(asking, before, id);
  forge.failures.set('dispatch', new PortError({ code: 'unreachable', subject: 'x', message: 'down' }));
  await expect(startApproved(tick(forge, asking, firstTick))).rejects.toThrow('down');
  forge.failures.clear();
  await follow(forge, asking, firstTick);
  expect(started(forge)).toEqual([]);
  await follow(forge, asking, laterTick);
  expect(started(forge)).toEqual([id]);
});

describe('an approval that was used', () => {
  test('by a run that has told its issue, is not spoken of again', async () => {
    const { forge, asking, id } = await atWork();
    await useIt(asking, firstTick, id);
    await forge.reply(17, `${outcomeMarker(first)}\n# increase-capacity: pass`);
    ended(forge, first, 'success');
    const words = said(forge);
    await follow(forge, asking, laterTick);
    expect([started(forge), said(forge)]).toEqual([[], words]);
    expect(await remembered(asking)).toMatchObject({ ended: 'used' });
    expect(await plansAhead(tick(forge, asking, laterTick))).toMatchObject([{ ended: true }]);
  });

  test('by a run that was lost after that, is told on the issue, and never started again', async () => {
    const { forge, asking, id } = await atWork();
    await useIt(asking, firstTick, id);
    ended(forge, first);
    await follow(forge, asking, laterTick);
    expect(started(forge)).toEqual([]);
    expect(said(forge).at(-1)).toMatch(/^The approval was used at .* by run 900/);
    expect(await follow(forge, asking, laterTick)).toEqual([]);
  });
});

describe('a job that applies', () => {
  const refusal = { name: 'approver', subject: 'x', rule: 'a', state: 'b', next: 'c' } as const;
  const outcome = (status: string) => [{ entry: { status } }] as never;

  test.each<readonly [string, (asking: Asking, comment: number) => Promise<void>, string | undefined]>([
    ['was refused', (asking, comment) => noteRefused({ ...asking, comment }, refusal), 'refused'],
    [
      'was refused for the moment',
      (asking, comment) => noteRefused({ ...asking, comment }, { ...refusal, name: 'evidence' } as never),
      undefined,
    ],
    [
      'found another platform',
      (asking, comment) => noteOutcomes({ ...asking, comment }, document, outcome('refused')),
      'refused',
    ],
    [
      'did not come to its turn',
      (asking, comment) => noteOutcomes({ ...asking, comment }, document, outcome('deferred')),
      undefined,
    ],
    [
      'used it and failed',
      async (asking, comment) => {
        await useIt(asking, firstTick, comment);
        await noteOutcomes({ ...asking, comment }, document, outcome('failed'));
      },
      'used',
    ],
  ])('that %s', async (_, happens, how) => {
    const { forge, asking, id } = await atWork();
    await happens(asking, id);
    expect((await remembered(asking))?.ended).toBe(how);
    ended(forge, first);
    await follow(forge, asking, laterTick);
    expect(started(forge)).toEqual(how === undefined ? [id] : []);
  });
});

test('whoever approves anew after an end is tried again', async () => {
  const { forge, asking, id } = await atWork();
  await noteRefused({ ...asking, comment: id }, { subject: 'x', rule: 'a', state: 'b', next: 'c' });
  ended(forge, first);
  forge.now = laterTick;
  const again = forge.write(17, people.operator, command);
  begun(forge, 901, laterTick);
  expect((await look(asking, laterTick, again.id, { runId: 901 })).answered).toMatchObject({ kind: 'ready' });
  expect(await remembered(asking)).toMatchObject({ comments: [again.id] });
});

describe('with more comments than are read', () => {
  const flood = (forge: FakeForge): void => {
    for (let count = 0; count < 1_100; count += 1) forge.write(17, people.admin, command);
  };

  test('neither an accepted approval nor that it was started is hidden', async () => {
    const { forge, asking } = planned();
    const { id } = forge.write(17, people.reviewer, command);
    await check(asking, before, id);
    flood(forge);
    expect(await startApproved(tick(forge, asking, firstTick))).toMatchObject({ cut: [] });
    expect(started(forge)).toEqual([id]);
    expect((await startApproved(tick(forge, asking, laterTick))).notes).toEqual([]);
    expect(started(forge)).toEqual([id]);
  });

  test('whoever may not approve is not tried, and that not all was read is said', async () => {
    const { forge, asking } = planned();
    flood(forge);
    expect(await startApproved(tick(forge, asking, firstTick))).toEqual({ notes: [], cut: [17] });
    expect(started(forge)).toEqual([]);
  });
});
