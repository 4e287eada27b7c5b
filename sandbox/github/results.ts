import { Ajv, type ValidateFunction } from 'ajv';
import type { Blobs } from './blobs.ts';
import { InvalidToken, type RuntimeClaims, readRuntimeToken } from './runtime-token.ts';
import { type Artifact, type Run, type Store, timestamp } from './state.ts';

/** The path below which the results service answers. */
export const resultsPrefix = '/twirp/github.actions.results.api.v1.ArtifactService/';

/** Days that an artifact is kept when the upload does not say. Source: GitHub's default retention. */
const retentionDays = 90;
/** Artifacts that one job may keep. Source: platform.md, "Limits". */
const mostArtifacts = 500;
/** The only version of the artifact protocol that is left. */
const protocolVersion = 7;

/** An answer of the results service: Twirp's JSON. */
export interface TwirpAnswer {
  status: number;
  body: Record<string, unknown>;
}

/** Twirp's error codes and their statuses. Source: https://twitchtv.github.io/twirp/docs/spec_v7.html#error-codes */
const statuses = {
  malformed: 400,
  invalid_argument: 400,
  unauthenticated: 401,
  permission_denied: 403,
  not_found: 404,
  bad_route: 404,
  already_exists: 409,
  resource_exhausted: 429,
} as const;

/** A refusal in Twirp's form. */
export class TwirpError extends Error {
  readonly code: keyof typeof statuses;

  constructor(code: keyof typeof statuses, message: string) {
    super(message);
    this.code = code;
  }

  answer(): TwirpAnswer {
    return { status: statuses[this.code], body: { code: this.code, msg: this.message } };
  }
}

interface Ids {
  workflow_run_backend_id: string;
  workflow_job_run_backend_id: string;
}

const text = { type: 'string' };
const number64 = { type: 'string', pattern: '^[0-9]{1,19}$' };
const ids = { workflow_run_backend_id: text, workflow_job_run_backend_id: text };
const named = { ...ids, name: { type: 'string', minLength: 1, maxLength: 256, pattern: '^[^":<>|*?\\r\\n\\\\/]+$' } };

/**
 * The requests' fields as the protocol's JSON form spells them. Source: the message types that `@actions/artifact`
 * 6.2.1 was generated from (`lib/generated/results/api/v1/artifact.d.ts`); wrapped values appear as plain strings.
 */
const requests: Record<string, { properties: Record<string, object>; required: string[] }> = {
  CreateArtifact: {
    properties: {
      ...named,
      expires_at: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z$' },
      version: { type: 'integer' },
      mime_type: text,
    },
    required: [...Object.keys(named), 'version'],
  },
  FinalizeArtifact: {
    properties: { ...named, size: number64, hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' } },
    required: [...Object.keys(named)],
  },
  ListArtifacts: { properties: { ...ids, name_filter: text, id_filter: number64 }, required: Object.keys(ids) },
  GetSignedArtifactURL: { properties: named, required: Object.keys(named) },
  DeleteArtifact: { properties: named, required: Object.keys(named) },
};

const ajv = new Ajv({ allErrors: true });
const validators = new Map<string, ValidateFunction>(
  Object.entries(requests).map(([method, shape]) => [
    method,
    ajv.compile({ type: 'object', additionalProperties: false, ...shape }),
  ]),
);

/** What one call of the results service needs. */
export interface ResultsContext {
  store: Store;
  blobs: Blobs;
  now(): number;
}

type Method = (context: ResultsContext, run: Run, request: Record<string, string> & Ids) => Record<string, unknown>;

function finalized(context: ResultsContext, run: Run, name: string): Artifact {
  const found = context.store.state.artifacts.find(
    (artifact) => artifact.finalized && artifact.runId === run.id && artifact.name === name,
  );
  if (found === undefined)
    throw new TwirpError('not_found', `an artifact named ${name} was not found on the workflow run`);
  return found;
}

function expiry(request: Record<string, string>, now: number): string {
  const asked = request.expires_at === undefined ? Number.NaN : Date.parse(request.expires_at);
  const latest = now + retentionDays * 86_400_000;
  return timestamp(Number.isNaN(asked) ? latest : Math.min(asked, latest));
}

const methods: Record<string, Method> = {
  CreateArtifact({ store, blobs, now }, run, request) {
    if (Number(request.version) !== protocolVersion) {
      throw new TwirpError('invalid_argument', `version ${request.version} of the artifact protocol is not supported`);
    }
    const { artifacts } = store.state;
    const same = artifacts.find(({ runId, name }) => runId === run.id && name === request.name);
    if (same?.finalized) {
      throw new TwirpError('already_exists', 'an artifact with this name already exists on the workflow run');
    }
    if (same !== undefined) {
      blobs.remove(same.blob);
      artifacts.splice(artifacts.indexOf(same), 1);
    }
    const kept = artifacts.filter(({ jobBackendId }) => jobBackendId === request.workflow_job_run_backend_id).length;
    if (kept >= mostArtifacts)
      throw new TwirpError('resource_exhausted', `a job keeps at most ${mostArtifacts} artifacts`);
    const id = store.nextId();
    const artifact: Artifact = {
      id,
      runId: run.id,
      jobBackendId: request.workflow_job_run_backend_id,
      name: request.name as string,
      mimeType: request.mime_type ?? 'application/zip',
      size: 0,
      digest: null,
      createdAt: timestamp(now()),
      expiresAt: expiry(request, now()),
      finalized: false,
      blob: String(id),
    };
    artifacts.push(artifact);
    store.save();
    return { ok: true, signed_upload_url: blobs.sign(artifact, 'cw', 60) };
  },
  FinalizeArtifact({ store, blobs }, run, request) {
    const artifact = store.state.artifacts.find(
      (known) => known.runId === run.id && known.name === request.name && !known.finalized,
    );
    if (artifact === undefined)
      throw new TwirpError('not_found', 'no upload of this name was begun on the workflow run');
    const stored = blobs.describe(artifact.blob);
    if (stored === undefined) throw new TwirpError('invalid_argument', 'nothing was uploaded for this artifact');
    if (String(stored.size) !== (request.size ?? '0')) {
      throw new TwirpError('invalid_argument', `size is ${request.size ?? 0} but ${stored.size} bytes were uploaded`);
    }
    if (request.hash !== undefined && request.hash !== stored.digest) {
      throw new TwirpError('invalid_argument', 'hash is not that of the uploaded content');
    }
    Object.assign(artifact, { finalized: true, size: stored.size, digest: stored.digest });
    store.save();
    return { ok: true, artifact_id: String(artifact.id) };
  },
  ListArtifacts({ store }, run, request) {
    const found = store.state.artifacts
      .filter((artifact) => artifact.finalized && artifact.runId === run.id)
      .filter(({ name }) => (request.name_filter ?? name) === name)
      .filter(({ id }) => (request.id_filter ?? String(id)) === String(id));
    return {
      artifacts: found.map((artifact) => ({
        workflow_run_backend_id: run.backendId,
        workflow_job_run_backend_id: artifact.jobBackendId,
        database_id: String(artifact.id),
        name: artifact.name,
        size: String(artifact.size),
        created_at: artifact.createdAt,
        digest: artifact.digest,
      })),
    };
  },
  GetSignedArtifactURL(context, run, request) {
    return { signed_url: context.blobs.sign(finalized(context, run, request.name as string), 'r', 10) };
  },
  DeleteArtifact(context, run, request) {
    const artifact = finalized(context, run, request.name as string);
    const { artifacts } = context.store.state;
    artifacts.splice(artifacts.indexOf(artifact), 1);
    context.blobs.remove(artifact.blob);
    context.store.save();
    return { ok: true, artifact_id: String(artifact.id) };
  },
};

function claimsOf({ store, now }: ResultsContext, authorization: string): RuntimeClaims {
  const token = /^Bearer (\S+)$/.exec(authorization)?.[1];
  if (token === undefined) throw new TwirpError('unauthenticated', 'no runtime token was sent');
  try {
    return readRuntimeToken(store, token, now());
  } catch (error) {
    if (error instanceof InvalidToken) throw new TwirpError('unauthenticated', error.message);
    throw new TwirpError('unauthenticated', 'token cannot be read');
  }
}

function requestOf(method: string, body: string): Record<string, string> & Ids {
  let request: unknown;
  try {
    request = JSON.parse(body);
  } catch {
    throw new TwirpError('malformed', 'the json request could not be decoded');
  }
  const validate = validators.get(method) as ValidateFunction;
  if (!validate(request))
    throw new TwirpError('invalid_argument', ajv.errorsText(validate.errors, { dataVar: 'request' }));
  return request as Record<string, string> & Ids;
}

/** Answers one call of `github.actions.results.api.v1.ArtifactService`. */
export function answerResults(
  context: ResultsContext,
  call: { method: string; path: string; authorization: string; contentType: string; body: string },
): TwirpAnswer {
  try {
    const name = call.path.slice(resultsPrefix.length);
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (method === undefined || call.method !== 'POST' || !call.contentType.startsWith('application/json')) {
      throw new TwirpError('bad_route', `no handler for ${call.method} ${call.path} as ${call.contentType}`);
    }
    const claims = claimsOf(context, call.authorization);
    const request = requestOf(name, call.body);
    if (request.workflow_run_backend_id !== claims.runBackendId) {
      throw new TwirpError('permission_denied', 'the token is for another workflow run');
    }
    const writes = name === 'CreateArtifact' || name === 'FinalizeArtifact';
    if (writes && request.workflow_job_run_backend_id !== claims.jobBackendId) {
      throw new TwirpError('permission_denied', 'the token is for another job');
    }
    const run = context.store.state.runs.find(({ backendId }) => backendId === claims.runBackendId) as Run;
    return { status: 200, body: method(context, run, request) };
  } catch (error) {
    if (error instanceof TwirpError) return error.answer();
    throw error;
  }
}
