import type { KubernetesObject } from '../../domain/kubernetes/objects.ts';
import { type Resource, resources } from '../../domain/kubernetes/resources.ts';
import { type Bundle, readBundle } from '../../observation/certificates/read-bundle.ts';
import { troubleOf } from '../../observation/trouble.ts';
import type { TaskContext } from '../../ports/context.ts';

type Context = TaskContext<'cluster' | 'certificates'>;

interface WebhookConfiguration extends KubernetesObject {
  readonly webhooks?: readonly { readonly name: string; readonly clientConfig?: { readonly caBundle?: string } }[];
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
