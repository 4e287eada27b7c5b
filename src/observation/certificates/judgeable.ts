import { type Certificate, type PemContent, readable } from '../../domain/certificate/certificate.ts';
import type { Certificates } from '../../ports/certificates.ts';
import type { Judgeable } from './held-secret.ts';

/** Add what is needed to judge a list: who signed whom, and those of the system's authorities that it may end in. */
export async function judgeable(
  certificates: Certificates,
  content: PemContent,
  trusted: readonly Certificate[],
): Promise<Omit<Judgeable, 'statesTrust'>> {
  const list = readable(content);
  const present = new Set([...list, ...trusted].map((certificate) => certificate.subjectName));
  const issuers = [...list, ...trusted].map((certificate) => certificate.issuerName);
  const system = await certificates.systemAuthorities([...new Set(issuers)].filter((name) => !present.has(name)));
  const roots = await certificates.systemAuthorities([...present]);
  const anchors = [...trusted, ...system, ...roots];
  return { content, anchors, signatures: await certificates.signatures([...list, ...anchors]) };
}
