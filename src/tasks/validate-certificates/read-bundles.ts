import { type Certificate, readable } from '../../domain/certificate/certificate.ts';
import type { TextSource } from '../../domain/configuration/platform/references.ts';
import type { KubernetesObject } from '../../domain/kubernetes/objects.ts';
import { type Resource, resources } from '../../domain/kubernetes/resources.ts';
import { attempt, type Trouble, troubleOf } from '../../observation/trouble.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Bundle } from './observation.ts';

type Context = TaskContext<'cluster' | 'certificates'>;

interface WebhookConfiguration extends KubernetesObject {
  readonly webhooks?: readonly { readonly name: string; readonly clientConfig?: { readonly caBundle?: string } }[];
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

/** The configured bundles, each by itself, and the `caBundle`s of admission webhooks where they are asked for. */
export async function readBundles(context: Context): Promise<readonly Bundle[]> {
  const bundles: Bundle[] = [];
  for (const source of context.platform.certificates.bundles) bundles.push(await readBundle(context, source));
  if (!context.platform.certificates.webhooks) return bundles;
  for (const resource of [resources.validatingWebhooks, resources.mutatingWebhooks]) {
    bundles.push(...(await readWebhooks(context, resource)));
  }
  return bundles;
}

async function readBundle(context: Context, source: TextSource): Promise<Bundle> {
  const subject = sourceText(source);
  const got = await attempt(subject, () => textOf(context, source));
  if ('trouble' in got) return { subject, absent: false, trouble: got.trouble };
  if (got.value === undefined) return { subject, absent: true };
  return { subject, absent: false, content: await context.ports.certificates.parse(got.value) };
}

async function readWebhooks(context: Context, resource: Resource): Promise<readonly Bundle[]> {
  const found: Bundle[] = [];
  const kind = resource.kind.toLowerCase();
  try {
    const query = { resource: resource as Resource<WebhookConfiguration> };
    for await (const object of context.ports.cluster.list(query)) {
      found.push(...(await bundlesOf(context, kind, object)));
    }
  } catch (error) {
    found.push({ subject: resource.plural, absent: false, trouble: troubleOf(error, resource.plural) });
  }
  return found;
}

async function bundlesOf(context: Context, kind: string, object: WebhookConfiguration): Promise<readonly Bundle[]> {
  const found: Bundle[] = [];
  for (const webhook of object.webhooks ?? []) {
    const bundle = webhook.clientConfig?.caBundle;
    if (bundle === undefined || bundle === '') continue;
    const subject = `${kind}/${object.metadata.name} ${webhook.name.slice(0, 253)}`;
    found.push({
      subject,
      absent: false,
      content: await context.ports.certificates.parse(Buffer.from(bundle, 'base64')),
    });
  }
  return found;
}

/** The configured authorities. One that cannot be read is told: without it nobody knows what is trusted. */
export async function readTrust(context: Context): Promise<{
  readonly configured: boolean;
  readonly anchors: readonly Certificate[];
  readonly troubles: readonly Trouble[];
}> {
  const anchors: Certificate[] = [];
  const troubles: Trouble[] = [];
  const sources = context.platform.certificates.trust;
  for (const source of sources) {
    const bundle = await readBundle(context, source);
    if (bundle.content !== undefined) anchors.push(...readable(bundle.content));
    const none = bundle.content === undefined || readable(bundle.content).length === 0;
    if (none) troubles.push(bundle.trouble ?? missing(bundle));
  }
  return { configured: sources.length > 0, anchors, troubles };
}

const missing = (bundle: Bundle): Trouble => ({
  code: 'not-found',
  subject: bundle.subject,
  message: bundle.absent
    ? `${bundle.subject} does not exist`
    : `${bundle.subject} holds no certificate that can be read`,
});
