import { beforeAll, describe } from '@jest/globals';
import type { AnyTask } from '../../src/tasks/contract.ts';
import { applyingContract } from './task/applying.ts';
import { approvedContract } from './task/approved.ts';
import { killedContract } from './task/killed.ts';
import { killedRecoveryContract } from './task/killed-recovery.ts';
import { lookingContract } from './task/looking.ts';
import { undoContract } from './task/undo.ts';
import { Scene } from './task-scene.ts';
import type { MakeWorld } from './world.ts';

/** A task, and the world that it is proved in. */
export interface TaskSubject {
  readonly task: AnyTask;
  readonly makeWorld: MakeWorld;
}

/** What every task does on any platform (architecture.md §4): "dry run", "twice" and "killed" mean the same for all. */
export function taskContract(id: string, load: () => Promise<TaskSubject>): void {
  describe(`task ${id}`, () => {
    let subject: TaskSubject;
    beforeAll(async () => {
      subject = await load();
    });
    const scene = async () => new Scene(subject.task, await subject.makeWorld());

    lookingContract(scene);
    applyingContract(scene);
    killedContract(scene);
    killedRecoveryContract(scene);
    approvedContract(scene);
    undoContract(scene);
  });
}
