import type { Measurement } from '../../domain/measurement.ts';
import type { Draft, NotChecked } from '../../domain/plan/plan.ts';
import { counted } from '../../domain/quantities.ts';
import type { PlanContext } from '../contract.ts';
import type { inputs as declared } from './inputs.ts';
import { objectiveOf } from './kinds.ts';
import { listingFindings, namedSizes } from './listing-findings.ts';
import type { BackupsObservation, SeenBackups } from './observe.ts';
import { stepsOf } from './steps.ts';
import { subjectOf } from './subject.ts';

type Context = PlanContext<typeof declared>;

/** Judge what the lists show, and plan to look into the newest backup of each kind. */
export function plan(observation: BackupsObservation, context: Context): Draft {
  const { kinds } = observation.measurements;
  const left = leftOut(kinds, context);
  if (left !== undefined) return nothing(left);
  const steps = kinds.flatMap((seen) => stepsOf(seen, context));
  return {
    steps,
    refusals: [],
    notChecked: steps.map(
      ({ subject, kind }): NotChecked => ({ subject, why: whyNotChecked[kind as keyof typeof whyNotChecked] }),
    ),
    findings: kinds.flatMap((seen) => listingFindings(seen, context)),
    measurements: kinds.flatMap((seen) => measurementsOf(seen, context)),
    result: `${kinds.filter((seen) => 'sets' in seen && seen.sets.length > 0).length} of ${counted(kinds.length, 'kind')} of backup found; ${counted(steps.length, 'backup')} not looked into`,
  };
}

const whyNotChecked = {
  'restore-drill': 'whether it decompresses, is complete and restores is seen by restoring it in a throw-away server',
  'read-backup': 'whether it decompresses and is complete is seen by reading all of it',
  'dry-run-manifests': 'proving that a dry run is one takes an attempt to write',
} as const;

/** Nobody has said where backups are, and no login was made for them. */
function leftOut(kinds: readonly SeenBackups[], { platform }: Context): string | undefined {
  const { endpoint, credentials } = platform.backups;
  const withoutKey = kinds.every((seen) => 'trouble' in seen && seen.withoutKey);
  return endpoint === undefined && credentials === undefined && withoutKey
    ? 'no bucket of backups is configured under `platform.backups`, and the environment has no credentials for one'
    : undefined;
}

const nothing = (notApplicable: string): Draft => ({
  steps: [],
  refusals: [],
  notChecked: [],
  findings: [],
  measurements: [],
  result: 'no backups are configured',
  notApplicable,
});

function measurementsOf(seen: SeenBackups, { platform, now }: Context): readonly Measurement[] {
  const newest = 'sets' in seen ? seen.sets.at(-1) : undefined;
  if (newest === undefined) return [];
  const age: Measurement = {
    name: 'backup-age',
    subject: `${seen.kind} backup`,
    value: Math.max(0, now - newest.madeAt),
    unit: 'ms',
    comparedWith: { what: 'recovery point', value: objectiveOf(seen.kind, platform) },
  };
  const sizes = namedSizes(seen.kind, newest).map(
    ([name, value]): Measurement => ({
      name: 'backup-size',
      subject: subjectOf(seen.kind, name),
      value,
      unit: 'bytes',
    }),
  );
  return [age, ...sizes];
}
