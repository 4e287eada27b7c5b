import type { Draft, NotChecked } from '../../domain/plan/plan.ts';
import { stepKinds } from '../../domain/step/kinds.ts';
import type { Step, StepOf } from '../../domain/step/step.ts';
import { probeName } from '../../observation/dns/probe-job.ts';
import { judgeAreas, summaryOf, verdictsOf } from './areas.ts';
import type { JudgeContext } from './check.ts';
import { primaryOf, type SeenDatabase } from './checks/database.ts';
import type { HealthObservation } from './observe.ts';

/** The area that a probe is for. */
export const probedAreas = { 'probe-dns': 'dns', 'probe-database-write': 'database writes' } as const;

const dnsDeadlineMs = 120_000;
const writeDeadlineMs = 60_000;

/** Judge what was seen, and plan the two probes, which only a change can show. */
export function plan(observation: HealthObservation, context: JudgeContext): Draft {
  const areas = judgeAreas(observation, context);
  const write = writeStep(observation, context);
  const steps: readonly Step[] = [dnsStep(context), ...(write === undefined ? [] : [write])];
  const left = areas.flatMap(({ area, leftOut }): readonly NotChecked[] =>
    leftOut === undefined ? [] : [{ subject: area, why: leftOut }],
  );
  return {
    steps,
    refusals: [],
    notChecked: [
      { subject: probedAreas['probe-dns'], why: 'looking takes a pod that asks for names' },
      {
        subject: probedAreas['probe-database-write'],
        why:
          write === undefined
            ? 'no single primary is known to write to'
            : 'looking takes a write, which is rolled back',
      },
      ...left,
    ],
    findings: areas.flatMap(({ findings }) => findings),
    measurements: areas.flatMap(({ measurements }) => measurements),
    result: `${summaryOf(verdictsOf(areas))}; ${Object.values(probedAreas).join(' and ')} not checked`,
  };
}

function dnsStep({ platform }: JudgeContext): StepOf<'probe-dns'> {
  const { names, image } = platform.dns;
  return {
    id: 'probe-dns',
    kind: 'probe-dns',
    subject: 'dns',
    from: null,
    to: null,
    parameters: { namespace: platform.namespace, name: probeName, image, hosts: names },
    why: `whether ${names.join(', ')} can be resolved is seen from inside alone`,
    risk: 'a pod without rights runs for a few seconds',
    undo: `cannot be undone: ${stepKinds['probe-dns'].cannotBeUndone}`,
    deadlineMs: dnsDeadlineMs,
  };
}

/** Writes are tried where the one primary is; without one there is nothing to try, and the database has failed already. */
function writeStep(
  { measurements }: HealthObservation,
  { platform }: JudgeContext,
): StepOf<'probe-database-write'> | undefined {
  const seen = measurements.areas.database;
  const primary = seen !== undefined && 'value' in seen ? primaryOf(seen.value as SeenDatabase) : undefined;
  if (primary === undefined) return undefined;
  const { name } = platform.database;
  return {
    id: 'probe-database-write',
    kind: 'probe-database-write',
    subject: `database ${name} on ${primary.server}`,
    from: null,
    to: null,
    parameters: { server: primary.server, database: name },
    why: 'a server can accept connections and refuse every write',
    risk: 'one transaction without data, rolled back',
    undo: `cannot be undone: ${stepKinds['probe-database-write'].cannotBeUndone}`,
    deadlineMs: writeDeadlineMs,
  };
}
