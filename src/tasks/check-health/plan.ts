import { connectionsOf } from '../../domain/network/connections.ts';
import type { Draft, NotChecked } from '../../domain/plan/plan.ts';
import { stepKinds } from '../../domain/step/kinds.ts';
import type { Step, StepOf } from '../../domain/step/step.ts';
import { probeName } from '../../observation/network-probe/probe-job.ts';
import { judgeAreas, summaryOf, verdictsOf } from './areas.ts';
import type { JudgeContext } from './check.ts';
import { primaryOf, type SeenDatabase } from './checks/database.ts';
import type { HealthObservation } from './observe.ts';
import { probedAreas } from './probed-areas.ts';

const networkDeadlineMs = 120_000;
const writeDeadlineMs = 60_000;

/** Judge what was seen, and plan the two probes, which only a change can show. */
export function plan(observation: HealthObservation, context: JudgeContext): Draft {
  const areas = judgeAreas(observation, context);
  const write = writeStep(observation, context);
  const probed = probedAreas(context);
  const steps: readonly Step[] = [networkStep(context), ...(write === undefined ? [] : [write])];
  const left = areas.flatMap(({ area, leftOut }): readonly NotChecked[] =>
    leftOut === undefined ? [] : [{ subject: area, why: leftOut }],
  );
  return {
    steps,
    refusals: [],
    notChecked: [
      ...probed.map(({ area, kind, why }) => ({
        subject: area,
        why: steps.some((step) => step.kind === kind) ? why : 'no single primary is known to write to',
      })),
      ...left,
    ],
    findings: areas.flatMap(({ findings }) => findings),
    measurements: areas.flatMap(({ measurements }) => measurements),
    result: `${summaryOf(verdictsOf(areas))}; ${listed(probed.map(({ area }) => area))} not checked`,
  };
}

const listed = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

function networkStep({ platform }: JudgeContext): StepOf<'probe-network'> {
  const { names, image } = platform.dns;
  const connections = connectionsOf(platform);
  const to = connections.map(({ name }) => name).join(', ');
  return {
    id: 'probe-network',
    kind: 'probe-network',
    subject: 'network from inside',
    from: null,
    to: null,
    parameters: { namespace: platform.namespace, name: probeName, image, hosts: names, connections },
    why: `whether ${names.join(', ')} can be resolved${to === '' ? '' : ` and ${to} can be reached`} is seen from inside alone`,
    risk: 'a pod without rights runs for a few seconds',
    undo: `cannot be undone: ${stepKinds['probe-network'].cannotBeUndone}`,
    deadlineMs: networkDeadlineMs,
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
