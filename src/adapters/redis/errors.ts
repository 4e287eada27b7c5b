import { PortError, type PortErrorCode } from '../../ports/port-error.ts';
import { connectionWords } from '../connection-words.ts';
import { isTlsFailure } from '../tls.ts';

/** What an error was about; all of it is ours or the configuration's. */
export interface Place {
  /** `cache pod/redis-0` */
  readonly subject: string;
  readonly user: string;
}

interface Translation {
  readonly code: PortErrorCode;
  readonly says: string;
  readonly next?: string;
}

const tlsNext =
  'look at `platform.cache.tls` (ca, server-name) in the configuration and at the certificate of the server';

/** By the first word of an error reply, which is the server's error code. The rest of the reply never passes. */
const byReply: Readonly<Record<string, (place: Place, command: string) => Translation>> = {
  WRONGPASS: ({ user }) => ({
    code: 'unauthorized',
    says: `the password of user ${user} was not accepted, or there is no such user`,
    next: `put the password of user ${user} into the Secret that \`platform.cache.password\` names`,
  }),
  NOAUTH: () => ({
    code: 'unauthorized',
    says: 'it asks for a password, and none is configured',
    next: 'set `platform.cache.password` (and `platform.cache.user`) in the configuration',
  }),
  NOPERM: ({ user }, command) => ({
    code: 'forbidden',
    says: `user ${user} may not run ${command.toUpperCase()}`,
    next: `\`acl setuser ${user} ${command.split(' ')[0] === 'cluster' ? '+cluster' : `+${command.replace(' ', '|')}`}\``,
  }),
  LOADING: () => ({ code: 'unreachable', says: 'it is reading its data from disk' }),
  MASTERDOWN: () => ({ code: 'unreachable', says: 'it is a replica without its master and gives no answers' }),
  CLUSTERDOWN: () => ({ code: 'unreachable', says: 'its cluster is down' }),
  BUSY: () => ({
    code: 'busy',
    says: 'a script or function has been running for too long and nothing else is answered',
    next: '`script kill` or `function kill`, if the script has not written',
  }),
  READONLY: () => ({ code: 'conflict', says: 'it is a replica' }),
  OOM: () => ({ code: 'failed', says: 'its memory limit is reached' }),
};

/** Names of the client's own error classes. */
const byName: Readonly<Record<string, string>> = {
  ConnectionTimeoutError: 'it did not answer',
  SocketTimeoutError: 'it did not answer',
  SocketClosedUnexpectedlyError: 'the connection was closed',
  ClientClosedError: 'the connection was closed',
  ClientOfflineError: 'the connection was closed',
  DisconnectsClientError: 'the connection was closed',
};

/** Rebuild a foreign error from its code alone: a client's error may hold the AUTH command with the password. */
export function translate(error: unknown, place: Place, command = 'hello'): PortError {
  if (error instanceof PortError) return error;
  const { code, says, next } = translationOf(error, place, command);
  return new PortError({
    code,
    subject: place.subject,
    message: `${place.subject}: ${says}`,
    ...(next === undefined ? {} : { next }),
  });
}

function translationOf(error: unknown, place: Place, command: string): Translation {
  const code = systemCodeOf(error);
  if (code !== undefined) {
    const says = connectionWords(code);
    if (says !== undefined) return { code: 'unreachable', says };
    if (isTlsFailure(code)) {
      return {
        code: 'untrusted',
        says: `its TLS certificate could not be verified (${code.slice(0, 60)})`,
        next: tlsNext,
      };
    }
  }
  const name = error instanceof Error ? error.constructor.name : '';
  if (Object.hasOwn(byName, name)) return { code: 'unreachable', says: byName[name] ?? '' };
  const reply = replyCodeOf(error);
  if (reply !== undefined && Object.hasOwn(byReply, reply)) {
    const translated = byReply[reply]?.(place, command);
    if (translated) return translated;
  }
  return {
    code: 'failed',
    says: reply === undefined ? 'the client failed in an unknown way' : `it answered with the error ${reply}`,
  };
}

/** The code in front of an error reply: capitals only, so nothing that somebody chose. */
export function replyCodeOf(error: unknown): string | undefined {
  return /^([A-Z]{2,20})(?: |$)/.exec(error instanceof Error ? error.message : '')?.[1];
}

function systemCodeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && /^[A-Z0-9_]{2,60}$/.test(code) ? code : undefined;
}
