import { type Certificate, readable } from '../../domain/certificate/certificate.ts';
import type { IssueCertificateParameters } from '../../domain/certificate/step-parameters.ts';
import type { Issuer } from '../../domain/configuration/platform/issuers.ts';
import { digestOf } from '../../domain/json.ts';
import type { CertificateSigningRequest } from '../../domain/kubernetes/certificate-objects.ts';
import { clusterWide, kubectl } from '../../domain/kubernetes/kubectl.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { formatSpan } from '../../domain/quantities.ts';
import { PortError } from '../../ports/port-error.ts';
import type { CertificateContext } from './held.ts';
import { backdatedMs, type Issued, momentOf } from './issued.ts';

type Signer = Extract<Issuer, { kind: 'signer' }>;

const pollMs = 1_000;

/**
 * Issue through the Kubernetes CSR API: make a request, have it approved (by us, where the configuration says so), and wait
 * for the signer. The key never leaves this process before it is kept. What was requested stays; the cluster removes it after
 * an hour (`csrcleaner`).
 */
export async function issueBySigner(
  context: CertificateContext,
  parameters: IssueCertificateParameters,
  issuer: Signer,
  before: Certificate,
  key: Uint8Array | undefined,
): Promise<Issued> {
  const { certificates } = context.ports;
  const made = await certificates.request(before, key);
  const name = requestName(context, parameters, made.request);
  const request = await file(context, name, {
    request: Buffer.from(made.request).toString('base64'),
    signerName: issuer.signer,
    usages: usagesOf(before),
    expirationSeconds: Math.max(leastSeconds, Math.round(parameters.lifetimeMs / 1000)),
  });
  if (issuer.approve) await approve(context, request, parameters);
  const pem = await untilSigned(context, request, issuer, parameters.waitMs);
  const [first, ...others] = readable(await certificates.parse(Buffer.from(pem, 'base64')));
  if (first === undefined) throw notSigned(issuer, name, 'gave something that is no certificate');
  const now = momentOf(context);
  const asked = { notBefore: now - backdatedMs, notAfter: now + parameters.lifetimeMs };
  return { key: made.key, list: [first, ...others], asked, by: `signer ${issuer.name}` };
}

/** Shorter than that the API server takes none (certificates.k8s.io/v1, `expirationSeconds`). */
const leastSeconds = 600;

/** One name for each key that is made: a request whose key was lost with its process is never taken up again. */
function requestName({ planId }: CertificateContext, ref: IssueCertificateParameters, request: Uint8Array): string {
  const digest = digestOf([planId, ref.namespace, ref.secret, Buffer.from(request).toString('base64')]);
  return `rooivalk-${ref.secret.slice(0, 60)}-${digest.slice('sha256:'.length, 'sha256:'.length + 16)}`;
}

/** The usages of the former certificate, by the API's names (certificates.k8s.io/v1, `KeyUsage`). */
const usageNames: Readonly<Record<string, string>> = {
  digitalSignature: 'digital signature',
  keyEncipherment: 'key encipherment',
  '1.3.6.1.5.5.7.3.1': 'server auth',
  '1.3.6.1.5.5.7.3.2': 'client auth',
};

function usagesOf({ keyUsage = ['digitalSignature'], extendedKeyUsage = ['1.3.6.1.5.5.7.3.1'] }: Certificate) {
  return [...keyUsage, ...extendedKeyUsage].flatMap((usage) => usageNames[usage] ?? []);
}

/** Create the request; one whose answer was lost is looked for. */
async function file(
  { ports }: CertificateContext,
  name: string,
  spec: CertificateSigningRequest['spec'],
): Promise<CertificateSigningRequest> {
  const resource = resources.certificateSigningRequests;
  const labels = { 'app.kubernetes.io/managed-by': 'rooivalk-maintenance' };
  try {
    return await ports.cluster.create(resource, undefined, { metadata: { name, labels }, spec });
  } catch (error) {
    const lost = error instanceof PortError && (error.code === 'unreachable' || error.code === 'timeout');
    const found = lost ? await ports.cluster.get(resource, undefined, name) : undefined;
    if (found !== undefined) return found;
    throw error;
  }
}

async function approve(
  { ports }: CertificateContext,
  { metadata, status }: CertificateSigningRequest,
  { namespace, secret }: IssueCertificateParameters,
): Promise<void> {
  const condition = {
    type: 'Approved',
    status: 'True',
    reason: 'CertificateRenewal',
    message: `renews secret/${secret} of namespace ${namespace}`,
  };
  await ports.cluster.patchSubresource(resources.certificateSigningRequests, 'approval', { name: metadata.name }, [
    { op: 'test', path: '/metadata/uid', value: metadata.uid },
    { op: 'add', path: '/status/conditions', value: [...(status?.conditions ?? []), condition] },
  ]);
}

async function untilSigned(
  context: CertificateContext,
  { metadata }: CertificateSigningRequest,
  issuer: Signer,
  waitMs: number,
): Promise<string> {
  const { name } = metadata;
  for (let waited = 0; ; waited += pollMs) {
    const found = await context.ports.cluster.get(resources.certificateSigningRequests, undefined, name);
    if (found === undefined) throw notSigned(issuer, name, 'has no request any more: somebody removed it');
    const signed = signedIn(found, issuer);
    if (signed !== undefined) return signed;
    if (waited >= waitMs) {
      const approved = found.status?.conditions?.some(({ type }) => type === 'Approved') ?? false;
      const why = approved ? 'although the request is approved' : 'and nobody has approved the request';
      throw notSigned(issuer, name, `has not signed after ${formatSpan(waitMs)}, ${why}`);
    }
    await context.pause(pollMs);
  }
}

/** What the signer gave; undefined: nothing yet. `failed` when it will give nothing. */
function signedIn({ metadata, status = {} }: CertificateSigningRequest, issuer: Signer): string | undefined {
  const { certificate, conditions = [] } = status;
  if (certificate !== undefined && certificate !== '') return certificate;
  const refused = conditions.find(({ type }) => type === 'Denied' || type === 'Failed');
  if (refused === undefined) return undefined;
  const how = refused.type === 'Denied' ? 'was told not to sign' : 'failed';
  throw notSigned(issuer, metadata.name, `${how}: ${wordsOf(refused)}`);
}

/** What a condition says; it is somebody's text. */
const wordsOf = ({ reason = '', message = '' }: { readonly reason?: string; readonly message?: string }): string =>
  [reason, message]
    .filter((word) => word !== '')
    .join(', ')
    .slice(0, 200) || 'no reason given';

function notSigned({ name, signer }: Signer, request: string, why: string): PortError {
  return new PortError({
    code: 'failed',
    subject: `certificatesigningrequest/${request}`,
    message: `signer ${name} (${signer}) ${why}`,
    next: `${kubectl(clusterWide)`describe certificatesigningrequest ${request}`}, and look whether the signer runs`,
  });
}
