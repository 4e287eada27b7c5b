import { describe, expect, test } from '@jest/globals';
import { PortError } from '../../../src/ports/port-error.ts';
import { issueRun, people } from '../../domain/approval/guard/evidence.ts';
import {
  before,
  begun,
  check,
  command,
  digest,
  ended,
  firstTick,
  laterTick,
  look,
  planned,
  remembered,
  said,
  useIt,
} from './ahead-scene.ts';

const first = issueRun.id;
const second = 901;

describe('what is accepted', () => {
  test('is remembered before the opening, and answered', async () => {
    const { forge, asking } = planned();
    const { id } = forge.write(17, people.reviewer, command);
    expect(await look(asking, before, id)).toMatchObject({ answered: { kind: 'early' }, handedOn: [] });
    expect(await remembered(asking)).toMatchObject({ issue: 17, comments: [id], tries: [] });
    expect(said(forge)).toEqual(['early']);
  });

  test('while its window is open it is taken by its run, handed on, and then answered', async () => {
    const { forge, asking } = planned();
    const { id } = forge.write(17, people.reviewer, command);
    const { answered, handedOn } = await look(asking, firstTick, id);
    expect([answered.kind, handedOn]).toEqual(['ready', [digest]]);
    expect((await remembered(asking))?.tries).toMatchObject([{ comment: id, run: first }]);
    expect(said(forge)).toEqual(['ready']);
  });

  test('whose output is lost is not answered as if it were applied', async () => {
    const { forge, asking } = planned();
    const { id } = forge.write(17, people.reviewer, command);
    const lost = () => {
      throw new Error('the disk is full');
    };
    await expect(look(asking, firstTick, id, { handOn: lost })).rejects.toThrow('the disk is full');
    expect(said(forge)).toEqual([]);
    expect((await remembered(asking))?.tries).toMatchObject([{ comment: id, run: first }]);
  });

  test('is refused when it cannot be remembered, and then nothing is handed on', async () => {
    const { forge, asking } = planned();
    const { id } = forge.write(17, people.reviewer, command);
    const forbidden = new PortError({ code: 'forbidden', subject: 'x', message: 'may not update configmaps' });
    const state = {
      ...asking.maintenance.state,
      update: async (): Promise<never> => {
        throw forbidden;
      },
    };
    const { answered, handedOn } = await look(
      { ...asking, maintenance: { ...asking.maintenance, state } as never },
      firstTick,
      id,
    );
    expect(answered).toMatchObject({ kind: 'refused', refusal: { state: 'may not update configmaps' } });
    expect(handedOn).toEqual([]);
    expect(said(forge)).toEqual(['refused']);
  });
});

describe('a second run for the same approval', () => {
  test.each<readonly [string, boolean, readonly string[]]>([
    ['that a tick has started, ends without a word on the issue', false, ['ready']],
    ['that the same event has started again, says so', true, ['ready', 'under-way']],
  ])('%s', async (_, isByComment, words) => {
    const { forge, asking } = planned();
    const { id } = forge.write(17, people.reviewer, command);
    await look(asking, firstTick, id);
    begun(forge, second, firstTick);
    const { answered, handedOn } = await look(asking, firstTick, id, { runId: second, isByComment });
    expect([answered, handedOn]).toEqual([{ kind: 'under-way', run: first, issue: 17 }, []]);
    expect(said(forge)).toEqual(words);
  });

  test('that begins at the very same moment: one alone is at it', async () => {
    const { forge, asking } = planned();
    const { id } = forge.write(17, people.reviewer, command);
    begun(forge, second, firstTick);
    const both = await Promise.all([
      look(asking, firstTick, id),
      look(asking, firstTick, id, { runId: second, isByComment: false }),
    ]);
    expect(both.map(({ answered }) => answered.kind).sort()).toEqual(['ready', 'under-way']);
    expect(both.flatMap(({ handedOn }) => handedOn)).toEqual([digest]);
  });

  test('after it has been used, is refused for that, and hands nothing on', async () => {
    const { forge, asking } = planned();
    const { id } = forge.write(17, people.reviewer, command);
    await look(asking, firstTick, id);
    await useIt(asking, firstTick, id);
    ended(forge, first, 'success');
    begun(forge, second, laterTick);
    const { answered, handedOn } = await look(asking, laterTick, id, { runId: second, isByComment: false });
    expect(answered).toMatchObject({ kind: 'refused', refusal: { name: 'unspent' } });
    expect([handedOn, said(forge)]).toEqual([[], ['ready']]);
  });

  test('takes it when the first has ended without using it', async () => {
    const { forge, asking } = planned();
    const { id } = forge.write(17, people.reviewer, command);
    await look(asking, firstTick, id);
    ended(forge, first);
    begun(forge, second, laterTick);
    expect((await look(asking, laterTick, id, { runId: second })).handedOn).toEqual([digest]);
    expect((await remembered(asking))?.tries.map(({ run }) => run)).toEqual([first, second]);
  });
});

test('a refusal that cannot be remembered is told as it is', async () => {
  const { forge, asking } = planned();
  const { id } = forge.write(17, people.admin, command);
  const down = new PortError({ code: 'unreachable', subject: 'x', message: 'no connection' });
  const update = async (): Promise<never> => {
    throw down;
  };
  const maintenance = { ...asking.maintenance, state: { ...asking.maintenance.state, update } as never };
  expect(await check({ ...asking, maintenance }, before, id)).toMatchObject({ refusal: { name: 'approver' } });
});

test('a comment that is refused since it was accepted is tried no more; a refusal of the moment changes nothing', async () => {
  const { forge, asking } = planned();
  const { id } = forge.write(17, people.reviewer, command);
  await check(asking, before, id);
  const unread = new PortError({ code: 'unreachable', subject: 'x', message: 'no answer' });
  forge.failures.set('permission', unread);
  forge.failures.set('repository', unread);
  expect(await check(asking, firstTick, id)).toMatchObject({ kind: 'refused' });
  expect(await remembered(asking)).toMatchObject({ comments: [id] });
  forge.failures.clear();
  forge.permissions.set('reviewer', { level: 'none', account: people.reviewer });
  expect(await check(asking, firstTick, id)).toMatchObject({ kind: 'refused' });
  expect(await remembered(asking)).toMatchObject({ comments: [], ended: 'refused' });
});
