import { decide } from '../../../src/domain/conduct/decide.ts';
import type { CatalogueTask, Due, Situation, Trigger } from '../../../src/domain/conduct/situation.ts';
import { defaultConfiguration, readConfiguration } from '../../../src/domain/configuration/read.ts';
import type { Claim, ClaimedTask } from '../../../src/domain/state/documents.ts';

export const MINUTE = 60_000;

/** Epoch ms of an ISO text. */
export const at = (text: string): number => Date.parse(text);

const base: CatalogueTask = {
  id: '',
  windows: ['daily'],
  type: 'preventive',
  priority: 'medium',
  estimateMs: 2 * MINUTE,
  undoMs: 0,
  needs: [],
  after: [],
  steps: [],
  changesWorkloads: false,
};

/** A task of the catalogue. */
export const task = (id: string, more: Partial<CatalogueTask> = {}): CatalogueTask => ({ ...base, id, ...more });

/** The seven daily tasks as the catalogue describes them. */
export const dailyTasks: readonly CatalogueTask[] = [
  task('check-health', { priority: 'high', after: 'all', steps: ['probe-network', 'probe-database-write'] }),
  task('clean-temporary-files', { priority: 'low', steps: ['delete-files'] }),
  task('maintain-database', { estimateMs: 20 * MINUTE, steps: ['vacuum-table'] }),
  task('monitor-performance'),
  task('optimize-caches', { priority: 'low', steps: ['expire-stale-keys', 'purge-cache-memory'] }),
  task('rotate-logs', { steps: ['rotate-logs'] }),
  task('validate-certificates', { priority: 'high' }),
];

/** Weekly and monthly ones, with needs; one needs approval. */
export const largerTasks: readonly CatalogueTask[] = [
  task('validate-backups', { windows: ['weekly', 'quarterly'], priority: 'high', estimateMs: 30 * MINUTE }),
  task('apply-security-updates', {
    windows: ['weekly'],
    priority: 'high',
    estimateMs: 60 * MINUTE,
    undoMs: 20 * MINUTE,
    needs: ['validate-backups'],
    steps: ['rotate-logs'],
    changesWorkloads: true,
  }),
  task('optimize-performance', { windows: ['weekly'], estimateMs: 45 * MINUTE, needs: ['apply-security-updates'] }),
  task('analyze-capacity', {
    windows: ['weekly'],
    priority: 'low',
    estimateMs: 30 * MINUTE,
    needs: ['optimize-performance'],
  }),
  task('apply-major-updates', { windows: ['monthly'], type: 'adaptive', needs: ['validate-backups'] }),
  task('restart-workload', { windows: [], type: 'corrective' }),
];

/** What a test changes of the usual situation. */
export interface Change {
  readonly now: string;
  readonly trigger?: Partial<Trigger>;
  readonly yaml?: string;
  readonly catalogue?: readonly CatalogueTask[];
  readonly claims?: readonly Claim[];
  readonly durations?: Readonly<Record<string, readonly number[]>>;
  readonly more?: Partial<Situation>;
}

/** A situation: the guide's windows, the daily tasks, a schedule that has just started its job, and an empty state. */
export function situation({ now, trigger, yaml, catalogue, claims, durations, more }: Change): Situation {
  const inputs = { 'rotate-logs': {}, 'validate-backups': {}, 'check-health': {} };
  const read = yaml === undefined ? undefined : readConfiguration(yaml, 'test', inputs);
  if (read !== undefined && 'errors' in read) throw new Error(read.errors[0]?.text);
  return {
    configuration: read?.configuration ?? defaultConfiguration(inputs),
    catalogue: catalogue ?? dailyTasks,
    trigger: { kind: 'schedule', window: 'daily', mode: 'apply', ...trigger },
    now: at(now),
    jobStartedAt: at(now),
    run: 'https://github.com/o/r/actions/runs/2/attempts/1',
    state: { claims: claims ?? [], durations: durations ?? {} },
    ...more,
  };
}

/** A result as claims hold it. */
export const result = (
  status: ClaimedTask['status'] = 'done',
  verdict: ClaimedTask['verdict'] = 'pass',
): ClaimedTask => ({
  status,
  verdict,
  finishedAt: '2026-11-29T02:10:00Z',
});

/** A claim of an earlier run. */
export const claim = (opening: string, tasks: Record<string, ClaimedTask> = {}, completedAt?: string): Claim => ({
  opening,
  window: opening.slice(0, opening.indexOf('@')),
  run: 'run/1',
  claimedAt: '2026-11-29T02:07:00Z',
  tasks,
  ...(completedAt === undefined ? {} : { completedAt, verdict: 'warn' as const }),
});

/** The daily tasks in the order in which they run. */
export const dailyInOrder = [
  'validate-certificates',
  'maintain-database',
  'monitor-performance',
  'rotate-logs',
  'clean-temporary-files',
  'optimize-caches',
  'check-health',
];

/** A decision by which something may be due; anything else fails the test with the conductor's own words. */
export function due(change: Change): Due {
  const decision = decide(situation(change));
  if (decision.kind !== 'due') throw new Error(`expected due, got: ${decision.sentence}`);
  return decision;
}
