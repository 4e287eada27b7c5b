import type { Finding } from '../domain/finding/finding.ts';
import { formatSpan } from '../domain/quantities.ts';
import type { Effect } from '../domain/step/effect.ts';
import type { StepOf } from '../domain/step/step.ts';
import type { TestWrite } from '../ports/database.ts';
import { PortError } from '../ports/port-error.ts';
import { defineStep } from './executor.ts';

type ProbeStep = StepOf<'probe-database-write'>;

/** Write in a transaction that is rolled back. Nothing stays, so it may be done again at any time. */
export default defineStep({
  kind: 'probe-database-write',
  ports: ['database'],
  provedBy: 'apply',
  precondition: async () => ({ holds: true }),
  apply: async ({ ports }, step) => {
    const { server, database } = step.parameters;
    try {
      return effectOf(step, await ports.database.testWrite(server, database));
    } catch (error) {
      if (!(error instanceof PortError) || error.code === 'cancelled') throw error;
      return notTried(step, error);
    }
  },
  settle: async () => 'cannot-tell',
});

const refusals: Readonly<
  Record<Extract<TestWrite, { accepted: false }>['why'], readonly [says: string, next: string]>
> = {
  standby: ['it is a standby', 'find out who is the primary now: `select pg_is_in_recovery()` on every server'],
  'read-only': [
    'default_transaction_read_only is on',
    '`alter system reset default_transaction_read_only` and `select pg_reload_conf()`, once whoever set it agrees',
  ],
  'out-of-transaction-numbers': [
    'it has no transaction numbers left',
    'vacuum the oldest database as its owner, in single-user mode if it must be',
  ],
  'disk-full': ['its disk is full', 'free or add disk space on the server'],
};

function effectOf(step: ProbeStep, write: TestWrite): Effect {
  const { subject } = step;
  if (!write.accepted) {
    const [says, next] = refusals[write.why];
    const title = 'database refuses writes';
    return only(`refused: ${says}`, {
      code: 'writes-refused',
      severity: 'fail',
      subject,
      title,
      evidence: `a test write was refused: ${says}`,
      next,
    });
  }
  const took = formatSpan(write.tookMs);
  if (!write.flushed) {
    const title = 'database accepts writes but does not bring them to disk';
    const evidence = `the log record of a test write was not on disk after ${took}`;
    return only(`accepted, not flushed after ${took}`, {
      code: 'writes-not-flushed',
      severity: 'fail',
      subject,
      title,
      evidence,
      next: 'look at the disk of the server, and whether `wal_writer_delay` is unusual',
    });
  }
  return {
    text: `accepted and on disk within ${took}`,
    measurements: [{ name: 'test-write', subject, value: write.tookMs, unit: 'ms' }],
    findings: [],
  };
}

function notTried({ subject }: ProbeStep, { message, next }: PortError): Effect {
  return only('could not be tried', {
    code: 'writes-not-checked',
    severity: 'unknown',
    subject,
    title: 'whether the database accepts writes is not known',
    evidence: message,
    next: next ?? 'look at the server and run the task again',
  });
}

const only = (text: string, finding: Finding): Effect => ({ text, measurements: [], findings: [finding] });
