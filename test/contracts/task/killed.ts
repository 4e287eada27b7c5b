import { expect, test } from '@jest/globals';
import { needsUndo } from '../../../src/domain/state/journal.ts';
import { isReversible, type Step } from '../../../src/domain/step/step.ts';
import { unitsOf } from '../../../src/domain/step/units.ts';
import type { StepExecutor } from '../../../src/steps/executor.ts';
import { loadStep } from '../../../src/steps/registry.ts';
import type { KillPoint, Scene } from '../task-scene.ts';
import { type MakeScene, stepsOf } from './scenes.ts';

/** A run that was killed anywhere ends in a chosen state; `count` is told of every kill whether it did. */
export function killedContract(
  scene: MakeScene,
  timeoutMs = 60_000,
  count: (chosen: boolean) => void = () => undefined,
): void {
  test(
    'killed before, in and after any step: the next run closes the journal truthfully, and the old one finds that it has lost',
    async () => {
      const first = await scene();
      const steps = await stepsOf(first);
      if (first.world.real !== undefined) expect(steps).not.toEqual([]);
      const points: KillPoint[] = steps.flatMap((_, step) =>
        (['before', 'begun', 'in'] as const).map((where) => ({ step, where })),
      );
      if (steps.length > 0) points.push({ step: steps.length, where: 'closing' });
      for (const point of points) {
        const cut = await scene();
        const own = cut.world.real === undefined ? steps : await stepsOf(cut);
        let chosen = false;
        try {
          await expectClosed(cut, point, own, () => {
            chosen = true;
          });
        } finally {
          count(chosen);
        }
      }
    },
    timeoutMs,
  );
}

async function expectClosed(cut: Scene, point: KillPoint, steps: readonly Step[], chosen: () => void): Promise<void> {
  const at = `${point.where} ${point.step}`;
  const killed = await cut.kill(point);
  const left = await cut.journal().read();
  const done = left?.records.filter(({ progress }) => progress === 'done').length ?? 0;
  const finished = left?.records.filter(({ progress }) => progress !== 'begun').length;
  expect([at, finished]).toEqual([at, point.step]);
  const undoes = left !== undefined && needsUndo(left);

  const closed = await cut.closeJournal();
  const code = undoes ? 'run-undone' : 'run-cut-off';
  expect([at, closed]).toMatchObject([at, { kind: 'closed', finding: { code, severity: 'warn' } }]);
  if (closed.kind !== 'closed') return;
  const { evidence } = closed.finding;
  if (undoes)
    expect([at, closed.undone.map(({ outcome }) => outcome)]).not.toEqual([at, expect.arrayContaining(['failed'])]);
  else expect([at, evidence]).toEqual([at, expect.stringContaining(`${done} of ${steps.length} steps were done`)]);
  const begun = steps[point.step];
  if (!undoes && point.where === 'begun') {
    expect(evidence).toContain(`${begun?.id}: `);
    // on a living platform the subject may have come to be as planned by itself, which the world then shows
    if (cut.world.real === undefined) expect(evidence).not.toContain(`${begun?.id}: done`);
  }
  // it may be known to have happened, or not be known at all; that it did not happen would be a lie
  if (!undoes && point.where === 'in') {
    expect([at, evidence]).not.toEqual([at, expect.stringContaining('did not happen')]);
  }
  await expectChosen(cut, at, steps);
  expect(await cut.journal().read()).toBeUndefined();
  chosen();
  const changes = await cut.world.changes();

  const old = await killed.thaw();
  expect([at, old.entry.status]).toEqual([at, point.where === 'closing' ? 'done' : 'failed']);
  if (point.where === 'closing') expect(old.findings.map(({ code: each }) => each)).toContain('journal-left-open');
  expect([at, await cut.world.changes()]).toEqual([at, changes]);
  const { status, cause } = (await cut.carryOut()).entry;
  expect([at, status, cause]).toEqual([at, expect.stringMatching(/^(done|nothing-to-do)$/), undefined]);
}

/** Every unit with reversible steps is whole: all of them as planned, or all of them as before. */
export async function expectChosen(cut: Scene, at: string, steps: readonly Step[]): Promise<void> {
  for (const unit of unitsOf(steps).filter(({ undoable }) => undoable)) {
    const settled = new Set<string>();
    for (const step of unit.steps.filter(isReversible)) {
      const executor = (await loadStep(step.kind)) as unknown as StepExecutor<never>;
      settled.add(await executor.settle({ ...cut.context(), planId: 'x' }, step as never));
    }
    expect([at, unit.name, [...settled]]).toEqual([at, unit.name, [expect.stringMatching(/^(done|not-done)$/)]]);
  }
}
