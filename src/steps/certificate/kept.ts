import { type SecretRef, writtenAnnotation } from '../../domain/certificate/step-parameters.ts';
import { digestOf } from '../../domain/json.ts';
import type { Secret } from '../../domain/kubernetes/objects.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { PortError } from '../../ports/port-error.ts';
import type { CertificateContext, TlsPair } from './held.ts';

/** The namespace that only maintenance identities may read Secrets of. */
const keptNamespace = 'rooivalk-maintenance';

/** What a renewal keeps: the former certificate and key, and the new ones. */
export interface Kept {
  readonly uid: string;
  readonly before: TlsPair;
  readonly after: TlsPair;
  /** Fingerprint of the new certificate. */
  readonly issued: string;
  /** The value of {@link writtenAnnotation} before; null where there was none. */
  readonly writtenBefore: string | null;
}

const hexOf = (value: unknown, digits: number): string => digestOf(value).slice('sha256:'.length).slice(0, digits);

/** The name of what one application of a plan keeps of one Secret: the same after a crash, another one for every other plan. */
export function keptName(planId: string, { namespace, secret }: Pick<SecretRef, 'namespace' | 'secret'>): string {
  return `kept-certificate-${hexOf([planId, namespace, secret], 32)}`;
}

/** The value of the annotation by which one application of a plan rolls the pods that use one Secret. */
export function reloadMark(planId: string, { namespace, secret }: Pick<SecretRef, 'namespace' | 'secret'>): string {
  return hexOf(['reload', planId, namespace, secret], 16);
}

const issuedAnnotation = 'rooivalk.maintenance/issued';
const formerAnnotation = 'rooivalk.maintenance/former';

/** Keep both, as an immutable Secret; `conflict` when there is one of the name. */
export async function keep(
  { ports, planId }: CertificateContext,
  ref: SecretRef,
  kept: Omit<Kept, 'uid'>,
): Promise<void> {
  const { before, after, issued, writtenBefore } = kept;
  await ports.cluster.create(resources.secrets, keptNamespace, {
    metadata: {
      name: keptName(planId, ref),
      namespace: keptNamespace,
      labels: { 'app.kubernetes.io/managed-by': 'rooivalk-maintenance', 'rooivalk.maintenance/kept': 'certificate' },
      annotations: {
        'rooivalk.maintenance/of': `${ref.namespace}/${ref.secret}`,
        [issuedAnnotation]: issued,
        ...(writtenBefore === null ? {} : { [formerAnnotation]: writtenBefore }),
      },
    },
    type: 'Opaque',
    immutable: true,
    data: {
      'before.tls.crt': before['tls.crt'],
      'before.tls.key': before['tls.key'],
      'after.tls.crt': after['tls.crt'],
      'after.tls.key': after['tls.key'],
    },
  });
}

/** What this application of the plan kept of the Secret; undefined when it kept nothing, or it was removed. */
export async function readKept({ ports, planId }: CertificateContext, ref: SecretRef): Promise<Kept | undefined> {
  const found = await ports.cluster.get(resources.secrets, keptNamespace, keptName(planId, ref));
  return found && keptOf(found);
}

function keptOf({ metadata, data = {} }: Secret): Kept {
  const pair = (which: 'before' | 'after'): TlsPair => ({
    'tls.crt': data[`${which}.tls.crt`] ?? '',
    'tls.key': data[`${which}.tls.key`] ?? '',
  });
  return {
    uid: metadata.uid,
    before: pair('before'),
    after: pair('after'),
    issued: metadata.annotations?.[issuedAnnotation] ?? '',
    writtenBefore: metadata.annotations?.[formerAnnotation] ?? null,
  };
}

/** What was kept, which a step cannot do without; `failed` when it is not there. */
export async function requireKept(context: CertificateContext, ref: SecretRef): Promise<Kept> {
  const kept = await readKept(context, ref);
  if (kept !== undefined) return kept;
  throw new PortError({
    code: 'failed',
    subject: `secret/${ref.secret}`,
    message: `what was issued for secret/${ref.secret} is not kept any more (secret/${keptName(context.planId, ref)} in ${keptNamespace})`,
    next: 'run the task again: it issues anew',
  });
}

/** Remove what was kept; none is fine. */
export async function removeKept(context: CertificateContext, ref: SecretRef): Promise<void> {
  const { cluster } = context.ports;
  const name = keptName(context.planId, ref);
  const found = await cluster.get(resources.secrets, keptNamespace, name);
  if (found !== undefined) await cluster.delete(resources.secrets, keptNamespace, name, found.metadata.uid);
}

/** The fingerprint that the annotation of a Secret says was written by us. */
export function writtenByUs({ metadata }: Secret): string | null {
  return metadata.annotations?.[writtenAnnotation] ?? null;
}
