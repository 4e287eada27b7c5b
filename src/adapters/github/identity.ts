import { z } from 'zod';
import type { JobIdentity } from '../../domain/forge/runs.ts';
import { PortError } from '../../ports/port-error.ts';
import { type ForgeClient, parsed } from './client.ts';
import { forgeError } from './errors.ts';
import { untilAnswered } from './until-answered.ts';

const integer = z
  .string()
  .regex(/^\d{1,16}$/)
  .transform(Number);

/** The claims that are used. Source: https://docs.github.com/actions/reference/security/oidc#oidc-token-claims */
const claims = z
  .object({
    aud: z.string(),
    exp: z.number(),
    repository: z.string(),
    repository_id: integer,
    environment: z.string().optional(),
    ref: z.string(),
    sha: z.string(),
    run_id: integer,
    run_attempt: integer,
    event_name: z.string(),
    workflow_ref: z.string(),
    job_workflow_ref: z.string(),
  })
  .transform(
    (found): JobIdentity => ({
      audience: found.aud,
      repository: found.repository,
      repositoryId: found.repository_id,
      ...(found.environment === undefined ? {} : { environment: found.environment }),
      ref: found.ref,
      commit: found.sha,
      runId: found.run_id,
      attempt: found.run_attempt,
      event: found.event_name,
      workflowRef: found.workflow_ref,
      jobWorkflowRef: found.job_workflow_ref,
    }),
  );

const subject = 'the job’s own token';
/** A gate that holds a job answers 503 after a while, and is asked again: for as long as a job lasts. */
const mostTries = 400;
const requestMs = 170_000;
const pauseMs = 1_000;

/**
 * Who the job is. The token comes from the runner's own endpoint over its own connection and never leaves this function:
 * its signature is for those who cannot ask the issuer themselves.
 */
export async function identityOf({ access }: ForgeClient, job: string): Promise<JobIdentity> {
  const { identity, clock, signal, secret } = access;
  if (identity === undefined) {
    throw new PortError({
      code: 'forbidden',
      subject,
      message: 'the job may not ask who it is',
      next: 'give the job permissions: { id-token: write }',
    });
  }
  const audience = `rooivalk/${job}`;
  const url = new URL(identity.url);
  url.searchParams.set('audience', audience);
  for (let tries = 1; ; tries += 1) {
    const answer = await untilAnswered(access, () => request(url, identity.token, signal));
    if (answer.status < 500 || tries >= mostTries) {
      const token = tokenIn(answer);
      secret(token);
      return claimsIn(token, audience, clock.now());
    }
    await clock.sleep(pauseMs, signal);
  }
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function request(url: URL, token: string, signal: AbortSignal): Promise<Answer> {
  try {
    const answer = await fetch(url, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(requestMs)]),
    });
    if (answer.status === 429) throw forgeError(subject, { status: 429, response: {} });
    return { status: answer.status, body: jsonOf(await answer.text()) };
  } catch (error) {
    throw forgeError(subject, error);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function tokenIn({ status, body }: Answer): string {
  if (status !== 200) throw forgeError(subject, { status, response: {} });
  return parsed(subject, z.object({ value: z.string() }), body).value;
}

function claimsIn(token: string, audience: string, now: number): JobIdentity {
  let payload: unknown;
  try {
    payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  } catch {
    payload = undefined;
  }
  const identity = parsed(subject, claims, payload);
  const { exp } = payload as { exp: number };
  if (identity.audience === audience && exp * 1000 > now) return identity;
  throw new PortError({
    code: 'invalid',
    subject,
    message: identity.audience === audience ? 'it has ended' : `it is for ${JSON.stringify(identity.audience)}`,
  });
}
