import { PortError } from '../../ports/port-error.ts';
import type { Trouble } from './observation.ts';

/** What an error says, if it may be carried as part of the observation. Cancelling ends the whole task. */
export function troubleOf(error: unknown, subject: string): Trouble {
  if (!(error instanceof PortError)) throw error;
  if (error.code === 'cancelled') throw error;
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
