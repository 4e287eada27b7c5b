import type { Description } from './description.ts';
import type { Handler, RestContext } from './handlers/call.ts';
import { handlers } from './handlers/index.ts';
import { type Operation, operations, type Permission } from './operations.ts';
import { badCredentials, notAccessible, notFound, Refusal } from './refusal.ts';
import type { Token } from './state.ts';

/** A request for the REST API, already read. */
export interface RestRequest {
  method: string;
  /** The path without the query. */
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  /** The body as sent, empty when there was none. */
  body: string;
}

/** The answer to a request. `body` is undefined where GitHub sends none. */
export interface RestAnswer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

function tokenOf({ store, now }: RestContext, headers: Record<string, string>): Token {
  const value = /^(?:bearer|token) +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const token = store.state.tokens.find((known) => known.value === value);
  if (token === undefined || Date.parse(token.expiresAt) <= now()) throw badCredentials();
  return token;
}

function allowed(token: Token, operation: Operation): boolean {
  const held = new Set<Permission>(token.permissions);
  for (const permission of token.permissions) {
    if (permission.endsWith('=write')) held.add(permission.replace('=write', '=read') as Permission);
  }
  return operation.anyOf.some((permission) => held.has(permission));
}

function parsed(body: string): Record<string, unknown> {
  if (body === '') return {};
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    throw new Refusal(400, 'Problems parsing JSON', { documentation_url: 'https://docs.github.com/rest' });
  }
}

/** The statuses that every operation can have, whether or not its description lists them. */
const common = new Set([400, 401, 403, 404, 422]);

/**
 * Answers one request as GitHub would: who asks, does it exist, may they, is the request well formed, in this order.
 *
 * @throws Error when an answer of ours is not one that GitHub's description allows: a fault of the stand-in.
 */
export function answerRest(context: RestContext, request: RestRequest): RestAnswer {
  const headers: Record<string, string> = { 'x-github-media-type': 'github.v3; format=json' };
  const { body, ...rest } = request;
  const described = context.description.match({ ...rest, body: undefined });
  let answer: RestAnswer;
  try {
    answer = carryOut(context, request, described, headers);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    answer = { status: error.status, headers, body: error.body };
  }
  if (described !== undefined && !common.has(answer.status)) {
    const faults = context.description.faults(described, answer.status, answer.body);
    if (faults.length > 0) throw new Error(`${described.operationId} ${answer.status}: ${faults.join('; ')}`);
  }
  return answer;
}

function carryOut(
  context: RestContext,
  request: RestRequest,
  described: ReturnType<Description['match']>,
  headers: Record<string, string>,
): RestAnswer {
  if ((request.headers['user-agent'] ?? '') === '') {
    throw new Refusal(
      403,
      'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
    );
  }
  const token = tokenOf(context, request.headers);
  const operation = operations.find(({ id }) => id === described?.operationId);
  if (described === undefined || operation === undefined) throw notFound();
  const documentation = context.description.documentation(described);
  const params = pathParameters(operation.path, request.path);
  const { owner, name } = context.store.state.repository;
  const ours = `${owner.login}/${name}`.toLowerCase();
  if (params.owner !== undefined && `${params.owner}/${params.repo}`.toLowerCase() !== ours)
    throw notFound(documentation);
  headers['x-accepted-github-permissions'] = operation.anyOf.join('; ');
  if (!allowed(token, operation)) throw notAccessible(documentation);
  const body = parsed(request.body);
  context.description.checkRequest({ ...request, body: request.body === '' ? undefined : body }, described);
  const scene = { state: context.store.state, api: context.api };
  const call = { context, scene, token, documentation, path: request.path, params, query: request.query, body };
  const done = (handlers[operation.id] as Handler)(call);
  return { status: done.status ?? 200, headers: { ...headers, ...done.headers }, body: done.body };
}

function pathParameters(template: string, path: string): Record<string, string> {
  const values = path.split('/');
  const found: Record<string, string> = {};
  template.split('/').forEach((part, index) => {
    if (part.startsWith('{')) found[part.slice(1, -1)] = decodeURIComponent(values[index] ?? '');
  });
  return found;
}
