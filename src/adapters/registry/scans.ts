import type { Descriptor } from '../../domain/image/manifest.ts';
import type { Scan, ScanState } from '../../domain/image/scan.ts';
import { parseScan } from '../../domain/image/scan-result.ts';
import type { Digest } from '../../domain/json.ts';
import { attachedTo, bundleType } from './attached.ts';
import type { RegistryClient } from './client.ts';
import { readBlob } from './documents.ts';
import { at, openEnvelope, parsed } from './statement.ts';
import type { TrustedKey } from './trusted-keys.ts';

/** What `cosign attest --type vuln` attaches, under this type before cosign 3 and as a bundle since. */
const envelopeType = 'application/vnd.dsse.envelope.v1+json';
const scanPredicate = 'https://cosign.sigstore.dev/attestation/vuln/v1';
/** Of a whole attestation: results with every description have two or three MB. */
const maxScanBytes = 8 * 1024 * 1024;

const mayBeScan = ({ mediaType, size }: Descriptor): boolean =>
  (mediaType === envelopeType || bundleType.test(mediaType)) && size <= maxScanBytes;

/** The newest scan of an image that somebody with a trusted key has attached to it. */
export async function findScan(
  client: RegistryClient,
  repository: string,
  digest: Digest,
  keys: readonly TrustedKey[],
): Promise<ScanState> {
  if (keys.length === 0) return { state: 'none' };
  let newest: Scan | undefined;
  let why: string | undefined;
  for await (const layer of attachedTo(client, repository, digest, { suffix: 'att', wanted: mayBeScan })) {
    const read = scanOf(await readBlob(client, repository, layer, maxScanBytes), digest, keys);
    if (typeof read === 'string') why ??= read;
    else if (read !== undefined && read.at > (newest?.at ?? Number.NEGATIVE_INFINITY)) newest = read;
  }
  if (newest !== undefined) return { state: 'scanned', scan: newest };
  return why === undefined ? { state: 'none' } : { state: 'unusable', why };
}

/** A text says why it cannot be used; undefined: it is about something else. */
function scanOf(content: Uint8Array, digest: Digest, keys: readonly TrustedKey[]): Scan | string | undefined {
  const document = parsed(content);
  const said = openEnvelope(at(document, 'dsseEnvelope') ?? document, digest, keys);
  if ('not' in said) return said.not;
  if (said.predicateType !== scanPredicate) return undefined;
  const scan = parseScan(said.predicate);
  return typeof scan === 'string' ? scan : { ...scan, by: said.by };
}
