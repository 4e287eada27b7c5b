/** Where a scene plays: inside the sandbox, with GitHub's own hands and those of the platform's administrator. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkflowEvent } from '../../../sandbox/act/act-command.ts';
import { cancellation, ownerOfOutput } from '../../../sandbox/act/inside.ts';
import { runOnSandbox, type SandboxRun, sandboxGitHub } from '../../../sandbox/act/run-on-sandbox.ts';
import { unzipped } from '../../../sandbox/act/unzip.ts';
import { type Control, type OpenedRun, remoteControl } from '../../../sandbox/github/control.ts';
import { type SandboxState, sandboxState } from '../../../sandbox/supervisor/enter.ts';
import { tool } from '../../../sandbox/toolchain/index.ts';
import { approvalDigest } from '../../../src/domain/approval/digest.ts';
import type { PlanDocument } from '../../../src/domain/approval/document.ts';
import { type Heard, heardIn } from './heard.ts';

/** How a run came out. */
export interface Played extends Heard {
  readonly runId: number;
  /** act's status. */
  readonly status: number;
}

/** A run of a scene: the workflow's name, and whatever is not usual. */
export type SceneRun = Partial<Omit<SandboxRun, 'workflow' | 'event'>> & {
  readonly workflow: 'dispatch' | 'prepare' | 'approve' | 'watch' | 'daily' | 'weekly';
  readonly event: WorkflowEvent;
};

/** What must not have changed when something is refused. */
export interface World {
  readonly replicas: number;
  /** Names of the objects by which approvals are used up. */
  readonly spent: readonly string[];
}

/** A plan that a run has kept, for the job that applies it. */
export interface KeptPlan {
  readonly artifact: number;
  readonly name: string;
  readonly document: PlanDocument;
  readonly digest: string;
}

/** A stage; see {@link withStage}. */
export interface Stage {
  readonly state: SandboxState;
  readonly control: Control;
  /** A scratch folder that jobs see as well. */
  readonly folder: string;
  readonly kubectl: (...args: readonly string[]) => string;
  readonly world: () => World;
  /** Begin a run; `opened` resolves when it has its number, `ended` when it has come to its end. */
  readonly start: (run: SceneRun) => { readonly opened: Promise<OpenedRun>; readonly ended: Promise<Played> };
  readonly play: (run: SceneRun) => Promise<Played>;
  readonly planOf: (runId: number) => Promise<KeptPlan>;
}

/** The dispatch that scenes ask for: one replica more than the sandbox has. */
export const increase: WorkflowEvent = {
  name: 'workflow_dispatch',
  inputs: {
    task: 'increase-capacity',
    mode: 'apply',
    target: 'deployment/api-gateway',
    inputs: 'replicas=4',
    reason: 'launch on Friday',
  },
};

/** A change that nobody has to undo, and that takes little time. */
export const restart: WorkflowEvent = {
  name: 'workflow_dispatch',
  inputs: {
    task: 'restart-workload',
    mode: 'apply',
    target: 'deployment/api-gateway',
    inputs: 'ready-within=10s',
    reason: 'a leak',
  },
};

/** Play a scene, and clean up behind it whatever becomes of it. */
export async function withStage<Result>(play: (stage: Stage) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'rooivalk-scene-'));
  const runs: Runs = { ended: [], abort: new AbortController() };
  try {
    return await play(stageIn(folder, runs));
  } finally {
    // a run that the scene has left half-way must not go on without it
    runs.abort.abort();
    await Promise.allSettled(runs.ended);
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Runs {
  readonly ended: Promise<unknown>[];
  readonly abort: AbortController;
}

function stageIn(folder: string, runs: Runs): Stage {
  const signal = AbortSignal.any([cancellation(), runs.abort.signal]);
  const state = sandboxState();
  const control = remoteControl(sandboxGitHub(state));
  const kubectl = (...args: readonly string[]): string =>
    execFileSync(tool('kubectl'), ['--kubeconfig', state.kubeconfig, ...args], { encoding: 'utf8', stdio: 'pipe' });
  const start = ({ workflow, event, ...rest }: SceneRun): ReturnType<Stage['start']> => {
    const lines: string[] = [];
    const opened = Promise.withResolvers<OpenedRun>();
    const ended = runOnSandbox(
      {
        window: 'daily',
        review: 'approve',
        id: `scene-${workflow}`,
        ...rest,
        workflow: `.github/workflows/${workflow}.yml`,
        event: () => event,
        onOpened: opened.resolve,
      },
      state,
      { print: (line) => void lines.push(line), signal, owner: ownerOfOutput() },
    ).then(({ runId, exitCode }) => ({ runId, status: exitCode, ...heardIn(lines) }));
    ended.catch(opened.reject);
    runs.ended.push(ended);
    return { opened: opened.promise, ended };
  };
  return {
    state,
    control,
    folder,
    kubectl,
    world: () => worldBy(kubectl),
    start,
    play: (run) => start(run).ended,
    planOf: (runId) => planIn(control, runId),
  };
}

function worldBy(kubectl: Stage['kubectl']): World {
  const path = '-o=jsonpath={.spec.replicas}';
  const replicas = Number(kubectl('-n', 'phoenix-rooivalk', 'get', 'deployment', 'api-gateway', path));
  const label = 'rooivalk-maintenance/kind=spent-approval';
  const spent = kubectl('-n', 'rooivalk-maintenance', 'get', 'configmaps', '-o', 'name', '-l', label);
  return { replicas, spent: spent.split('\n').filter((name) => name !== '') };
}

async function planIn(control: Control, runId: number): Promise<KeptPlan> {
  const kept = (await control.artifacts(runId)).find(({ name }) => name.startsWith('plan-'));
  if (kept === undefined) throw new Error(`run ${runId} has kept no plan`);
  const file = unzipped(kept.file).find(({ name }) => name === 'plan.json');
  const document = JSON.parse(file?.content.toString('utf8') ?? '') as PlanDocument;
  return { artifact: kept.id, name: kept.name, document, digest: approvalDigest(document) };
}
