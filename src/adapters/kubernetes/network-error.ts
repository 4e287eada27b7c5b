import { clusterWide, kubectl } from '../../domain/kubernetes/kubectl.ts';
import { PortError, type PortErrorCode } from '../../ports/port-error.ts';
import type { Speaker } from './api-error.ts';

/** What is said about a connection that failed, by the code of Node's, TLS's or our own error. */
interface NetworkWords {
  readonly code: PortErrorCode;
  readonly message: (server: string) => string;
  readonly next: string;
  /** Nothing was sent: any request may be repeated. */
  readonly unsent?: boolean;
}

const words: Readonly<Record<string, NetworkWords>> = {
  ECONNREFUSED: {
    code: 'unreachable',
    message: (server) => `${server} refuses connections`,
    next: 'Check that the API server runs, and that the kubeconfig names its address and port',
    unsent: true,
  },
  ENOTFOUND: {
    code: 'unreachable',
    message: (server) => `The name of ${server} is not known`,
    next: 'Check the server’s name in the kubeconfig, and the DNS of this machine',
    unsent: true,
  },
  EAI_AGAIN: {
    code: 'unreachable',
    message: (server) => `DNS gave no answer for ${server}`,
    next: 'Check the DNS of this machine',
    unsent: true,
  },
  CONNECT_TIMEOUT: {
    code: 'unreachable',
    message: (server) => `${server} did not answer while a connection was made`,
    next: 'Check firewalls, security groups and routes between this machine and the API server',
    unsent: true,
  },
  EHOSTUNREACH: {
    code: 'unreachable',
    message: (server) => `There is no route to ${server}`,
    next: 'Check the network of this machine',
    unsent: true,
  },
  PROXY_REFUSED: {
    code: 'unreachable',
    message: (server) => `The proxy did not open a way to ${server}`,
    next: 'Check HTTPS_PROXY and its credentials, or put the API server into NO_PROXY',
    unsent: true,
  },
  EPROTO: {
    code: 'unreachable',
    message: (server) => `${server} does not speak TLS as it should`,
    next: 'Check that the kubeconfig names the API server’s own port',
    unsent: true,
  },
  ATTEMPT_TIMEOUT: {
    code: 'timeout',
    message: (server) => `${server} accepted the request and did not answer in time`,
    next: `Check the load of the API server: ${kubectl(clusterWide)`get --raw ${'/readyz?verbose'}`}`,
  },
  BODY_TOO_LARGE: {
    code: 'failed',
    message: (server) => `${server} answered with more than can be held`,
    next: 'Narrow the selector',
  },
  BAD_BODY: {
    code: 'failed',
    message: (server) => `${server} answered with something that is not JSON`,
    next: 'Check that the address is a Kubernetes API server, and not a login page or a proxy',
  },
};

const lost: NetworkWords = {
  code: 'unreachable',
  message: (server) => `The connection to ${server} was lost before the answer came`,
  next: 'Check the network between this machine and the API server',
};

const untrusted = (code: string): NetworkWords => ({
  code: 'untrusted',
  message: (server) => `The certificate of ${server} cannot be verified (${code})`,
  next: 'Check certificate-authority-data and tls-server-name in the kubeconfig, and this machine’s clock',
  unsent: true,
});

const tlsCode =
  /^(CERT_|ERR_TLS_CERT|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH|ERR_SSL_.*CERT)/;

/** The `code` of an error or of one of its causes. */
export function errorCode(error: unknown): string | undefined {
  let current: unknown = error;
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth += 1) {
    const { code, errors, cause } = current as { code?: unknown; errors?: unknown; cause?: unknown };
    if (typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code)) return code;
    current = Array.isArray(errors) ? errors[0] : cause;
  }
  return undefined;
}

function wordsOf(error: unknown): NetworkWords {
  const code = errorCode(error) ?? '';
  if (tlsCode.test(code)) return untrusted(code);
  if (code === 'ENETUNREACH') return words.EHOSTUNREACH ?? lost;
  if (code.startsWith('ERR_SSL_')) return words.EPROTO ?? lost;
  return words[code] ?? lost;
}

/** Whether a request certainly did not reach the server, so that even a write may be sent again. */
export function wasUnsent(error: unknown): boolean {
  return wordsOf(error).unsent === true;
}

/** Whether trying again may help: a certificate stays as untrusted as it is. */
export function mayPass(error: unknown): boolean {
  const { code, message } = wordsOf(error);
  return code !== 'untrusted' && code !== 'failed' && message !== words.EPROTO?.message;
}

/** Translates a failed connection; of the foreign error only its code is looked at. */
export function networkError(error: unknown, subject: string, speaker: Pick<Speaker, 'server'>): PortError {
  const { code, message, next } = wordsOf(error);
  return new PortError({ code, subject, message: message(speaker.server), next });
}
