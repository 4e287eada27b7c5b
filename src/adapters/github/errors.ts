import { PortError, type PortErrorCode } from '../../ports/port-error.ts';

/** What is known of a failed request, from allowed fields: a status, two headers, the name of an error. */
interface Failure {
  readonly status?: number;
  readonly name?: string;
  readonly code?: string;
  readonly response?: { readonly headers?: Readonly<Record<string, string | undefined>> };
}

/** Which permission of a job would have been enough; the forge says it in a header. */
function lackingPermission({ response }: Failure): string | undefined {
  const accepted = response?.headers?.['x-accepted-github-permissions'];
  const found = accepted === undefined ? [] : [...accepted.matchAll(/([a-z_]+)=(read|write)/g)];
  return found.length === 0
    ? undefined
    : found.map(([, name = '', level]) => `${name.replaceAll('_', '-')}: ${level}`).join(' or ');
}

const codes: Readonly<Record<number, PortErrorCode>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  410: 'gone',
  422: 'invalid',
  429: 'busy',
};

const networkCodes = /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|EPIPE|UND_ERR_(CONNECT|SOCKET))/;

interface Cause {
  readonly code?: string;
  readonly name?: string;
}

const causeOf = (failure: Failure): Cause => (failure as { cause?: Cause }).cause ?? {};

function networkCode(failure: Failure): string {
  return failure.code ?? causeOf(failure).code ?? '';
}

/** Ended by a signal: octokit wraps what fetch says. */
function wasEnded(failure: Failure): boolean {
  const names = [failure.name, causeOf(failure).name];
  return names.includes('TimeoutError') || names.includes('AbortError');
}

function isBusy({ status, response }: Failure): boolean {
  const headers = response?.headers ?? {};
  return status === 403 && (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0');
}

function codeOf(failure: Failure): PortErrorCode {
  const { status } = failure;
  if (isBusy(failure)) return 'busy';
  // octokit reports a request that never got an answer as a 500 of its own, without a response
  if (status !== undefined && failure.response !== undefined) return codes[status] ?? 'failed';
  if (wasEnded(failure)) return 'timeout';
  return networkCodes.test(networkCode(failure)) || status === 500 ? 'unreachable' : 'failed';
}

/** Whether asking again may help: the forge was busy or stumbled. A write is only asked again when it was not taken. */
export function isPassing(error: PortError): boolean {
  return error.code === 'busy' || error.code === 'unreachable' || error.code === 'failed';
}

function nextOf(failure: Failure, code: PortErrorCode): string | undefined {
  const permission = lackingPermission(failure);
  if (code === 'forbidden' && permission !== undefined) return `give the job permissions: { ${permission} }`;
  if (code === 'unauthorized') return 'the job’s token has ended or was not passed on: start the run again';
  if (code === 'busy') return 'the forge asks to come back later: start the run again in some minutes';
  return undefined;
}

/** The error of the port for a failed request; nothing of the forge's own text passes. */
export function forgeError(subject: string, error: unknown): PortError {
  if (error instanceof PortError) return error;
  const failure = (typeof error === 'object' && error !== null ? error : {}) as Failure;
  const code = codeOf(failure);
  const next = nextOf(failure, code);
  const answered = failure.response !== undefined && failure.status !== undefined;
  const said = answered ? `GitHub answered ${failure.status}` : `GitHub could not be asked (${code})`;
  return new PortError({ code, subject, message: `${subject}: ${said}`, ...(next === undefined ? {} : { next }) });
}
