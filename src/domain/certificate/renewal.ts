import { type Certificate, isSelfIssued, type KeyMatch } from './certificate.ts';
import { type ChainPool, judgeChain, notForServers, type PathProblem } from './chain.ts';
import { covers } from './names.ts';
import { weaknesses } from './strength.ts';
import { isoMinute, isWorthIt, type RenewalRule } from './validity.ts';

/** A certificate that was issued in the place of another one, before anybody uses it. */
export interface Renewal {
  readonly before: Certificate;
  readonly after: Certificate;
  /** Which of [`after`] the new private key belongs to. */
  readonly key: KeyMatch;
  /** What its path may be made of, and whom it must lead to. */
  readonly pool: ChainPool;
  /** The dates that were asked for, epoch ms. */
  readonly asked: { readonly notBefore: number; readonly notAfter: number };
  readonly now: number;
  readonly rule: RenewalRule;
}

/** What may be written, first the server's own; or why it must not be. */
export type JudgedRenewal =
  | { readonly chain: readonly Certificate[] }
  | { readonly objections: readonly [string, ...string[]] };

/**
 * Judge a new certificate before it is written: its key, its chain to an authority that is trusted, every name and use that
 * the former one had, its dates, its strength. A server sends its own certificate and those between it and the root (RFC
 * 8446 §4.4.2: the root may be left out).
 */
export function judgeRenewal(renewal: Renewal): JudgedRenewal {
  const { after, pool, now } = renewal;
  const { path, problems } = judgeChain(after, pool, now);
  const [first, ...others] = [
    ...sameness(renewal),
    ...(renewal.key.kind === 'matches' ? [] : ['the new private key does not belong to it']),
    ...problems.map(chainObjection),
    ...missingNames(renewal),
    ...uses(renewal),
    ...dates(renewal),
    ...strength(renewal, path),
  ];
  if (first !== undefined) return { objections: [first, ...others] };
  const anchors = new Set(pool.anchors.map(({ fingerprint }) => fingerprint));
  const isRoot = (each: Certificate): boolean => anchors.has(each.fingerprint) && isSelfIssued(each);
  return { chain: path.filter((each, place) => place === 0 || !isRoot(each)) };
}

function sameness({ before, after }: Renewal): readonly string[] {
  if (before.fingerprint === after.fingerprint) return ['it is the very certificate that is there already'];
  return before.issuerName === after.issuerName && before.serial === after.serial
    ? [`it has the serial ${after.serial} of the former one (RFC 5280 §4.1.2.2 forbids that)`]
    : [];
}

function chainObjection(problem: PathProblem): string {
  switch (problem.kind) {
    case 'incomplete':
      return `its chain does not lead to a trusted authority: ${problem.missing} is missing`;
    case 'untrusted':
      return `its chain ends in ${problem.root}, which is not trusted`;
    default:
      return problem.what;
  }
}

function missingNames({ before, after }: Renewal): readonly string[] {
  const carries = (name: string) => after.dnsNames.some((each) => each.toLowerCase() === name.toLowerCase());
  const missing = [
    ...before.dnsNames.filter((name) => !carries(name)),
    ...before.ipAddresses.filter((address) => !covers(after, address)),
  ];
  if (missing.length === 0) return [];
  const rest = missing.length > 5 ? ` and ${missing.length - 5} more` : '';
  return [`it does not carry ${missing.slice(0, 5).join(', ')}${rest}, which the former one did`];
}

function uses({ before, after }: Renewal): readonly string[] {
  const objections: string[] = [];
  const why = notForServers(after);
  if (why !== undefined && notForServers(before) === undefined) objections.push(why);
  if (after.authority !== before.authority) {
    objections.push(before.authority ? 'it is no authority, and the former one was' : 'it is an authority');
  }
  const lost = (before.extendedKeyUsage ?? []).filter((use) => !(after.extendedKeyUsage?.includes(use) ?? true));
  if (lost.length > 0) objections.push(`it may not be used for ${lost.join(', ')}, as the former one was`);
  return objections;
}

/** How far an issuer's clock may be ahead of ours, ms: what it dates from its own present is valid a moment later here. */
const clockSkewMs = 60_000;

function dates({ before, after, asked, now, rule }: Renewal): readonly string[] {
  const span = `valid from ${isoMinute(after.notBefore)} until ${isoMinute(after.notAfter)}`;
  if (after.notBefore > now + clockSkewMs || after.notAfter <= now) return [`it is ${span}, and not now`];
  if (after.notAfter <= before.notAfter) {
    return [`it is ${span}, no longer than the former one (${isoMinute(before.notAfter)})`];
  }
  return isWorthIt(after.notAfter, asked, now, rule)
    ? []
    : [`it is ${span}, and would be due again at once; asked for until ${isoMinute(asked.notAfter)}`];
}

function strength({ before, after }: Renewal, path: readonly Certificate[]): readonly string[] {
  const weak = path.flatMap((certificate) =>
    weaknesses(certificate)
      .filter(({ degree }) => degree === 'broken')
      .map(({ what }) => `${certificate.subject}: ${what}`),
  );
  const [had, has] = [before.key, after.key];
  if (had.algorithm === has.algorithm && (has.bits ?? 0) < (had.bits ?? 0)) {
    weak.push(`its key has ${has.bits} bits, fewer than the ${had.bits} of the former one`);
  }
  return weak;
}
