import { clusterWide, kubectl } from '../../domain/kubernetes/kubectl.ts';
import { PortError, type PortErrorCode } from '../../ports/port-error.ts';
import { type Asked, placeWord, resourceWord, subjectOf } from './resource-path.ts';

/** The API server's own description of a failure, as far as it was sent (`kind: Status`). */
export interface ApiStatus {
  readonly reason?: string;
  readonly message?: string;
  readonly details?: {
    readonly name?: string;
    readonly kind?: string;
    readonly causes?: readonly { readonly reason?: string; readonly field?: string }[];
    readonly retryAfterSeconds?: number;
  };
}

/** Who is asking whom; shown in errors. */
export interface Speaker {
  /** Host and port of the API server. */
  readonly server: string;
  /** The kubeconfig's user. */
  readonly user: string;
  /** The kubeconfig's context. */
  readonly context: string;
  /** Id of the task that runs, for the manifest that grants what it needs. */
  readonly task?: string | undefined;
}

/** Reads a body as a `Status`; anything else is an empty one. */
export function apiStatusOf(body: string): ApiStatus {
  try {
    const parsed: unknown = JSON.parse(body);
    const isStatus = typeof parsed === 'object' && parsed !== null && (parsed as { kind?: unknown }).kind === 'Status';
    return isStatus ? (parsed as ApiStatus) : {};
  } catch {
    return {};
  }
}

/** What may be done about a missing permission: the task's own manifest, or the question to ask the cluster. */
export function grantHint(asked: Asked, speaker: Pick<Speaker, 'task'>): string {
  if (speaker.task !== undefined) {
    const manifest = `deploy/rbac/tasks/${speaker.task}.yaml`;
    return `${manifest} grants it; an administrator applies it with: ${kubectl(clusterWide)`apply -f ${manifest}`}`;
  }
  const where = asked.resource.namespaced ? (asked.namespace ?? clusterWide) : clusterWide;
  const what = resourceWord(asked.resource, asked.subresource);
  return `Ask an administrator for it; to check: ${kubectl(where)`auth can-i ${asked.verb} ${what}`}`;
}

/** What may be done about a refusal by admission: our own policy is generated with the task's manifest. */
function policyHint(refusedBy: string, { task }: Pick<Speaker, 'task'>): string {
  if (task === undefined || !refusedBy.includes(' rooivalk-maintenance'))
    return 'An administrator can say what it allows';
  const manifest = `deploy/rbac/tasks/${task}.yaml`;
  return `${manifest} says what it allows; when it is older than this version, an administrator applies it with: ${kubectl(clusterWide)`apply -f ${manifest}`}`;
}

/** The error for a permission that is missing. */
export function forbiddenError(asked: Asked, speaker: Speaker): PortError {
  const where = asked.resource.namespaced
    ? asked.namespace === undefined
      ? ' in all namespaces'
      : ` in namespace ${asked.namespace}`
    : ' (a cluster-wide resource)';
  return new PortError({
    code: 'forbidden',
    subject: subjectOf(asked),
    message: `User ${speaker.user} may not ${asked.verb} ${resourceWord(asked.resource, asked.subresource)}${where}`,
    next: grantHint(asked, speaker),
  });
}

/** Something that refused a request although RBAC allows it; its name is taken out of the server's sentence. */
const admissionPatterns: readonly (readonly [RegExp, string])[] = [
  [/ValidatingAdmissionPolicy '([a-z0-9.-]{1,253})'/, 'admission policy'],
  [/admission webhook "([a-z0-9.-]{1,253})" denied/, 'admission webhook'],
  [/exceeded quota: ([a-z0-9.-]{1,253})/, 'quota'],
  [/violates PodSecurity "([a-z0-9.:-]{1,253})"/, 'Pod Security level'],
];

function admissionRefusal(message: string): string | undefined {
  for (const [pattern, word] of admissionPatterns) {
    const name = pattern.exec(message)?.[1];
    if (name !== undefined) return `${word} ${name}`;
  }
  return undefined;
}

const codesByStatus: Readonly<Record<number, PortErrorCode>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  410: 'gone',
  429: 'busy',
  504: 'timeout',
};

/**
 * An operation of a JSON Patch that does not apply (a failed `test`, a path that has gone) is a 422 that names neither
 * object nor field; a result that is no valid object names both. Our patches test what they touch: so it has moved.
 */
function patchMoved({ verb }: Asked, status: number, { details }: ApiStatus): boolean {
  return verb === 'patch' && status === 422 && details?.causes === undefined && details?.name === undefined;
}

function codeOf(asked: Asked, status: number, answer: ApiStatus): PortErrorCode {
  if (patchMoved(asked, status, answer)) return 'conflict';
  return codesByStatus[status] ?? (status >= 400 && status < 500 ? 'invalid' : 'failed');
}

type Words = (asked: Asked, status: number, answer: ApiStatus, speaker: Speaker) => { message: string; next?: string };

const unauthorizedWords: Words = (_asked, _status, _answer, speaker) => ({
  message: `${speaker.server} did not accept the credentials of user ${speaker.user} (context ${speaker.context})`,
  next: 'Renew the credentials that the kubeconfig holds or obtains',
});

const notFoundWords: Words = (asked, _status, answer) => {
  if (
    answer.details?.kind === 'namespaces' &&
    asked.namespace !== undefined &&
    asked.resource.plural !== 'namespaces'
  ) {
    return {
      message: `Namespace ${asked.namespace} does not exist`,
      next: kubectl(clusterWide)`create namespace ${asked.namespace}`,
    };
  }
  if (asked.name !== undefined && answer.details?.name === asked.name) {
    return { message: `${asked.resource.kind} ${asked.name} does not exist${placeWord(asked)}` };
  }
  const groupVersion =
    asked.resource.group === '' ? asked.resource.version : `${asked.resource.group}/${asked.resource.version}`;
  return {
    message: `The API server does not serve ${asked.resource.plural} of ${groupVersion}`,
    next: `What it serves: ${kubectl(clusterWide)`api-resources --api-group=${asked.resource.group}`}`,
  };
};

const conflictWords: Words = (asked, status, answer) => {
  const name = `${asked.resource.kind} ${asked.name ?? ''}`.trim();
  if (answer.reason === 'AlreadyExists') return { message: `${name} exists already${placeWord(asked)}` };
  if (status === 422) return { message: `${name} no longer holds what was read before the change${placeWord(asked)}` };
  return { message: `${name} was changed, replaced or removed by somebody else${placeWord(asked)}` };
};

const invalidWords: Words = (asked, status, answer) => {
  const fields = (answer.details?.causes ?? []).map((cause) => cause.field).filter((field) => field !== undefined);
  const where = fields.length === 0 ? '' : `: ${fields.slice(0, 5).join(', ')}`;
  return { message: `The API server refused the ${asked.verb} as invalid (HTTP ${status})${where}` };
};

const goneWords: Words = ({ verb }, _status, _answer, speaker) => {
  if (verb === 'list')
    return { message: 'The list moved on while it was read (HTTP 410), more often than it was started again' };
  return {
    message: `${speaker.server} answered that what was asked for is gone (HTTP 410)`,
    next: 'Check that the address is the API server’s own, and see its log for this time',
  };
};

const failedWords: Words = (_asked, status, answer, speaker) => ({
  message: `${speaker.server} answered with HTTP ${status}${reasonWord(answer)}`,
  next:
    status === 503
      ? `The API server, or the extension server behind this resource, is not ready: ${kubectl(clusterWide)`get apiservices`}`
      : 'See the API server’s log for this time',
});

const words: Partial<Record<PortErrorCode, Words>> = {
  unauthorized: unauthorizedWords,
  'not-found': notFoundWords,
  conflict: conflictWords,
  invalid: invalidWords,
  gone: goneWords,
  busy: (_asked, _status, _answer, speaker) => ({
    message: `${speaker.server} asked to come back later (HTTP 429) until the time was up`,
    next: `The API server is overloaded, or its priority level for this user is full: ${kubectl(clusterWide)`get flowschemas`}`,
  }),
  timeout: (_asked, _status, _answer, speaker) => ({ message: `${speaker.server} gave up on the request (HTTP 504)` }),
};

/** ` (ServiceUnavailable)`: the server's reason, if it is one plain word. */
function reasonWord(answer: ApiStatus): string {
  return answer.reason !== undefined && /^[A-Za-z]{1,40}$/.test(answer.reason) ? ` (${answer.reason})` : '';
}

/** Translates an answer of the API server that is not a success. The server's own text never passes whole. */
export function apiError(asked: Asked, status: number, answer: ApiStatus, speaker: Speaker): PortError {
  // A policy whose validations give no reason refuses with 422 instead of 403.
  const refusedBy = status === 403 || status === 422 ? admissionRefusal(answer.message ?? '') : undefined;
  const code = refusedBy === undefined ? codeOf(asked, status, answer) : 'forbidden';
  if (code === 'forbidden') {
    if (refusedBy === undefined) return forbiddenError(asked, speaker);
    return new PortError({
      code,
      subject: subjectOf(asked),
      message: `The cluster's ${refusedBy} refused to ${asked.verb} ${resourceWord(asked.resource, asked.subresource)}`,
      next: policyHint(refusedBy, speaker),
    });
  }
  const { message, next } = (words[code] ?? failedWords)(asked, status, answer, speaker);
  return new PortError({ code, subject: subjectOf(asked), message, ...(next === undefined ? {} : { next }) });
}
