import { type Climb, climb, climbText, type Layer, layers } from '../../domain/backup/layers.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import type { Measurement } from '../../domain/measurement.ts';
import { counted, formatSpan } from '../../domain/quantities.ts';
import { median } from '../../domain/statistics/percentile.ts';
import type { AppliedStep } from '../../domain/step/effect.ts';
import { rolesSize } from '../../observation/backup/cluster-dump.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Done, Verification } from '../contract.ts';
import type { Inputs } from './inputs.ts';
import { type BackupsObservation, restoreTimeSeries } from './observe.ts';

/** How many earlier restores make a usual time. */
const leastRestores = 5;
/** A restore is slower from this on: this much longer than usual, and by at least a minute. */
const slower = 2;
const notableMs = 60_000;

/** Add up what the steps have shown: how far up its layers each backup got, and how long restoring takes here. */
export async function verify(
  _context: TaskContext,
  { observation, draft, applied }: Done<BackupsObservation>,
  inputs: Inputs,
): Promise<Verification> {
  const time = restoreTime(observation, applied);
  const taken = new Set(applied.filter(({ outcome }) => outcome === 'done').map(({ step }) => step.subject));
  const climbs = applied.map((each) => [each, climbOf(each, draft.findings, inputs)] as const);
  const whole = climbs.filter(
    ([{ outcome }, { lost, notReached }]) => outcome === 'done' && lost.length + notReached.length === 0,
  );
  const lines = climbs.map(([{ step }, reached]) => `${step.subject} ${climbText(reached)}`);
  return {
    findings: [...draft.findings, ...noDatabase(applied), ...time.findings],
    measurements: [
      ...draft.measurements,
      ...time.measurements,
      ...climbs.map(([each, reached]) => layerCount(each, reached)),
    ],
    result: `${whole.length} of ${counted(applied.length, 'backup')} good: ${lines.join('; ')}`,
    notChecked: draft.notChecked.filter(({ subject }) => !taken.has(subject)),
  };
}

/** Which layers a backup has: what is not restored has no content to check. */
function wantedLayers(applied: AppliedStep, { amcheck }: Inputs): readonly Layer[] {
  const { step } = applied;
  switch (step.kind) {
    case 'restore-drill':
      if (isRolesAlone(applied)) return layersOfReading;
      return amcheck ? layers : layers.filter((layer) => layer !== 'amcheck');
    case 'dry-run-manifests':
      return layers.filter((layer) => layer !== 'content' && layer !== 'amcheck');
    default:
      return step.subject.startsWith('blockchain') ? [...layersOfReading, 'content'] : layersOfReading;
  }
}

const layersOfReading = layers.filter((layer) => !['restores', 'content', 'amcheck'].includes(layer));

const isRolesAlone = ({ effect }: AppliedStep): boolean =>
  effect?.measurements?.some(({ name }) => name === rolesSize) === true;

/** A set that holds the roles of databases, and no database. */
function noDatabase(applied: readonly AppliedStep[]): readonly Finding[] {
  const drills = applied.filter(({ step }) => step.kind === 'restore-drill');
  if (drills.length === 0 || !drills.every(isRolesAlone)) return [];
  return [
    {
      code: 'backup-missing',
      severity: 'fail',
      subject: 'database backup',
      title: 'the newest backup holds roles, and no database',
      evidence: `${counted(drills.length, 'object')}, each of pg_dumpall with roles alone`,
      next: 'look at the job that makes it: it has to dump each database with pg_dump as well',
    },
  ];
}

function climbOf(applied: AppliedStep, listed: readonly Finding[], inputs: Inputs) {
  const { subject } = applied.step;
  const [kind = ''] = subject.split(' ');
  const about = listed.filter((finding) => finding.subject === subject || finding.subject === `${kind} backup`);
  const failed: Pick<Finding, 'code' | 'severity'>[] =
    applied.outcome === 'done' ? [] : [{ code: 'backup-not-read', severity: 'unknown' }];
  return climb([...about, ...(applied.effect?.findings ?? []), ...failed], wantedLayers(applied, inputs));
}

const layerCount = ({ step }: AppliedStep, { held, lost, notReached }: Climb): Measurement => ({
  name: 'backup-layers',
  subject: step.subject,
  value: held.length,
  unit: 'count',
  comparedWith: { what: 'layers', value: held.length + lost.length + notReached.length },
});

/** Restore time on this runner, all backups of the run together, against the runs before. It is no RTO: that is the platform's. */
function restoreTime(
  { measurements }: BackupsObservation,
  applied: readonly AppliedStep[],
): { readonly findings: readonly Finding[]; readonly measurements: readonly Measurement[] } {
  const times = applied.flatMap(({ effect }) =>
    (effect?.measurements ?? []).flatMap(({ name, value }) => (name === 'restore-time' ? [value] : [])),
  );
  if (times.length === 0) return { findings: [], measurements: [] };
  const value = times.reduce((sum, time) => sum + time, 0);
  const earlier = (measurements.restoreTimes ?? []).slice(-30).map(([, time]) => time);
  const usual = median(earlier);
  const measurement: Measurement = {
    name: restoreTimeSeries,
    value,
    unit: 'ms',
    ...(usual === undefined
      ? {}
      : { comparedWith: { what: `median of ${counted(earlier.length, 'earlier run')}`, value: usual } }),
  };
  const isSlower =
    usual !== undefined && earlier.length >= leastRestores && value > usual * slower && value - usual >= notableMs;
  return { findings: isSlower ? [slowerFinding(value, usual, earlier.length)] : [], measurements: [measurement] };
}

const slowerFinding = (value: number, usual: number, runs: number): Finding => ({
  code: 'restore-slower',
  severity: 'warn',
  subject: 'database backup',
  title: 'restoring the backups takes much longer than it did',
  evidence: `${formatSpan(value)} (median of ${runs} earlier runs ${formatSpan(usual)})`,
  next: 'compare the sizes of the backups, and the runner; the recovery time proper is measured by test-disaster-recovery',
});
