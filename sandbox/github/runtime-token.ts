import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Run, Store } from './state.ts';

/** What a runtime token lets its holder do: keep artifacts of one run. */
export interface RuntimeClaims {
  runBackendId: string;
  jobBackendId: string;
}

/** Why a runtime token is refused, as the results service words it. */
export class InvalidToken extends Error {}

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function signature(store: Store, signed: string): Buffer {
  return createHmac('sha256', store.state.key).update(signed).digest();
}

/**
 * An `ACTIONS_RUNTIME_TOKEN`: a JWT whose scope names the run and the job, as `@actions/artifact` reads it.
 * `minutes` is how long it is good for; GitHub's ends with the job.
 */
export function issueRuntimeToken(store: Store, run: Run, jobBackendId: string, minutes = 360): string {
  const now = Math.floor(Date.now() / 1000);
  const header = encode({ typ: 'JWT', alg: 'HS256' });
  const body = encode({
    iss: 'https://token.actions.githubusercontent.com',
    iat: now,
    nbf: now - 60,
    exp: now + minutes * 60,
    scp: `Actions.GenericRead:00000000-0000-0000-0000-000000000000 Actions.Results:${run.backendId}:${jobBackendId}`,
    repository_id: String(store.state.repository.id),
    run_id: String(run.id),
  });
  return `${header}.${body}.${signature(store, `${header}.${body}`).toString('base64url')}`;
}

/**
 * Reads a runtime token that this stand-in signed.
 *
 * @throws InvalidToken for a foreign signature, an expired token, a missing scope, and a run that has ended.
 */
export function readRuntimeToken(store: Store, token: string, now: number): RuntimeClaims {
  const [header = '', body = '', signed = ''] = token.split('.');
  const given = Buffer.from(signed, 'base64url');
  const expected = signature(store, `${header}.${body}`);
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new InvalidToken('signature is invalid');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as {
    exp: number;
    nbf: number;
    scp: string;
  };
  if (claims.exp * 1000 <= now || claims.nbf * 1000 > now) throw new InvalidToken('token is expired or not valid yet');
  const scope = claims.scp.split(' ').find((part) => part.startsWith('Actions.Results:'));
  const [, runBackendId, jobBackendId] = scope?.split(':') ?? [];
  if (runBackendId === undefined || jobBackendId === undefined)
    throw new InvalidToken('token has no scope for results');
  const run = store.state.runs.find(({ backendId }) => backendId === runBackendId);
  if (run === undefined) throw new InvalidToken('token is for an unknown run');
  if (run.status === 'completed') throw new InvalidToken('token is for a run that has ended');
  return { runBackendId, jobBackendId };
}
