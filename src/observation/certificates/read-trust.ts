import { type Certificate, readable } from '../../domain/certificate/certificate.ts';
import type { TextSource } from '../../domain/configuration/platform/references.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Trouble } from '../trouble.ts';
import { type Bundle, readBundle } from './read-bundle.ts';

type Context = TaskContext<'cluster' | 'certificates'>;

/** Whom the configuration says that clients trust. `configured`: whether it says anything. */
export interface TrustedAuthorities {
  readonly configured: boolean;
  readonly anchors: readonly Certificate[];
  readonly troubles: readonly Trouble[];
}

/** The configured authorities. One that cannot be read is told: without it nobody knows what is trusted. */
export async function readTrust(
  context: Context,
  sources: readonly TextSource[] = context.platform.certificates.trust,
): Promise<TrustedAuthorities> {
  const anchors: Certificate[] = [];
  const troubles: Trouble[] = [];
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
