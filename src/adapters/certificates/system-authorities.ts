import { getCACertificates, rootCertificates } from 'node:tls';
import type { Certificate } from '../../domain/certificate/certificate.ts';
import { readable } from '../../domain/certificate/certificate.ts';
import { parsePem } from './parse-pem.ts';

let store: ReadonlyMap<string, readonly Certificate[]> | undefined;

/** The authorities of the system's store and those that Node brings (Mozilla's), by comparable subject; read once. */
export function systemAuthorities(names: readonly string[]): readonly Certificate[] {
  store ??= Map.groupBy(all(), (certificate) => certificate.subjectName);
  return names.flatMap((name) => store?.get(name) ?? []);
}

function all(): readonly Certificate[] {
  const texts = new Set([...rootCertificates, ...systemTexts()]);
  return [...texts].flatMap((text) => readable(parsePem(Buffer.from(text))));
}

function systemTexts(): readonly string[] {
  try {
    return [...getCACertificates('default'), ...getCACertificates('system')];
  } catch {
    return [];
  }
}
