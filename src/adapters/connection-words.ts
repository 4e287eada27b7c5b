/** What is said of a connection that the operating system or DNS ended, by its error code. */
const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was closed',
  EHOSTUNREACH: 'there is no route to it',
  ENETUNREACH: 'there is no route to its network',
  ETIMEDOUT: 'it did not answer',
  ENOTFOUND: 'its name is not found in DNS',
  EAI_AGAIN: 'DNS did not answer',
};

/** Why a server could not be reached, in words; undefined for a code that tells nothing of it. */
export const connectionWords = (code: string): string | undefined =>
  Object.hasOwn(words, code) ? words[code] : undefined;
