import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { environmentNamed, gateOf, isHeld } from './gates.ts';
import type { Environment, Run } from './model.ts';
import { Refusal } from './refusal.ts';
import type { Reviewer } from './reviewer.ts';
import { InvalidToken, readIdentityRequest } from './runtime-token.ts';
import type { Store } from './state.ts';

/** Where a job asks for its identity: the path of `ACTIONS_ID_TOKEN_REQUEST_URL`. */
export const identityPath = '/_oidc/token';
/** Where a relying party finds the issuer's keys. Source: OpenID Connect Discovery 1.0, section 4. */
const discoveryPath = '/.well-known/openid-configuration';
/** Where the keys are. */
const keysPath = '/.well-known/jwks';

const keyId = 'rooivalk-sandbox';
/** How long a token is good for. Source: GitHub's tokens carry exp − iat of five minutes. */
const lifeSeconds = 300;
/** A request is held no longer than this; the client is told to come back, as it does for a 503. */
const longestHoldMs = 100_000;
const pollMs = 200;

/** What the identity endpoint needs from the server around it. */
export interface IdentityContext {
  store: Store;
  reviewer: Reviewer;
  issuer: string;
  now(): number;
}

function privateKey(store: Store): string {
  if (store.state.oidcKey === '') {
    const { privateKey: made } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    store.state.oidcKey = made.export({ type: 'pkcs8', format: 'pem' }) as string;
    store.save();
  }
  return store.state.oidcKey;
}

/** The issuer's description of itself. */
function discovery(issuer: string): Record<string, unknown> {
  return {
    issuer,
    jwks_uri: `${issuer}${keysPath}`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
  };
}

/** The public key that tokens are signed with. */
function keys(store: Store): Record<string, unknown> {
  const jwk = createPublicKey(createPrivateKey(privateKey(store))).export({ format: 'jwk' });
  return { keys: [{ ...jwk, kid: keyId, use: 'sig', alg: 'RS256' }] };
}

/**
 * Claims of a job's token, all of them text as GitHub writes them.
 * Source: https://docs.github.com/actions/reference/security/oidc#oidc-token-claims
 */
function claimsOf(
  { store, issuer, now }: IdentityContext,
  run: Run,
  environment: Environment | undefined,
): Record<string, string> {
  const { repository } = store.state;
  const { owner, name, id } = repository;
  const full = `${owner.login}/${name}`;
  const ref = `refs/heads/${run.branch}`;
  // Repositories made since 2026-07-15 have ids in their subjects.
  const subject = repository.createdAt >= '2026-07-15' ? `${owner.login}@${owner.id}/${name}@${id}` : full;
  const workflowRef = `${full}/${run.workflow.path}@${ref}`;
  const seconds = Math.floor(now() / 1000);
  return {
    jti: randomUUID(),
    iss: issuer,
    sub: `repo:${subject}:${environment === undefined ? `ref:${ref}` : `environment:${environment.name}`}`,
    ...(environment === undefined ? {} : { environment: environment.name }),
    ref,
    ref_type: 'branch',
    ref_protected: 'true',
    sha: run.sha,
    repository: full,
    repository_id: String(id),
    repository_owner: owner.login,
    repository_owner_id: String(owner.id),
    repository_visibility: repository.private ? 'private' : 'public',
    run_id: String(run.id),
    run_number: String(run.number),
    run_attempt: String(run.attempt),
    actor: run.actor.login,
    actor_id: String(run.actor.id),
    event_name: run.event,
    base_ref: '',
    head_ref: '',
    workflow: run.workflow.name,
    workflow_ref: workflowRef,
    workflow_sha: run.sha,
    job_workflow_ref: workflowRef,
    job_workflow_sha: run.sha,
    runner_environment: 'github-hosted',
    ...({ nbf: seconds - 600, exp: seconds + lifeSeconds, iat: seconds } as unknown as Record<string, string>),
  };
}

function signed(store: Store, claims: Record<string, string>): string {
  const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const text = `${encode({ typ: 'JWT', alg: 'RS256', x5t: keyId, kid: keyId })}.${encode(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), privateKey(store)).toString('base64url')}`;
}

function askingRun({ store, now }: IdentityContext, authorization: string): Run {
  try {
    return readIdentityRequest(store, /^bearer +(\S+)$/i.exec(authorization)?.[1] ?? '', now());
  } catch (error) {
    if (error instanceof InvalidToken || error instanceof SyntaxError) throw new Refusal(401, error.message);
    throw error;
  }
}

/** Holds the job until its environment's rules are met. @throws Refusal 503 when that takes longer than a request may. */
async function pass(context: IdentityContext, run: Run, job: string, environment: Environment): Promise<void> {
  const { store, reviewer, now } = context;
  if (environment.reviewers.length === 0 && environment.waitTimer === 0) return;
  const gate = gateOf(store, run, job, environment, now());
  if (!isHeld(gate, environment, now())) return;
  const status = (word: 'waiting' | 'in_progress'): void => {
    run.status = run.status === 'completed' ? 'completed' : word;
    store.recordJob(run.id, job, { status: word });
  };
  status('waiting');
  const reviewed = reviewer.review(run, gate, environment);
  // An act that takes its time must not hold the answer; one that fails must be heard of.
  reviewed.catch((error: Error) => console.error(`GitHub stand-in, scripted review: ${error.message}`));
  const started = Date.now();
  while (isHeld(gate, environment, now())) {
    if (run.status === 'completed') throw new Refusal(401, 'the run has ended');
    if (Date.now() - started > longestHoldMs) throw new Refusal(503, 'the job waits for its environment');
    await Promise.race([sleep(pollMs), reviewed.catch(() => {}).then(() => sleep(pollMs / 4))]);
  }
  status('in_progress');
}

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/**
 * Says who a job is. The audience `rooivalk/<job>` names the job, since under act all jobs ask at one address; its
 * environment is the one that its workflow file names. The first question of a gated job is answered when it may start.
 */
async function identify(context: IdentityContext, authorization: string, audience: string): Promise<Answer> {
  const run = askingRun(context, authorization);
  const job = /^rooivalk\/([A-Za-z_][A-Za-z0-9_-]*)$/.exec(audience)?.[1];
  const declared = run.declared.find(({ id }) => id === job);
  if (declared === undefined) throw new Refusal(400, `the audience "${audience}" names no job of this run`);
  if (!declared.idToken) throw new Refusal(403, `job ${declared.id} has no id-token: write`);
  const named = declared.environment;
  const environment = named === undefined ? undefined : environmentNamed(context.store, named, context.now());
  if (environment !== undefined) await pass(context, run, declared.id, environment);
  const value = signed(context.store, { ...claimsOf(context, run, environment), aud: audience });
  return { status: 200, body: { count: value.length, value } };
}

/** Answers a job that asks who it is, and whoever wants to check the answer; undefined for what is asked of others. */
export async function answerIdentity(
  context: IdentityContext,
  asked: URL,
  authorization: string,
): Promise<Answer | undefined> {
  if (asked.pathname === discoveryPath) return { status: 200, body: discovery(context.issuer) };
  if (asked.pathname === keysPath) return { status: 200, body: keys(context.store) };
  if (asked.pathname !== identityPath) return undefined;
  try {
    return await identify(context, authorization, asked.searchParams.get('audience') ?? '');
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, body: error.body };
    throw error;
  }
}
