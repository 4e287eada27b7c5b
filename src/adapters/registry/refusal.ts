import { PortError, type PortErrorCode } from '../../ports/port-error.ts';
import type { RegistryServer } from './server.ts';

const codes: Readonly<Record<number, PortErrorCode>> = {
  0: 'unreachable',
  401: 'unauthorized',
  403: 'forbidden',
  429: 'busy',
};

/** The error for an answer that is neither 200 nor 404, by its status alone; 0: there was none. */
export function statusError(subject: string, server: RegistryServer, status: number): PortError {
  const code = codes[status] ?? (status >= 500 ? 'failed' : 'invalid');
  const next = nextFor(code, server);
  return new PortError({
    code,
    subject,
    message: wordsFor(subject, code, status),
    ...(next === undefined ? {} : { next }),
  });
}

function wordsFor(subject: string, code: PortErrorCode, status: number): string {
  switch (code) {
    case 'unreachable':
      return `${subject} did not answer`;
    case 'unauthorized':
      return `${subject} did not accept who we are (HTTP 401)`;
    case 'forbidden':
      return `${subject} does not let us read this (HTTP 403)`;
    case 'busy':
      return `${subject} asked to come back later (HTTP 429), more often than the bound allows`;
    default:
      return `${subject} answered with HTTP ${status}`;
  }
}

function nextFor(code: PortErrorCode, { host, credentials }: RegistryServer): string | undefined {
  if (code !== 'unauthorized' && code !== 'forbidden') return undefined;
  return credentials === undefined
    ? `name a Secret with credentials for ${host} under \`platform.registries\``
    : `renew the credentials for ${host} in the Secret that \`platform.registries\` names; reading is enough`;
}
