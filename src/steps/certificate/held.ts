import type { Certificate } from '../../domain/certificate/certificate.ts';
import { readable } from '../../domain/certificate/certificate.ts';
import type { SecretRef } from '../../domain/certificate/step-parameters.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import type { Secret } from '../../domain/kubernetes/objects.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { PortError } from '../../ports/port-error.ts';
import type { StepContext } from '../executor.ts';
import { becameOf } from '../moved/object-now.ts';

/** What the steps of a renewal ask for. */
export type CertificateContext = StepContext<'cluster' | 'certificates'>;

/** The keys of a TLS Secret that a renewal writes (kubernetes.io, "TLS Secrets"). */
export const tlsKeys = ['tls.crt', 'tls.key'] as const;

/** Certificate and key as a Secret holds them: base64. */
export type TlsPair = Readonly<Record<(typeof tlsKeys)[number], string>>;

/** A Secret as it is now, with the server's own certificate in it. */
export interface Held {
  readonly secret: Secret;
  readonly pair: TlsPair;
  /** Every certificate of `tls.crt` that can be read. */
  readonly list: readonly Certificate[];
  /** The one that its key belongs to, else the first. */
  readonly leaf: Certificate | undefined;
}

/** Read the Secret that a step names; undefined when it is gone, or another one has taken its name. */
export async function readHeld(context: CertificateContext, ref: SecretRef): Promise<Held | undefined> {
  const { cluster, certificates } = context.ports;
  const secret = await cluster.get(resources.secrets, ref.namespace, ref.secret);
  if (secret === undefined || secret.metadata.uid !== ref.uid) return undefined;
  const pair: TlsPair = { 'tls.crt': secret.data?.['tls.crt'] ?? '', 'tls.key': secret.data?.['tls.key'] ?? '' };
  const list = readable(await certificates.parse(Buffer.from(pair['tls.crt'], 'base64')));
  const match = await certificates.keyMatch(Buffer.from(pair['tls.key'], 'base64'), list);
  return { secret, pair, list, leaf: match.kind === 'matches' ? list[match.index] : list[0] };
}

/** The Secret in exactly the version that the plan saw; anything else is a `conflict`. */
export async function readAsPlanned(
  context: CertificateContext,
  ref: SecretRef & { readonly resourceVersion: string },
): Promise<Held & { readonly leaf: Certificate }> {
  const held = await readHeld(context, ref);
  const moved = (why: string) =>
    new PortError({
      code: 'conflict',
      subject: `secret/${ref.secret}`,
      message: `secret/${ref.secret} ${why}`,
      next: `${kubectl(ref.namespace)`get secret ${ref.secret} -o jsonpath='{.metadata.managedFields}'`} says who changed it`,
    });
  if (held === undefined) throw moved('was removed or made anew by somebody else');
  const { leaf } = held;
  if (leaf === undefined || held.secret.metadata.resourceVersion !== ref.resourceVersion) {
    throw moved('was changed by somebody else since it was planned');
  }
  return { ...held, leaf };
}

/** What became of a Secret, for a reader: gone, made anew, or who wrote it. Of what it holds nothing is read. */
export async function secretNow({ ports }: CertificateContext, ref: SecretRef): Promise<string | undefined> {
  const metadata = await ports.cluster.metadata(resources.secrets, ref.namespace, ref.secret);
  return becameOf(metadata, ref.uid, () => ({ field: ['f:data', 'f:tls.crt'] }));
}

/** Whether two pairs are the same, byte for byte. */
export function samePair(one: TlsPair, other: TlsPair): boolean {
  return tlsKeys.every((key) => one[key] === other[key]);
}
