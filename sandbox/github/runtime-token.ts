import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Run, Store } from './state.ts';

/** What a token in the form of an `ACTIONS_RUNTIME_TOKEN` says. */
interface Claims {
  exp: number;
  nbf: number;
  scp: string;
}

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

/** A JWT with a scope, signed by the stand-in; good for so many minutes. */
function signedToken(store: Store, run: Run, scope: string, minutes: number): string {
  const now = Math.floor(Date.now() / 1000);
  const header = encode({ typ: 'JWT', alg: 'HS256' });
  const body = encode({
    iss: 'https://token.actions.githubusercontent.com',
    iat: now,
    nbf: now - 60,
    exp: now + minutes * 60,
    scp: scope,
    repository_id: String(store.state.repository.id),
    run_id: String(run.id),
  });
  return `${header}.${body}.${signature(store, `${header}.${body}`).toString('base64url')}`;
}

/** The values of one kind of scope in a token. @throws InvalidToken for a foreign signature and an expired token. */
function scopeOf(store: Store, token: string, kind: string, now: number): string[] {
  const [header = '', body = '', signed = ''] = token.split('.');
  const given = Buffer.from(signed, 'base64url');
  const expected = signature(store, `${header}.${body}`);
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new InvalidToken('signature is invalid');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Claims;
  if (claims.exp * 1000 <= now || claims.nbf * 1000 > now) throw new InvalidToken('token is expired or not valid yet');
  const scope = claims.scp.split(' ').find((part) => part.startsWith(`${kind}:`));
  if (scope === undefined) throw new InvalidToken('token has no scope for results');
  return scope.split(':').slice(1);
}

function runningRun(store: Store, backend: string | undefined): Run {
  const run = store.state.runs.find(({ backendId }) => backendId === backend);
  if (run === undefined) throw new InvalidToken('token is for an unknown run');
  if (run.status === 'completed') throw new InvalidToken('token is for a run that has ended');
  return run;
}

/**
 * An `ACTIONS_RUNTIME_TOKEN`: a JWT whose scope names the run and the job, as `@actions/artifact` reads it.
 * `minutes` is how long it is good for; GitHub's ends with the job.
 */
export function issueRuntimeToken(store: Store, run: Run, jobBackendId: string, minutes = 360): string {
  const results = `Actions.Results:${run.backendId}:${jobBackendId}`;
  return signedToken(store, run, `Actions.GenericRead:00000000-0000-0000-0000-000000000000 ${results}`, minutes);
}

/**
 * Reads a runtime token that this stand-in signed.
 *
 * @throws InvalidToken for a foreign signature, an expired token, a missing scope, and a run that has ended.
 */
export function readRuntimeToken(store: Store, token: string, now: number): RuntimeClaims {
  const [runBackendId, jobBackendId] = scopeOf(store, token, 'Actions.Results', now);
  if (runBackendId === undefined || jobBackendId === undefined)
    throw new InvalidToken('token has no scope for results');
  runningRun(store, runBackendId);
  return { runBackendId, jobBackendId };
}

/** An `ACTIONS_ID_TOKEN_REQUEST_TOKEN`: with it a job of this attempt of the run may ask who it is. */
export function issueIdentityRequest(store: Store, run: Run, minutes = 360): string {
  return signedToken(store, run, `Actions.GenerateIdToken:${run.backendId}:${run.attempt}`, minutes);
}

/** The run whose job asks who it is. @throws InvalidToken as above, and for an attempt that is over. */
export function readIdentityRequest(store: Store, token: string, now: number): Run {
  const [backend, attempt] = scopeOf(store, token, 'Actions.GenerateIdToken', now);
  const run = runningRun(store, backend);
  if (String(run.attempt) !== attempt) throw new InvalidToken('token is for an attempt that is over');
  return run;
}
