/** An OrderedReady StatefulSet whose new image never becomes ready, put back for real by deleting the pod that is stuck. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { StepProgress } from '../../src/domain/state/journal.ts';
import type { Cluster } from '../../src/ports/cluster.ts';
import type { Journal } from '../../src/ports/journal.ts';
import setImage from '../../src/steps/set-image.ts';
import task from '../../src/tasks/apply-security-updates/index.ts';
import { KillTally } from '../contracts/task/kill-tally.ts';
import { expectChosen } from '../contracts/task/killed.ts';
import { stepsOf } from '../contracts/task/scenes.ts';
import { type Instead, type Killed, Scene } from '../contracts/task-scene.ts';
import { realScenes, workConfiguration } from './contract/real-scene.ts';
import { asLaid, firstPod, stateOfSet, stuckUpdate } from './contract/stuck-set.ts';
import { sandboxPlatform, TestIdentity } from './servers/identity.ts';

/** Ten kills, each after a rollout that fails after ten seconds without progress. */
const long = 900_000;
const tally = new KillTally();
let identity: TestIdentity;
let make: () => Promise<Scene>;

beforeAll(async () => {
  const configuration = workConfiguration(await sandboxPlatform(), stuckUpdate);
  identity = await TestIdentity.of(task, configuration);
  make = await realScenes(task, stuckUpdate, configuration, identity);
}, long);
afterAll(async () => {
  await stuckUpdate.remove();
  await identity?.close();
  process.stderr.write(`${tally.text()}\n`);
}, long);

const stuckPod = async () => (await stateOfSet()).pods.find(({ name, ready }) => name === firstPod && !ready);

/** The set, without what differs each time. */
async function seen() {
  const { template, pods } = await stateOfSet();
  return { template, pods: pods.map(({ uid: _uid, ...pod }) => pod) };
}

test(
  'the update is put back, and the pod that was stuck is another one now',
  async () => {
    const scene = await make();
    const before = await stateOfSet();
    const { entry, findings } = await scene.carryOut();
    expect(entry).toMatchObject({ status: 'rolled-back', verdict: 'fail', undone: [{ outcome: 'done' }] });
    expect(entry.undone[0]?.text).toContain('1 stuck pod removed');
    expect(findings.map(({ code }) => code)).toContain('step-failed');
    expect(await seen()).toEqual(asLaid);
    const after = await stateOfSet();
    const kept = after.pods.filter(({ uid }) => before.pods.some((pod) => pod.uid === uid));
    expect(kept.map(({ name }) => name)).toEqual(
      after.pods.map(({ name }) => name).filter((name) => name !== firstPod),
    );
    expect(await scene.journal().read()).toBeUndefined();
  },
  long,
);

/** How a run that fails and is put back writes its journal. */
const records: readonly StepProgress[] = ['begun', 'failed', 'undoing', 'undone'];

/** Where a run is killed, and whether the pod is stuck then. */
type Place = readonly [where: string, stuck: boolean, kill: (scene: Scene) => Promise<Killed>];

const places: readonly Place[] = [
  ['once "begun" is journalled', false, (scene) => scene.kill({ step: 0, where: 'begun' })],
  ...records
    .slice(1)
    .map(
      (progress, index): Place => [
        `once "${progress}" is journalled`,
        progress !== 'undone',
        (scene) => scene.killIn(progress, (here) => ({ journal: standingAfter(scene.journal(), index + 2, here) })),
      ],
    ),
  ['while the new pod is stuck', true, (scene) => scene.killIn('stuck', (here) => ({ executor: waitingFor(here) }))],
  ['with the template as before, and the stuck pod still there', true, (scene) => deleting(scene, 'before')],
  ['once the stuck pod is deleted', false, (scene) => deleting(scene, 'after')],
];

test.each(places)(
  'killed %s: the next run puts everything back',
  async (where, stuck, kill) => {
    const scene = await make();
    const steps = await stepsOf(scene);
    let chosen = false;
    try {
      const killed = await kill(scene);
      const left = await stuckPod();
      const record = records.find((progress) => where.includes(`"${progress}"`));
      if (record !== undefined) expect((await scene.journal().read())?.records.at(-1)?.progress).toBe(record);
      if (stuck) expect(left).toBeDefined();
      expect(await scene.closeJournal()).toMatchObject({ kind: 'closed' });
      expect(await seen()).toEqual(asLaid);
      if (stuck) expect((await stateOfSet()).pods.map(({ uid }) => uid)).not.toContain(left?.uid);
      await expectChosen(scene, where, steps);
      expect(await scene.journal().read()).toBeUndefined();
      chosen = true;
      const { entry } = await killed.thaw();
      expect(['failed', 'rolled-back']).toContain(entry.status);
      expect(await seen()).toEqual(asLaid);
    } finally {
      tally.add('an OrderedReady StatefulSet that is stuck', chosen);
    }
  },
  long,
);

/** Stands still once so many records were written. */
function standingAfter(journal: Journal, written: number, here: () => Promise<void>): Journal {
  return {
    read: () => journal.read(),
    takeOver: (run) => journal.takeOver(run),
    open: async (opening) => {
      const writer = await journal.open(opening);
      let records = 0;
      return {
        write: async (step, progress) => {
          await writer.write(step, progress);
          records += 1;
          if (records === written) await here();
        },
        close: () => writer.close(),
      };
    },
  };
}

/** The update, which stands still as soon as its pod is there and not ready. */
function waitingFor(here: () => Promise<void>): Exclude<Instead['executor'], undefined> {
  const executor: typeof setImage = {
    ...setImage,
    apply: (context, step) => {
      const pause = async (ms: number): Promise<void> => {
        const pod = await stuckPod();
        if (pod !== undefined && pod.image !== asLaid.template) await here();
        await context.pause(ms);
      };
      return setImage.apply({ ...context, pause }, step);
    },
  };
  return async () => executor as never;
}

/** Stands still around the deletion of the stuck pod. */
function deleting(scene: Scene, when: 'before' | 'after'): Promise<Killed> {
  let stand = async (): Promise<void> => undefined;
  const { cluster, ...ports } = scene.world.ports;
  const standing = new Proxy(cluster as Cluster, {
    get: (target, key) => {
      if (key !== 'delete') {
        const member = Reflect.get(target, key);
        return typeof member === 'function' ? member.bind(target) : member;
      }
      return async (...pod: Parameters<Cluster['delete']>): Promise<void> => {
        if (when === 'before') await stand();
        await target.delete(...pod);
        if (when === 'after') await stand();
      };
    },
  });
  const acting = new Scene(scene.task, { ...scene.world, ports: { ...ports, cluster: standing } });
  return acting.killIn(`${when} the deletion`, (here) => {
    stand = here;
    return {};
  });
}
