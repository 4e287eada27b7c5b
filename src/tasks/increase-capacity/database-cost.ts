import type { Finding } from '../../domain/finding/finding.ts';
import { workloadWord } from '../../domain/kubernetes/workloads.ts';
import { counted } from '../../domain/quantities.ts';
import { desiredPods } from '../../domain/rollout/judge.ts';
import type { Around } from './seen.ts';

/** What more pods cost the database. */
export interface Cost {
  /** In words, for whoever approves. */
  readonly text: readonly string[];
  readonly findings: readonly Finding[];
}

/** From which share of the sessions that may be had on a reader is warned. */
const warnFrom = 0.8;

/** What so many replicas take of the database's sessions, by what the present pods have; no more pods cost nothing. */
export function databaseCost({ target, sessions }: Around, replicas: number): Cost {
  const { kind, workload } = target;
  const added = replicas - desiredPods(kind, workload);
  if (added <= 0) return { text: [], findings: [] };
  if (sessions === undefined) {
    return {
      text: ['no session of its pods is seen in the database: more pods cost it nothing, or go through a pooler'],
      findings: [],
    };
  }
  const subject = workloadWord(kind, workload.metadata.name);
  if ('trouble' in sessions) {
    const { message, next } = sessions.trouble;
    return {
      text: [`what more pods cost the database is not known: ${message}`],
      findings: [
        {
          code: 'database-cost-not-known',
          severity: 'unknown',
          subject,
          title: 'what more pods cost the database is not known',
          evidence: message,
          next: next ?? 'look at the database and plan again',
        },
      ],
    };
  }
  const { perPod, used, available } = sessions;
  const after = used + added * perPod;
  const text = `up to ${counted(perPod, 'more session')} of the database per pod: ${after} of ${available} in use after (now ${used})`;
  if (after < available * warnFrom) return { text: [text], findings: [] };
  return {
    text: [text],
    findings: [
      {
        code: 'database-sessions-run-out',
        severity: 'warn',
        subject,
        title: 'the added pods leave the database few sessions',
        evidence: text,
        next: 'lower the pool of each pod, put a pooler in between, or raise max_connections first',
      },
    ],
  };
}
