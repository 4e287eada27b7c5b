import type { Platform } from '../../domain/configuration/platform.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import type { Draft } from '../../domain/plan/plan.ts';
import { counted } from '../../domain/quantities.ts';
import type { ObservedCache } from '../../observation/cache.ts';
import type { SeenTuning } from '../../observation/database/tuning.ts';
import type { Trouble } from '../../observation/trouble.ts';
import { useFindings } from '../../observation/usage/read-use.ts';
import type { PlanContext } from '../contract.ts';
import { databaseFindings } from './database-findings.ts';
import type { Inputs, inputs } from './inputs.ts';
import type { Seen, UsedWorkload } from './observe.ts';
import { requestFindings } from './request-findings.ts';
import { cacheFindings, memoryOf, settingsFindings } from './settings-findings.ts';
import { lateTables, tableStep } from './table-steps.ts';
import { unusedFindings, unusedSightings } from './unused-indexes.ts';

/** Pure: a step for each table on which autovacuum begins late, and everything else as findings with numbers. */
export function plan({ measurements }: Seen, { inputs: given, platform, now }: PlanContext<typeof inputs>): Draft {
  const { database, cache, workloads, unusedSince } = measurements;
  const used = 'value' in workloads ? workloads.value : [];
  const tuning = 'value' in database ? database.value : undefined;
  const steps = tuning?.primary === undefined ? [] : stepsFor(tuning.primary, given);
  const findings = [
    ...[database, cache, workloads].flatMap((part) => ('trouble' in part ? [notLookedAt(part.trouble)] : [])),
    ...(tuning === undefined ? [] : tuningFindings(tuning, used, given, platform, now, unusedSince)),
    ...('value' in cache ? cachesFindings(cache.value, used, given, platform) : []),
    ...used.flatMap((one) => [
      ...useFindings(one.use, one.target, 'use over time'),
      ...requestFindings(one, given, platform.capacity.scaling),
    ]),
  ];
  const sightings = tuning?.primary === undefined ? undefined : unusedSightings(tuning.primary, given);
  const advice = findings.filter(({ severity }) => severity !== 'unknown').length;
  const todo =
    steps.length === 0
      ? 'nothing to do: autovacuum begins in time on every table'
      : `autovacuum to begin earlier on ${counted(steps.length, 'table')}`;
  return {
    steps,
    refusals: [],
    notChecked: [],
    findings,
    measurements: [],
    ...(sightings === undefined ? {} : { sightings }),
    result: `${tuning?.primary === undefined ? 'the database could not be looked at' : todo}; ${counted(advice, 'recommendation')}`,
  };
}

const stepsFor = (primary: NonNullable<SeenTuning['primary']>, given: Inputs) =>
  lateTables(primary, given)
    .filter(({ table }) => table.mayAlter)
    .map((late) => tableStep(late, primary, given));

function tuningFindings(
  seen: SeenTuning,
  used: readonly UsedWorkload[],
  given: Inputs,
  { database }: Platform,
  now: number,
  since: ReadonlyMap<string, number>,
): readonly Finding[] {
  const { primary, troubles, servers } = seen;
  const unknown = troubles.map(notLookedAt);
  if (primary === undefined) return [...unknown, noPrimary(servers)];
  const late = lateTables(primary, given).filter(({ table }) => !table.mayAlter);
  return [
    ...unknown,
    ...late.map(
      ({ database: name, table }): Finding => ({
        code: 'table-of-others',
        severity: 'info',
        subject: `table ${table.schema}.${table.name} in ${name}`,
        title: 'autovacuum begins late on the table, and our role may not change that',
        evidence: `${table.liveRows.toLocaleString('en-US')} rows; it belongs to a role that we are no member of`,
        next: 'let its owner set autovacuum_vacuum_scale_factor, or make our role a member (deploy/postgres/maintenance-role.sql)',
      }),
    ),
    ...primary.databases.flatMap((one) => databaseFindings(one, given)),
    ...unusedFindings(primary, given, now, since),
    ...settingsFindings(primary.server, primary.settings, memoryOf(used, database.workload), given),
  ];
}

const cachesFindings = (
  { masters, servers }: ObservedCache,
  used: readonly UsedWorkload[],
  given: Inputs,
  { cache }: Platform,
): readonly Finding[] => [
  ...servers.flatMap((server) =>
    'cause' in server
      ? [
          notLookedAt({
            code: 'failed',
            subject: server.server,
            message: server.cause,
            ...(server.next === undefined ? {} : { next: server.next }),
          }),
        ]
      : [],
  ),
  ...masters.flatMap((instance) => cacheFindings(instance, memoryOf(used, cache.workload), given)),
];

const notLookedAt = ({ subject, message, next }: Trouble): Finding => ({
  code: 'not-looked-at',
  severity: 'unknown',
  subject,
  title: `${subject} could not be looked at`,
  evidence: message,
  next: next ?? 'look at the cause and run the task again',
});

function noPrimary({ servers, primaries }: SeenTuning['servers']): Finding {
  const [silent] = servers.flatMap((server) => ('cause' in server ? [server] : []));
  return {
    code: 'no-single-primary',
    severity: 'unknown',
    subject: 'database',
    title: 'no single server of the database takes writes, so nothing is tuned',
    evidence:
      primaries.length > 1
        ? `${counted(primaries.length, 'server')} take writes`
        : (silent?.cause ?? 'only standbys answer'),
    next: silent?.next ?? 'find out which server is the primary: `select pg_is_in_recovery()` on each',
  };
}
