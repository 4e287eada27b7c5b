import type { Pod } from '../../domain/kubernetes/objects.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { PortError } from '../../ports/port-error.ts';
import { type ApiStatus, apiError, forbiddenError } from './api-error.ts';
import type { ApiClient } from './client.ts';
import type { Asked } from './resource-path.ts';

/** A stream into a pod that was asked for: exec or port-forward. */
export interface StreamAsked {
  readonly subresource: 'exec' | 'portforward';
  readonly namespace: string;
  readonly pod: string;
  /** Absent for a port-forward. */
  readonly container?: string;
}

/** Ask the API server whether we may do something. */
export async function ask(client: ApiClient, asked: Asked): Promise<boolean> {
  const { verb, resource, subresource, namespace, name } = asked;
  const attributes = { verb, group: resource.group, resource: resource.plural, subresource, namespace, name };
  const review = await client.request<{ status?: { allowed?: boolean } }>(
    { ...asked, verb: 'create' },
    {
      method: 'POST',
      path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
      body: {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes: attributes },
      },
      repeatable: true,
    },
  );
  return review.status?.allowed === true;
}

/** The subject of errors about a stream into a pod. */
export function streamSubject({ namespace, pod, container }: Omit<StreamAsked, 'subresource'>): string {
  const inside = container === undefined ? '' : `container ${container} of `;
  return `${inside}pods/${pod} in ${namespace}`;
}

const streamQuestion = ({ subresource, namespace, pod }: StreamAsked, verb: string): Asked => ({
  verb,
  resource: resources.pods,
  subresource,
  namespace,
  name: pod,
});

/** Since Kubernetes 1.35 a stream over WebSocket needs both verbs; the refusal does not always say which one is missing. */
async function missingVerb(client: ApiClient, asked: StreamAsked): Promise<string | undefined> {
  for (const verb of ['get', 'create']) {
    if (!(await ask(client, streamQuestion(asked, verb)))) return verb;
  }
  return undefined;
}

/** What the pod itself says about why nothing can run in it, or be reached in it. */
function podObjection(pod: Pod, asked: StreamAsked): { code: 'not-found' | 'failed'; message: string } | undefined {
  const { container } = asked;
  const phase = pod.status?.phase ?? 'Pending';
  if (phase !== 'Running') return { code: 'failed', message: `Pod ${asked.pod} is ${phase}: nothing runs in it` };
  if (container === undefined) return undefined;
  const known = [...pod.spec.containers, ...(pod.spec.initContainers ?? [])].some(({ name }) => name === container);
  if (!known) return { code: 'not-found', message: `Pod ${asked.pod} has no container ${container}` };
  const state = pod.status?.containerStatuses?.find(({ name }) => name === container)?.state;
  if (state?.running !== undefined) return undefined;
  const reason = state?.waiting?.reason ?? state?.terminated?.reason;
  const word = reason !== undefined && /^[A-Za-z]{1,40}$/.test(reason) ? ` (${reason})` : '';
  return { code: 'failed', message: `Container ${container} does not run${word}` };
}

/**
 * Why the API server refused to open a stream. The refusal's own text is not shown; instead the API server is asked what
 * is missing: the permission (both verbs), the pod, the container, or that it runs.
 */
export async function explainRefusal(
  client: ApiClient,
  asked: StreamAsked,
  status: number,
  answer: ApiStatus,
): Promise<PortError> {
  const question = streamQuestion(asked, 'create');
  try {
    if (status === 403) {
      const verb = await missingVerb(client, asked);
      if (verb !== undefined) return forbiddenError(streamQuestion(asked, verb), client.speaker);
    } else if (status !== 401 && status !== 429) {
      const { namespace, pod: name } = asked;
      const podAsked: Asked = { verb: 'get', resource: resources.pods, namespace, name };
      const objection = podObjection(await client.request<Pod>(podAsked), asked);
      if (objection !== undefined) return new PortError({ ...objection, subject: streamSubject(asked) });
    }
  } catch (error) {
    if (error instanceof PortError && error.code === 'not-found') return error;
  }
  return apiError(question, status, answer, client.speaker);
}
