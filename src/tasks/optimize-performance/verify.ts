import type { OptionValues } from '../../domain/database/table-options.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import { counted } from '../../domain/quantities.ts';
import type { AppliedStep } from '../../domain/step/effect.ts';
import type { StepOf } from '../../domain/step/step.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Done, Verification } from '../contract.ts';
import type { Seen } from './observe.ts';

/** Prove from the catalogue that each table has the options that it was to have. */
export async function verify(
  { ports }: TaskContext<'database'>,
  { draft, applied }: Done<Seen>,
): Promise<Verification> {
  const done = applied.filter(({ outcome }) => outcome === 'done');
  const found: Finding[] = [];
  for (const one of done) found.push(...(await prove(ports.database, one)));
  const proved = done.length - found.length;
  const later = applied.filter(({ outcome }) => outcome === 'skipped').length;
  const deferred = later === 0 ? '' : ` (${counted(later, 'table')} deferred)`;
  return {
    findings: [...draft.findings, ...found],
    measurements: [
      { name: 'tuned-tables', value: proved, unit: 'count', comparedWith: { what: 'planned', value: applied.length } },
    ],
    result: `autovacuum begins earlier on ${counted(proved, 'table')}${deferred}${draft.result.replace(/^[^;]*/, '')}`,
  };
}

async function prove(
  database: TaskContext<'database'>['ports']['database'],
  { step }: AppliedStep,
): Promise<readonly Finding[]> {
  const { server, ...which } = (step as StepOf<'set-table-options'>).parameters;
  const now = (await database.tableOptions(server, which)) ?? {};
  const to = step.to as unknown as OptionValues;
  const other = Object.entries(to).filter(([option, value]) => (now[option] ?? null) !== value);
  if (other.length === 0) return [];
  return [
    {
      code: 'options-not-there',
      severity: 'fail',
      subject: step.subject,
      title: 'the table does not have the options that were set',
      evidence: other
        .map(([option, value]) => `${option}: ${now[option] ?? 'default'}, wanted ${value ?? 'default'}`)
        .join('; '),
      next: 'find out who has changed them since; the next run looks again',
    },
  ];
}
