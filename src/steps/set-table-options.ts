import type { OptionValues } from '../domain/database/table-options.ts';
import type { StepOf } from '../domain/step/step.ts';
import { lockedTable } from '../observation/database/locked-table.ts';
import type { TableOptions, TableOptionsOutcome } from '../ports/database.ts';
import { PortError, type PortErrorCode } from '../ports/port-error.ts';
import { defineStep } from './executor.ts';
import { StepDeferred } from './failure/step-deferred.ts';
import { shownValue } from './moved/object-now.ts';

type OptionsStep = StepOf<'set-table-options'>;
type Refused = Exclude<TableOptionsOutcome, { outcome: 'done' }>;

/**
 * Set options of a table. The old values are tested in the transaction that changes them, under the lock that the change
 * takes, so that what somebody has set since is left alone.
 */
export default defineStep({
  kind: 'set-table-options',
  ports: ['database'],
  provedBy: 'settle',
  precondition: async () => ({ holds: true }),
  apply: async ({ ports }, step) => {
    const { server, ...which } = step.parameters;
    const [from, to] = [step.from, step.to] as unknown as readonly [OptionValues, OptionValues];
    const came = await ports.database.setTableOptions(server, { ...which, from, to });
    if (came.outcome !== 'done') throw refusedBy(step, came);
    const words = Object.entries(to).map(
      ([option, value]) => `${option} ${from[option] ?? 'default'} → ${value ?? 'default'}`,
    );
    return { text: words.join(', '), measurements: [], findings: [] };
  },
  settle: async ({ ports }, step) => {
    const { server, ...which } = step.parameters;
    const now = await ports.database.tableOptions(server, which);
    if (now === undefined) return 'moved';
    if (holds(now, step.to as unknown as OptionValues)) return 'done';
    return holds(now, step.from as unknown as OptionValues) ? 'not-done' : 'moved';
  },
  movedTo: async ({ ports }, step) => {
    const { server, ...which } = step.parameters;
    const now = await ports.database.tableOptions(server, which);
    if (now === undefined) return 'there is none of its name any more';
    const [from, to] = [step.from, step.to] as unknown as readonly [OptionValues, OptionValues];
    const other = Object.keys(to).find((option) => ![from[option], to[option]].includes(now[option] ?? null));
    return other && `its ${other} is ${shownValue(now[other] ?? 'the default')}`;
  },
});

const holds = (options: TableOptions, values: OptionValues): boolean =>
  Object.entries(values).every(([option, value]) => (options[option] ?? null) === value);

/** Why nothing was changed. */
const refusals: Readonly<
  Record<'moved' | 'gone' | 'not-permitted', readonly [code: PortErrorCode, says: string, next: string]>
> = {
  moved: ['conflict', 'it has other options than it had', 'the next run looks again'],
  gone: ['conflict', 'it is gone', 'the next run looks again'],
  'not-permitted': [
    'forbidden',
    'our role may not alter it',
    'make the role a member of the owning role (deploy/postgres/maintenance-role.sql)',
  ],
};

/** Who holds a lock may let go of it: that is for later. */
function refusedBy({ subject, parameters }: OptionsStep, came: Refused): PortError {
  if (came.outcome === 'locked') {
    const title = 'its options stay as they are: the table is locked';
    return new StepDeferred(lockedTable(subject, title, parameters.lockTimeoutMs, came.blockers));
  }
  const [code, says, next] = refusals[came.outcome];
  return new PortError({ code, subject, message: `${subject}: ${says}`, next });
}
