/** Between re-observation and step, and between step and undo, a person changes the subject: nothing of ours overwrites it. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type StepKind, stepKinds } from '../../src/domain/step/kinds.ts';
import { loadTask } from '../../src/tasks/registry.ts';
import { type Moment, meddledStep } from './moved/meddled-step.ts';
import { type Person, persons } from './moved/persons.ts';
import { Scene } from './task-scene.ts';
import type { MakeWorld, World } from './world.ts';

const kinds = Object.keys(stepKinds) as StepKind[];

async function worldOf({ task, makeWorld }: Person): Promise<World> {
  if (makeWorld !== undefined) return makeWorld();
  const file = new URL(`../tasks/${task}/world.ts`, import.meta.url);
  if (!existsSync(file)) throw new Error(`${task} has no world`);
  return ((await import(file.href)) as { makeWorld: MakeWorld }).makeWorld();
}

/** Play it; answers what came of it, and what the person left and what is there at the end. */
async function played(kind: StepKind, moment: Moment) {
  const person = persons[kind] as unknown as Person;
  const scene = new Scene((await loadTask(person.task)) as never, await worldOf(person));
  let left: unknown = 'the person did not come';
  const meddle = async (step: never) => {
    await person.meddle(scene.world, step);
    left = structuredClone(await person.holds(scene.world, step));
  };
  const meddled = await meddledStep({ scene, kind, moment, meddle: meddle as never });
  const { taken, step } = meddled;
  const applied = taken.applied.find((each) => each.step.id === step.id);
  const found = taken.findings.filter(({ severity }) => severity !== 'warn' || applied?.outcome !== 'done');
  const said = [applied?.cause, applied?.effect?.text, ...found.map(({ evidence }) => evidence)].join('\n');
  return { ...meddled, person, applied, said, left, now: await person.holds(scene.world, step as never), scene };
}

describe('a person changes the subject after the observation', () => {
  test.each(kinds)('%s leaves it, and says what moved', async (kind) => {
    const { person, applied, said, left, now, taken, replicasBefore, scene } = await played(kind, 'before the step');
    expect(now).toEqual(left);
    expect(said).toMatch(person.says);
    expect(applied?.outcome).toBe(person.ends === 'told' ? 'done' : person.ends);
    expect(await scene.journal().read()).toBeUndefined();
    if (person.ends !== 'failed') return;
    expect(taken.stopped).toMatchObject({ status: 'rolled-back', cause: expect.stringMatching(person.says) });
    expect(replicasBefore).toBe(1);
  });
});

const reversible = kinds.filter((kind) => stepKinds[kind].undo === 'reversible');

describe.each<Moment>(['before the undo looks', 'before the undo puts back'])(
  'a person changes the subject %s',
  (moment) => {
    test.each(reversible)('%s is frozen, and says what moved', async (kind) => {
      const { person, step, left, now, taken, replicasBefore } = await played(kind, moment);
      expect(now).toEqual(left);
      const undone = taken.undone.find((each) => each.step.id === step.id);
      expect(undone).toMatchObject({ outcome: 'frozen' });
      expect(undone?.cause).toMatch(person.says);
      expect(taken.stopped?.status).toBe('frozen');
      // what came before may rest on it, so it is left to whoever decides as well
      expect(replicasBefore).toBe(2);
    });
  },
);
