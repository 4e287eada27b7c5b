import { type Certificate, isSelfIssued, type SignedBy } from './certificate.ts';
import { constraintViolations } from './name-constraints.ts';
import { isoMinute } from './validity.ts';

/** What is wrong with a path from a certificate to an authority. */
export type PathProblem =
  /** Nobody here issued the last certificate of the path. */
  | { readonly kind: 'incomplete'; readonly missing: string }
  /** The path ends in a self-signed certificate that is no trusted authority. */
  | { readonly kind: 'untrusted'; readonly root: string }
  /** An issuer of the right name is here, but its key did not make the signature. */
  | { readonly kind: 'signature'; readonly what: string }
  /** An issuer may not issue, or a rule of RFC 5280 §6.1 is broken. */
  | { readonly kind: 'rule'; readonly what: string }
  /** An issuer is out of its dates. */
  | { readonly kind: 'dates'; readonly what: string };

/** The best path that was found, and what is wrong with it; nothing: it is trusted. */
export interface PathResult {
  /** From the certificate itself to the last issuer found. */
  readonly path: readonly Certificate[];
  readonly anchored: boolean;
  readonly problems: readonly PathProblem[];
}

/** Everything that a path may be made of. */
export interface ChainPool {
  /** Untrusted: the chain as held or served. */
  readonly certificates: readonly Certificate[];
  /** Trusted authorities; a path ends at the first of them. */
  readonly anchors: readonly Certificate[];
  readonly signatures: readonly SignedBy[];
}

const maxPathLength = 10;
const maxPathsTried = 200;

/**
 * Find and judge the path from `leaf` to an authority (RFC 5280 §6.1: name chaining, signature, dates, basic constraints,
 * key usage, path length, name constraints, critical extensions). Several paths are possible (cross-signed authorities):
 * the one with the fewest problems counts, as clients do it. At most 200 are tried.
 */
export function judgeChain(leaf: Certificate, pool: ChainPool, now: number): PathResult {
  let best: PathResult | undefined;
  let tried = 0;
  for (const candidate of pathsFrom([leaf], indexOf(pool))) {
    const result = { ...candidate, problems: problemsOf(candidate, pool, now) };
    if (result.problems.length === 0) return result;
    if (best === undefined || weight(result) < weight(best)) best = result;
    tried += 1;
    if (tried >= maxPathsTried) break;
  }
  return best ?? { path: [leaf], anchored: false, problems: [{ kind: 'incomplete', missing: leaf.issuer }] };
}

const weight = (result: PathResult): number => (result.anchored ? 0 : 100) + result.problems.length;

interface Candidate {
  readonly path: readonly Certificate[];
  readonly anchored: boolean;
}

interface PoolIndex {
  readonly anchors: ReadonlySet<string>;
  readonly issuersOf: (certificate: Certificate) => readonly Certificate[];
}

function indexOf(pool: ChainPool): PoolIndex {
  const anchors = new Set(pool.anchors.map((anchor) => anchor.fingerprint));
  const all = new Map([...pool.certificates, ...pool.anchors].map((each) => [each.fingerprint, each]));
  const issuers = new Map<string, Certificate[]>();
  for (const { subject, issuer } of pool.signatures) {
    const found = all.get(issuer);
    if (found) issuers.set(subject, [...(issuers.get(subject) ?? []), found]);
  }
  const anchorsFirst = (a: Certificate, b: Certificate) =>
    Number(anchors.has(b.fingerprint)) - Number(anchors.has(a.fingerprint));
  for (const list of issuers.values()) list.sort(anchorsFirst);
  return { anchors, issuersOf: (certificate) => issuers.get(certificate.fingerprint) ?? [] };
}

function* pathsFrom(path: readonly Certificate[], index: PoolIndex): Generator<Candidate> {
  const last = path.at(-1) as Certificate;
  if (index.anchors.has(last.fingerprint)) {
    yield { path, anchored: true };
    return;
  }
  const issuers = index
    .issuersOf(last)
    .filter((issuer) => path.every((each) => each.fingerprint !== issuer.fingerprint));
  if (issuers.length === 0 || path.length >= maxPathLength) yield { path, anchored: false };
  else for (const issuer of issuers) yield* pathsFrom([...path, issuer], index);
}

function problemsOf(candidate: Candidate, pool: ChainPool, now: number): readonly PathProblem[] {
  const issuers = candidate.path.slice(1);
  return [
    ...(candidate.anchored ? [] : [endProblem(candidate.path.at(-1) as Certificate, pool)]),
    ...candidate.path.flatMap(criticalProblems),
    ...issuers.flatMap((issuer, k) => [...issuerProblems(issuer, issuers.slice(0, k)), ...dateProblems(issuer, now)]),
    ...constraintViolations(candidate.path).map((what): PathProblem => ({ kind: 'rule', what })),
  ];
}

/** Why a path that reached no authority ended where it did. */
function endProblem(last: Certificate, pool: ChainPool): PathProblem {
  if (
    isSelfIssued(last) &&
    pool.signatures.some((each) => each.subject === last.fingerprint && each.issuer === last.fingerprint)
  ) {
    return { kind: 'untrusted', root: last.subject };
  }
  const named = [...pool.certificates, ...pool.anchors].find(
    (each) => each.subjectName === last.issuerName && each.fingerprint !== last.fingerprint,
  );
  return named === undefined
    ? { kind: 'incomplete', missing: last.issuer }
    : {
        kind: 'signature',
        what: `${last.subject} was not signed by the key of ${named.subject}, whom it names as its issuer`,
      };
}

function criticalProblems(certificate: Certificate): readonly PathProblem[] {
  if (certificate.unknownCritical.length === 0) return [];
  const extensions = certificate.unknownCritical.slice(0, 5).join(', ');
  return [
    { kind: 'rule', what: `${certificate.subject} has critical extensions that clients may not know: ${extensions}` },
  ];
}

/** Whether an issuer may issue what stands below it; `between` are the intermediates between it and the leaf. */
function issuerProblems(issuer: Certificate, between: readonly Certificate[]): readonly PathProblem[] {
  const problems: PathProblem[] = [];
  const rule = (what: string) => problems.push({ kind: 'rule', what });
  if (!issuer.authority) rule(`${issuer.subject} is no authority (basic constraints) but issued another certificate`);
  if (issuer.keyUsage && !issuer.keyUsage.includes('keyCertSign')) {
    rule(`${issuer.subject} may not sign certificates (key usage ${issuer.keyUsage.join(', ')})`);
  }
  const below = between.filter((each) => !isSelfIssued(each)).length;
  if (issuer.pathLength !== undefined && below > issuer.pathLength) {
    rule(`${issuer.subject} allows ${issuer.pathLength} authorities below it, and there are ${below}`);
  }
  return problems;
}

function dateProblems(issuer: Certificate, now: number): readonly PathProblem[] {
  if (issuer.notAfter < now)
    return [{ kind: 'dates', what: `${issuer.subject} expired ${isoMinute(issuer.notAfter)}` }];
  if (issuer.notBefore > now) {
    return [{ kind: 'dates', what: `${issuer.subject} is valid only from ${isoMinute(issuer.notBefore)}` }];
  }
  return [];
}

/**
 * What is wrong with the order of a list that a server sends (RFC 5246 §7.4.2: its own first, each next one certifies the
 * one before; a root may be left out). Undefined: nothing.
 */
export function orderProblem(list: readonly Certificate[], signatures: readonly SignedBy[]): string | undefined {
  const signed = (subject: Certificate, issuer: Certificate) =>
    signatures.some((each) => each.subject === subject.fingerprint && each.issuer === issuer.fingerprint);
  for (const [index, certificate] of list.entries()) {
    if (list.slice(0, index).some((each) => each.fingerprint === certificate.fingerprint)) {
      return `certificate ${index + 1} of ${list.length} is there twice`;
    }
    const before = list[index - 1];
    if (before !== undefined && !signed(before, certificate)) {
      const elsewhere = list.slice(0, index).some((each) => signed(each, certificate));
      const reversed = list.slice(index + 1).some((each) => signed(before, each));
      const position = `certificate ${index + 1} of ${list.length} (${certificate.subject})`;
      return elsewhere || reversed || signed(certificate, before)
        ? `${position} stands in the wrong place`
        : `${position} did not issue the one before it`;
    }
  }
  return undefined;
}

const serverAuthentication = '1.3.6.1.5.5.7.3.1';
const anyUsage = '2.5.29.37.0';

/** Why a certificate may not be used by a TLS server (RFC 5280 §4.2.1.3, §4.2.1.12); undefined when it may. */
export function notForServers(certificate: Certificate): string | undefined {
  const { extendedKeyUsage, keyUsage } = certificate;
  if (extendedKeyUsage && !extendedKeyUsage.some((use) => use === serverAuthentication || use === anyUsage)) {
    return 'its extended key usage does not name server authentication';
  }
  const signs = keyUsage === undefined || keyUsage.includes('digitalSignature');
  const deciphers = certificate.key.algorithm === 'rsa' && keyUsage?.includes('keyEncipherment');
  return signs || deciphers ? undefined : `its key usage (${keyUsage?.join(', ')}) does not allow a TLS handshake`;
}
