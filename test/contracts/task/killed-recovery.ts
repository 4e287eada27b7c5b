import { expect, test } from '@jest/globals';
import { isReversible } from '../../../src/domain/step/step.ts';
import type { Journal, JournalWriter } from '../../../src/ports/journal.ts';
import { killedAt, type Scene } from '../task-scene.ts';
import { expectChosen } from './killed.ts';
import { type MakeScene, stepsOf } from './scenes.ts';

/** One thing that recovery writes into the journal, before or after which its process ends. */
interface RecoveryPoint {
  /** Number of the write; the closing counts as one. */
  readonly write: number;
  readonly where: 'before' | 'after';
}

/** Before and after every write; a recovery that has closed the journal has come to its end. */
const everyPoint = (writes: number): readonly RecoveryPoint[] =>
  Array.from({ length: writes }, (_, write) => write).flatMap((write) =>
    (write === writes - 1 ? (['before'] as const) : (['before', 'after'] as const)).map((where) => ({ write, where })),
  );

/** When the first step is about to be put back, and when all of it is done but the closing. */
export const firstAndLast = (writes: number): readonly RecoveryPoint[] => [
  { write: 0, where: 'after' },
  { write: writes - 1, where: 'before' },
];

/** Recovery that is killed itself, at these points, is gone on with by the next one; `count` is told of every kill. */
export function killedRecoveryContract(
  scene: MakeScene,
  timeoutMs = 60_000,
  count: (chosen: boolean) => void = () => undefined,
  pointsOf = everyPoint,
): void {
  test(
    'recovery killed before and after anything that it journals: the next one brings the platform into a chosen state',
    async () => {
      const last = (await stepsOf(await scene())).findLastIndex(isReversible);
      if (last === -1) return;
      const writes = await writesOf(await cutOff(scene, last));
      expect(writes).toBeGreaterThan(1);
      for (const point of pointsOf(writes)) {
        let chosen = false;
        try {
          await expectGoneOnWith(await cutOff(scene, last), point);
          chosen = true;
        } finally {
          count(chosen);
        }
      }
    },
    timeoutMs,
  );
}

/** A scene whose run was killed when its last reversible step had taken effect. */
async function cutOff(scene: MakeScene, last: number): Promise<Scene> {
  const cut = await scene();
  await cut.kill({ step: last, where: 'in' });
  return cut;
}

/** How often recovery writes when nothing happens to it. */
async function writesOf(cut: Scene): Promise<number> {
  let written = 0;
  const counted = each(cut.journal(), async (write) => {
    written += 1;
    await write();
  });
  expect(await cut.closeJournal(counted)).toMatchObject({ kind: 'closed' });
  return written;
}

async function expectGoneOnWith(cut: Scene, point: RecoveryPoint): Promise<void> {
  const at = `${point.where} write ${point.write}`;
  const steps = (await cut.journal().read())?.plan.steps ?? [];
  const killed = await killedAt(at, (here) => cut.closeJournal(standingAt(cut.journal(), point, here)));
  const closed = await cut.closeJournal();
  expect([at, closed]).toMatchObject([at, { kind: 'closed', finding: { code: 'run-undone', severity: 'warn' } }]);
  await expectChosen(cut, at, steps);
  expect(await cut.journal().read()).toBeUndefined();
  const changes = await cut.world.changes();
  const old = await killed.thaw().then(
    ({ kind }) => kind,
    () => 'it has lost',
  );
  expect([at, old]).not.toEqual([at, 'closed']);
  expect([at, await cut.world.changes()]).toEqual([at, changes]);
}

/** The journal, whose every write goes through `through`. */
const each = (journal: Journal, through: (write: () => Promise<void>) => Promise<void>): Journal => ({
  read: () => journal.read(),
  open: (opening) => journal.open(opening),
  takeOver: async (run) => {
    const writer = await journal.takeOver(run);
    return writer && throughEach(writer, through);
  },
});

const throughEach = (writer: JournalWriter, through: (write: () => Promise<void>) => Promise<void>): JournalWriter => ({
  write: (step, progress) => through(() => writer.write(step, progress)),
  close: () => through(() => writer.close()),
});

function standingAt(journal: Journal, { write: chosen, where }: RecoveryPoint, here: () => Promise<void>): Journal {
  let next = 0;
  return each(journal, async (write) => {
    const number = next;
    next += 1;
    if (number === chosen && where === 'before') await here();
    await write();
    if (number === chosen && where === 'after') await here();
  });
}
