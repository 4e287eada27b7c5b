import { openMaintenance } from '../../../src/adapters/kubernetes/maintenance.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { approvedDocument } from './approved.ts';
import type { Served } from './faults.ts';
import { runApproved, runJob, runRecovery, type Told } from './job.ts';
import { type Scenario, type Scene, sceneOf } from './scenario.ts';
import { type Disturbance, ServedCluster } from './served-cluster.ts';
import { PassingTime } from './time.ts';
import { Traffic } from './traffic.ts';

/** A run with everything that came of it. */
export interface Ran {
  readonly scene: Scene;
  /** The subjects of the task before it. */
  readonly before: Readonly<Record<string, unknown>>;
  /** The calls of the job itself, without those of a recovery after it. */
  readonly calls: readonly Served[];
  /** How long the job took, ms of its own time. */
  readonly tookMs: number;
  /** The job's, and that of the recovery if one was needed. */
  readonly told: readonly Told[];
  readonly journalOpen: boolean;
}

/** Run the scenario on a fresh platform behind a server that treats one call badly; recovery follows where it is needed. */
export async function runWith(scenario: Scenario, disturbance?: Disturbance): Promise<Ran> {
  using traffic = new Traffic();
  using time = new PassingTime(traffic, Date.parse(scenario.at));
  const scene = await sceneOf(scenario, traffic.clock());
  const before = (scene.world.subjects?.() ?? {}) as Record<string, unknown>;
  const document = scene.task.type === 'preventive' ? undefined : await approvedDocument(scene);
  await using server = await ServedCluster.start(scene.fake, traffic, disturbance, scenario.pageSize);
  const startedAt = systemClock.monotonic();
  const job = (): Promise<Told> =>
    document === undefined
      ? runJob(server.access, scene, 'the run')
      : runApproved(server.access, scene, document, 'the run');
  const told = [await time.pass(job())];
  const tookMs = systemClock.monotonic() - startedAt;
  const calls = [...server.served];
  const { journal } = openMaintenance(scene.fake, systemClock);
  if ((await journal.read()) !== undefined) told.push(await time.pass(runRecovery(server.access, scene, 'recovery')));
  return { scene, before, calls, tookMs, told, journalOpen: (await journal.read()) !== undefined };
}
