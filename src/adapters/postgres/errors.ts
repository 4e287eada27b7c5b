import { PortError, type PortErrorCode } from '../../ports/port-error.ts';
import { isTlsFailure } from '../tls.ts';

/** What an error was about; all of it is ours or the configuration's. */
export interface Place {
  /** `database phoenixrooivalk on pod/postgres-0` */
  readonly subject: string;
  readonly user: string;
}

interface Translation {
  readonly code: PortErrorCode;
  readonly says: (place: Place) => string;
  readonly next?: (place: Place) => string;
}

const role = 'deploy/postgres/maintenance-role.sql makes the role with what it needs';

/** By SQLSTATE (PostgreSQL, appendix A), then by class; the server's own message never passes. */
const bySqlState: Readonly<Record<string, Translation>> = {
  '28P01': {
    code: 'unauthorized',
    says: ({ user }) => `the password of role ${user} was not accepted`,
    next: ({ user }) => `put the password of role ${user} into the Secret that \`platform.database.password\` names`,
  },
  '28000': {
    code: 'unauthorized',
    says: ({ user }) =>
      `role ${user} may not log in (no such role, no LOGIN, or no line in pg_hba.conf admits it, perhaps without TLS)`,
    next: () => role,
  },
  '3D000': {
    code: 'not-found',
    says: () => 'there is no such database',
    next: () => 'correct `platform.database.name` in the configuration',
  },
  '42501': {
    code: 'forbidden',
    says: ({ user }) => `role ${user} lacks a right that this needs`,
    next: () => role,
  },
  '53300': { code: 'busy', says: () => 'all connections are in use (max_connections)' },
  '53100': { code: 'failed', says: () => 'the disk of the server is full' },
  '55P03': { code: 'busy', says: () => 'a lock was not to be had within the lock timeout' },
  '57014': { code: 'timeout', says: () => 'the server ended the query at its statement timeout' },
  '57P01': { code: 'unreachable', says: () => 'the server ended the session (shutdown or pg_terminate_backend)' },
  '57P02': { code: 'unreachable', says: () => 'the server crashed' },
  '57P03': { code: 'unreachable', says: () => 'the server is starting up or shutting down' },
  '25006': { code: 'conflict', says: () => 'the server is a standby or read-only' },
};

const bySystemCode: Readonly<Record<string, Translation>> = {
  ECONNREFUSED: { code: 'unreachable', says: () => 'the connection was refused' },
  ECONNRESET: { code: 'unreachable', says: () => 'the connection was reset' },
  EPIPE: { code: 'unreachable', says: () => 'the connection was closed' },
  EHOSTUNREACH: { code: 'unreachable', says: () => 'there is no route to it' },
  ENETUNREACH: { code: 'unreachable', says: () => 'there is no route to its network' },
  ETIMEDOUT: { code: 'unreachable', says: () => 'it did not answer' },
  ENOTFOUND: { code: 'unreachable', says: () => 'its name is not found in DNS' },
  EAI_AGAIN: { code: 'unreachable', says: () => 'DNS did not answer' },
};

const untrusted = (what: string): Translation => ({
  code: 'untrusted',
  says: () => what,
  next: () =>
    'look at `platform.database.tls` (ca, server-name) in the configuration and at the certificate of the server',
});

/** Messages that the client library itself makes (they have no code); compared whole, and never passed on. */
const byClientMessage: Readonly<Record<string, Translation>> = {
  'The server does not support SSL connections': untrusted('the server does not speak TLS, and it is asked for'),
  'Connection terminated unexpectedly': { code: 'unreachable', says: () => 'the connection was closed' },
  'Connection terminated': { code: 'unreachable', says: () => 'the connection was closed' },
  'timeout expired': { code: 'unreachable', says: () => 'it did not answer' },
  'Connection terminated due to connection timeout': { code: 'unreachable', says: () => 'it did not answer' },
};

/** Rebuild a foreign error from its code alone. */
export function translate(error: unknown, place: Place): PortError {
  if (error instanceof PortError) return error;
  const translation = translationOf(error) ?? { code: 'failed' as const, says: () => unknownText(error) };
  const next = translation.next?.(place);
  return new PortError({
    code: translation.code,
    subject: place.subject,
    message: `${place.subject}: ${translation.says(place)}`,
    ...(next === undefined ? {} : { next }),
  });
}

function translationOf(error: unknown): Translation | undefined {
  const code = codeOf(error);
  if (code !== undefined) {
    if (Object.hasOwn(bySqlState, code)) return bySqlState[code];
    if (Object.hasOwn(bySystemCode, code)) return bySystemCode[code];
    if (code.startsWith('08')) return { code: 'unreachable', says: () => `the connection failed (SQLSTATE ${code})` };
    if (code.startsWith('53')) return { code: 'busy', says: () => `the server is out of resources (SQLSTATE ${code})` };
    if (isTlsFailure(code)) return untrusted(`its TLS certificate could not be verified (${code.slice(0, 60)})`);
  }
  const message = error instanceof Error ? error.message : '';
  return Object.hasOwn(byClientMessage, message) ? byClientMessage[message] : undefined;
}

/** The SQLSTATE or system code of a foreign error, if it looks like one. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && /^[A-Z0-9_]{2,60}$/.test(code) ? code : undefined;
}

function unknownText(error: unknown): string {
  const code = codeOf(error);
  return code === undefined ? 'the client failed in an unknown way' : `the server answered with SQLSTATE ${code}`;
}
