import type { Finding } from '../../domain/finding/finding.ts';
import { PortError } from '../../ports/port-error.ts';

/** What an error says to a reader: a PortError its own words; anything else is a defect of ours, and says so. */
export function causeOf(error: unknown): string {
  if (error instanceof PortError) return error.message;
  const name = error instanceof Error ? error.name : typeof error;
  return `a defect in this program (${name}${placeOf(error)}); please report it`;
}

/** Whether the run was asked to stop. */
export function isCancelled(error: unknown): boolean {
  return error instanceof PortError && error.code === 'cancelled';
}

/** The finding for something that could not be looked at or done: `unknown`, with the cause. */
export function unknownFinding(code: string, subject: string, title: string, error: unknown): Finding {
  const next =
    error instanceof PortError && error.next !== undefined ? error.next : 'look at the cause and run the task again';
  return {
    code,
    severity: 'unknown',
    subject: error instanceof PortError ? error.subject : subject,
    title,
    evidence: causeOf(error),
    next,
  };
}

/** File and line of a defect, without the message: a message of foreign code may hold a secret. */
function placeOf(error: unknown): string {
  const line =
    error instanceof Error ? error.stack?.split('\n').find((text) => text.trim().startsWith('at ')) : undefined;
  const place = /([\w.-]+\.(?:ts|js|mjs):\d+)/.exec(line ?? '')?.[1];
  return place === undefined ? '' : ` at ${place}`;
}
