import type { OptionValues } from '../domain/database/table-options.ts';
import type { StepOf } from '../domain/step/step.ts';
import type { TableOptions, TableOptionsOutcome } from '../ports/database.ts';
import { PortError, type PortErrorCode } from '../ports/port-error.ts';
import { defineStep } from './executor.ts';

type OptionsStep = StepOf<'set-table-options'>;

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
    const outcome = await ports.database.setTableOptions(server, { ...which, from, to });
    if (outcome !== 'done') throw refused(step, outcome);
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
});

const holds = (options: TableOptions, values: OptionValues): boolean =>
  Object.entries(values).every(([option, value]) => (options[option] ?? null) === value);

/** Why nothing was changed: only what moved is a conflict; who holds a lock may let go of it. */
const refusals: Readonly<
  Record<Exclude<TableOptionsOutcome, 'done'>, readonly [code: PortErrorCode, says: string, next: string]>
> = {
  moved: ['conflict', 'it has other options than it had', 'the next run looks again'],
  gone: ['conflict', 'it is gone', 'the next run looks again'],
  locked: [
    'busy',
    'its lock was not to be had in time',
    'the next opening tries again; maintain-database names who holds it',
  ],
  'not-permitted': [
    'forbidden',
    'our role may not alter it',
    'make the role a member of the owning role (deploy/postgres/maintenance-role.sql)',
  ],
};

function refused({ subject }: OptionsStep, outcome: Exclude<TableOptionsOutcome, 'done'>): PortError {
  const [code, says, next] = refusals[outcome];
  return new PortError({ code, subject, message: `${subject}: ${says}`, next });
}
