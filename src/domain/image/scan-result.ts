import { z } from 'zod';
import { type Scan, severities, type Vulnerability } from './scan.ts';

const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/);
const severity = z
  .string()
  .transform((text) => text.toLowerCase())
  .transform((text) => severities.find((known) => known === text) ?? (text === 'negligible' ? 'low' : 'unknown'));

/** What Trivy writes (`--format json`, and as the result within `--format cosign-vuln`), as much of it as is read. */
const trivy = z.object({
  Results: z
    .array(
      z.object({
        Vulnerabilities: z
          .array(z.object({ VulnerabilityID: name, Severity: severity }))
          .max(50_000)
          .nullish(),
      }),
    )
    .max(5_000)
    .nullish(),
  ArtifactType: z.string(),
});

/** What Grype writes (`-o json`), as much of it as is read. */
const grype = z.object({
  matches: z.array(z.object({ vulnerability: z.object({ id: name, severity }) })).max(50_000),
  descriptor: z.object({ name: z.literal('grype') }),
});

/**
 * The predicate `https://cosign.sigstore.dev/attestation/vuln/v1` (sigstore/cosign, specs/COSIGN_VULN_ATTESTATION_SPEC.md): what a
 * scanner found and when.
 */
const predicate = z.object({
  scanner: z.object({ result: z.unknown() }),
  metadata: z.object({ scanFinishedOn: z.iso.datetime({ offset: true }) }),
});

/** Read such a predicate; a text says why it cannot be used. */
export function parseScan(value: unknown): Omit<Scan, 'by'> | string {
  const read = predicate.safeParse(value);
  if (!read.success) return 'its scanner and the time of the scan are not where they should be';
  const at = Date.parse(read.data.metadata.scanFinishedOn);
  const { result } = read.data.scanner;
  const ofTrivy = trivy.safeParse(result);
  if (ofTrivy.success) {
    const found = (ofTrivy.data.Results ?? []).flatMap(({ Vulnerabilities }) => Vulnerabilities ?? []);
    return {
      scanner: 'trivy',
      at,
      vulnerabilities: once(
        found.map(({ VulnerabilityID, Severity }) => ({ id: VulnerabilityID, severity: Severity })),
      ),
    };
  }
  const ofGrype = grype.safeParse(result);
  if (!ofGrype.success) return 'its result is neither Trivy’s nor Grype’s JSON';
  return { scanner: 'grype', at, vulnerabilities: once(ofGrype.data.matches.map((match) => match.vulnerability)) };
}

/** Each once, as its worst: one is listed for every package that has it. */
function once(found: readonly Vulnerability[]): readonly Vulnerability[] {
  const worst = new Map<string, Vulnerability>();
  for (const one of found) {
    const known = worst.get(one.id);
    if (known === undefined || severities.indexOf(one.severity) < severities.indexOf(known.severity)) {
      worst.set(one.id, one);
    }
  }
  return [...worst.values()];
}
