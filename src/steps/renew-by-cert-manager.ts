import { type Certificate, shortSerial } from '../domain/certificate/certificate.ts';
import { daysLeft, isoMinute } from '../domain/certificate/validity.ts';
import type { CertManagerCertificate } from '../domain/kubernetes/certificate-objects.ts';
import { kubectl } from '../domain/kubernetes/kubectl.ts';
import type { Condition } from '../domain/kubernetes/objects.ts';
import { resources } from '../domain/kubernetes/resources.ts';
import { formatSpan } from '../domain/quantities.ts';
import type { StepOf } from '../domain/step/step.ts';
import { PortError } from '../ports/port-error.ts';
import { type CertificateContext, type Held, readHeld, secretNow } from './certificate/held.ts';
import { momentOf } from './certificate/issued.ts';
import { judgeIssued } from './certificate/judge-issued.ts';
import { defineStep, type Settlement } from './executor.ts';
import { objectNow, shownValue } from './moved/object-now.ts';

type RenewStep = StepOf<'renew-by-cert-manager'>;

const pollMs = 1_000;

/**
 * Have cert-manager renew a Certificate now, as its own command does (`cmctl renew`: the status condition `Issuing`, reason
 * `ManuallyTriggered`), and wait for what it issues. The Secret is cert-manager's and is only read: what is wrong with a
 * new certificate is reported, and left as it is.
 */
export default defineStep({
  kind: 'renew-by-cert-manager',
  ports: ['cluster', 'certificates'],
  provedBy: 'apply',
  precondition: async () => ({ holds: true }),
  apply: async (context, step) => {
    const before = await readHeld(context, step.parameters);
    const former = before?.leaf;
    if (before === undefined || former?.fingerprint !== step.parameters.certificate) throw renewedAlready(step);
    await trigger(context, step);
    const { held, leaf } = await untilRenewed(context, step);
    await approve(context, step, former, before, { ...held, leaf });
    const until = `until ${isoMinute(leaf.notAfter)} (${daysLeft(leaf, context.now)} days)`;
    return { text: `serial ${shortSerial(leaf)} ${until}, by cert-manager`, measurements: [], findings: [] };
  },
  settle: async (context, step): Promise<Settlement> => {
    const leaf = (await readHeld(context, step.parameters))?.leaf;
    if (leaf === undefined) return 'moved';
    if (leaf.fingerprint !== step.parameters.certificate) return 'done';
    const certificate = await readCertificate(context, step);
    return issuingOf(certificate)?.status === 'True' ? 'cannot-tell' : 'not-done';
  },
  movedTo: async (context, { parameters }) => {
    const { namespace, name, nameUid: uid, secret } = parameters;
    const certificate = { resource: resources.certManagerCertificates, namespace, name, uid };
    const moved = await objectNow(context.ports.cluster, certificate, ({ spec }) =>
      spec.secretName === secret
        ? undefined
        : { words: `it keeps secret/${shownValue(spec.secretName)}`, field: ['f:spec', 'f:secretName'] },
    );
    return moved ?? secretNow(context, parameters);
  },
});

function readCertificate({ ports }: CertificateContext, { parameters }: RenewStep) {
  return ports.cluster.get(resources.certManagerCertificates, parameters.namespace, parameters.name);
}

const issuingOf = (certificate: CertManagerCertificate | undefined): Condition | undefined =>
  certificate?.status?.conditions?.find(({ type }) => type === 'Issuing');

/** Set the condition, unless it is set already: then cert-manager is at it. */
async function trigger(context: CertificateContext, step: RenewStep): Promise<void> {
  const { namespace, name, nameUid, secret } = step.parameters;
  const certificate = await readCertificate(context, step);
  if (certificate?.metadata.uid !== nameUid || certificate.spec.secretName !== secret) throw moved(step);
  if (issuingOf(certificate)?.status === 'True') return;
  const { status, metadata } = certificate;
  const issuing = {
    type: 'Issuing',
    status: 'True',
    reason: 'ManuallyTriggered',
    message: 'Certificate re-issuance triggered by Rooivalk Maintenance',
    observedGeneration: metadata.generation ?? 1,
    lastTransitionTime: `${new Date(momentOf(context)).toISOString().slice(0, 19)}Z`,
  };
  const conditions = [...(status?.conditions ?? []).filter(({ type }) => type !== 'Issuing'), issuing];
  await context.ports.cluster.patchSubresource(resources.certManagerCertificates, 'status', { namespace, name }, [
    { op: 'test', path: '/metadata/uid', value: nameUid },
    { op: 'test', path: '/metadata/resourceVersion', value: metadata.resourceVersion },
    status === undefined
      ? { op: 'add', path: '/status', value: { conditions } }
      : { op: 'add', path: '/status/conditions', value: conditions },
  ]);
}

/** Wait until the Secret holds another certificate and cert-manager is no longer at it. */
async function untilRenewed(
  context: CertificateContext,
  step: RenewStep,
): Promise<{ readonly held: Held; readonly leaf: Certificate }> {
  const { certificate: former, waitMs } = step.parameters;
  for (let waited = 0; ; waited += pollMs) {
    const certificate = await readCertificate(context, step);
    if (certificate === undefined) throw moved(step);
    const issuing = issuingOf(certificate);
    const held = await readHeld(context, step.parameters);
    if (issuing?.status !== 'True' && held?.leaf !== undefined && held.leaf.fingerprint !== former) {
      return { held, leaf: held.leaf };
    }
    if (issuing?.status === 'False') throw notIssued(step, `has failed: ${wordsOf(issuing)}`);
    if (waited >= waitMs) throw notIssued(step, `has not issued after ${formatSpan(waitMs)}`);
    await context.pause(pollMs);
  }
}

/** What a condition says; it is somebody's text. */
const wordsOf = ({ reason = '', message = '' }: Condition): string =>
  [reason, message]
    .filter((word) => word !== '')
    .join(', ')
    .slice(0, 200) || 'no reason given';

/** Say everything that is wrong with what cert-manager issued; nothing of it is put back. */
async function approve(
  context: CertificateContext,
  step: RenewStep,
  before: Certificate,
  former: Held,
  held: Held & { readonly leaf: Certificate },
): Promise<void> {
  const judged = await judgeIssued(context, {
    before,
    after: held.leaf,
    key: Buffer.from(held.pair['tls.key'], 'base64'),
    asked: held.leaf,
    pool: [...held.list, ...former.list],
    secret: held.secret,
    trust: step.parameters.trust,
  });
  if ('chain' in judged) return;
  throw new PortError({
    code: 'failed',
    subject: step.subject,
    message: `what cert-manager issued is not as it must be, and stays: ${judged.objections.join('; ')}`,
    next: kubectl(step.parameters.namespace)`describe certificate ${step.parameters.name}`,
  });
}

function notIssued({ parameters }: RenewStep, why: string): PortError {
  const { namespace, name } = parameters;
  return new PortError({
    code: 'failed',
    subject: `certificate/${name}`,
    message: `cert-manager ${why}`,
    next: `\`cmctl status certificate ${name} -n ${namespace}\` (or ${kubectl(namespace)`describe certificate ${name}`})`,
  });
}

const moved = ({ parameters }: RenewStep): PortError =>
  new PortError({
    code: 'conflict',
    subject: `certificate/${parameters.name}`,
    message: `certificate/${parameters.name} was removed, made anew, or keeps another Secret by now`,
  });

const renewedAlready = ({ parameters }: RenewStep): PortError =>
  new PortError({
    code: 'conflict',
    subject: `secret/${parameters.secret}`,
    message: `secret/${parameters.secret} holds another certificate than was planned with: it was renewed or changed since`,
  });
