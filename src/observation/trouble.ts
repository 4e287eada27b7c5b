import { PortError, type PortErrorCode } from '../ports/port-error.ts';

/** Why something could not be looked at: what a PortError said, as part of an observation. */
export interface Trouble {
  readonly code: PortErrorCode;
  readonly subject: string;
  readonly message: string;
  readonly next?: string;
}

/** What an error says, if it may be carried as part of the observation. Cancelling ends the whole task, as a defect does. */
export function troubleOf(error: unknown, subject: string): Trouble {
  if (!(error instanceof PortError) || error.code === 'cancelled') throw error;
  const { code, message, next } = error;
  return { code, subject, message, ...(next === undefined ? {} : { next }) };
}

/** The value, or why there is none. */
export async function attempt<T>(
  subject: string,
  work: () => Promise<T>,
): Promise<{ readonly value: T } | { readonly trouble: Trouble }> {
  try {
    return { value: await work() };
  } catch (error) {
    return { trouble: troubleOf(error, subject) };
  }
}
