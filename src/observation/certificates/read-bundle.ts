import type { PemContent } from '../../domain/certificate/certificate.ts';
import type { TextSource } from '../../domain/configuration/platform/references.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import type { TaskContext } from '../../ports/context.ts';
import { attempt, type Trouble } from '../trouble.ts';

type Context = TaskContext<'cluster' | 'certificates'>;

/** A bundle of authorities: a ConfigMap's or Secret's key, or the `caBundle` of a webhook. */
export interface Bundle {
  readonly subject: string;
  readonly content?: PemContent;
  readonly trouble?: Trouble;
  /** A caBundle that is not there is no error: the system's store counts. */
  readonly absent: boolean;
}

/** `configmap/platform-ca ca.crt` */
export function sourceText(source: TextSource): string {
  return `${source.kind.toLowerCase()}/${source.name} ${source.key}`;
}

/** The PEM of one configured source; undefined when the object or its key does not exist. */
async function textOf(context: Context, source: TextSource): Promise<Uint8Array | undefined> {
  const { cluster } = context.ports;
  const { namespace } = context.platform;
  if (source.kind === 'ConfigMap') {
    const text = (await cluster.get(resources.configMaps, namespace, source.name))?.data?.[source.key];
    return text === undefined ? undefined : Buffer.from(text, 'utf8');
  }
  const value = (await cluster.get(resources.secrets, namespace, source.name))?.data?.[source.key];
  return value === undefined ? undefined : Buffer.from(value, 'base64');
}

/** Read one configured source; what is wrong with it is a result. */
export async function readBundle(context: Context, source: TextSource): Promise<Bundle> {
  const subject = sourceText(source);
  const got = await attempt(subject, () => textOf(context, source));
  if ('trouble' in got) return { subject, absent: false, trouble: got.trouble };
  if (got.value === undefined) return { subject, absent: true };
  return { subject, absent: false, content: await context.ports.certificates.parse(got.value) };
}
