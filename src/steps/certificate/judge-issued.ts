import { type Certificate, readable } from '../../domain/certificate/certificate.ts';
import { type JudgedRenewal, judgeRenewal, type Renewal } from '../../domain/certificate/renewal.ts';
import { renewalRule } from '../../domain/certificate/renewal-rule.ts';
import type { TextSource } from '../../domain/configuration/platform/references.ts';
import type { Secret } from '../../domain/kubernetes/objects.ts';
import { readTrust } from '../../observation/certificates/read-trust.ts';
import { PortError } from '../../ports/port-error.ts';
import type { CertificateContext } from './held.ts';
import { momentOf } from './issued.ts';

/** A new certificate, what came with it and stood there before, and who is to trust it. */
export interface ToJudge extends Pick<Renewal, 'before' | 'after' | 'asked'> {
  /** PEM; compared and let go. */
  readonly key: Uint8Array;
  readonly pool: readonly Certificate[];
  readonly secret: Secret;
  readonly trust: readonly TextSource[];
}

/** Judge a new certificate by everything that is known here. Rejects when a configured authority cannot be read. */
export async function judgeIssued(context: CertificateContext, toJudge: ToJudge): Promise<JudgedRenewal> {
  const { certificates } = context.ports;
  const { before, after, asked, key, pool } = toJudge;
  const anchors = await trustedBy(context, toJudge);
  return judgeRenewal({
    before,
    after,
    key: await certificates.keyMatch(key, [after]),
    pool: { certificates: pool, anchors, signatures: await certificates.signatures([...pool, ...anchors]) },
    asked,
    now: momentOf(context),
    rule: renewalRule(context),
  });
}

/** Whom clients trust: the configured authorities and the Secret's own `ca.crt`; where neither says it, the system's store. */
async function trustedBy(
  context: CertificateContext,
  { secret, trust, pool }: ToJudge,
): Promise<readonly Certificate[]> {
  const { certificates } = context.ports;
  const own = readable(await certificates.parse(Buffer.from(secret.data?.['ca.crt'] ?? '', 'base64')));
  const { anchors, troubles } = await readTrust(context, trust);
  const [trouble] = troubles;
  if (trouble !== undefined) throw new PortError({ ...trouble });
  const stated = [...own, ...anchors];
  if (stated.length > 0) return stated;
  const names = pool.flatMap(({ subjectName, issuerName }) => [subjectName, issuerName]);
  return certificates.systemAuthorities([...new Set(names)]);
}
