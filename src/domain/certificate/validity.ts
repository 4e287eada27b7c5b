import type { Certificate } from './certificate.ts';

const dayMs = 86_400_000;

/** When a certificate is due: the configured days and share, and the openings in which certificates are renewed. */
export interface RenewalRule {
  readonly days: number;
  /** Share of the lifetime, above 0 to 1. */
  readonly share: number;
  /** The next openings of the renewing window, soonest first; empty when it never opens. */
  readonly openings: readonly { readonly start: number; readonly end: number }[];
}

/** Where a certificate stands in its life. */
export type Validity =
  | { readonly state: 'expired' | 'not-yet-valid' }
  /** Ends within a day (less for those that live for days), or before the next opening: nobody renews it in time unless somebody acts. */
  | { readonly state: 'ends-before-renewal'; readonly nextOpening?: number }
  | { readonly state: 'due'; readonly because: string }
  | { readonly state: 'good' };

/** Lifetime in ms. */
export function lifetimeOf(certificate: Pick<Certificate, 'notBefore' | 'notAfter'>): number {
  return certificate.notAfter - certificate.notBefore;
}

/** Days until the end, one decimal; negative when it is past. */
export function daysLeft(certificate: Pick<Certificate, 'notAfter'>, now: number): number {
  return Math.floor(((certificate.notAfter - now) / dayMs) * 10) / 10;
}

/**
 * From how many ms before its end a certificate is due by days and share: the smaller of the two. Thirty days alone are
 * wrong for certificates that live for 47 days or 7, a third alone is wrong for those that live for years.
 */
export function renewalMargin(certificate: Pick<Certificate, 'notBefore' | 'notAfter'>, rule: RenewalRule): number {
  return Math.min(rule.days * dayMs, rule.share * lifetimeOf(certificate));
}

/** Where it stands at `now`. Besides days and share it must outlive the next two openings, so that one may be missed. */
export function validityAt(
  certificate: Pick<Certificate, 'notBefore' | 'notAfter'>,
  now: number,
  rule: RenewalRule,
): Validity {
  const { notAfter, notBefore } = certificate;
  if (notAfter < now) return { state: 'expired' };
  if (notBefore > now) return { state: 'not-yet-valid' };
  const [next, second] = rule.openings;
  const urgent = Math.min(dayMs, renewalMargin(certificate, rule));
  if (notAfter - now < urgent || (next !== undefined && notAfter < next.start)) {
    return { state: 'ends-before-renewal', ...(next === undefined ? {} : { nextOpening: next.start }) };
  }
  if (notAfter - now < renewalMargin(certificate, rule)) {
    const byDays = rule.days * dayMs <= rule.share * lifetimeOf(certificate);
    return { state: 'due', because: byDays ? `due from ${rule.days} days on` : dueByShare(certificate, rule) };
  }
  if (second !== undefined && notAfter < second.end) {
    return { state: 'due', because: `ends before the opening after next is over (${isoMinute(second.end)})` };
  }
  return { state: 'good' };
}

/**
 * Whether a certificate that ends at `end`, where one with these dates was asked for, is worth writing: by the margin of what
 * was asked for it is not due again at once. Where what was asked for lives too short for that itself, anything is.
 */
export function isWorthIt(
  end: number,
  asked: Pick<Certificate, 'notBefore' | 'notAfter'>,
  now: number,
  rule: RenewalRule,
): boolean {
  const { notBefore, notAfter } = asked;
  const isGood = (until: number): boolean =>
    validityAt({ notBefore: until - (notAfter - notBefore), notAfter: until }, now, rule).state === 'good';
  return isGood(end) || !isGood(notAfter);
}

const dueByShare = (certificate: Pick<Certificate, 'notBefore' | 'notAfter'>, rule: RenewalRule): string =>
  `due from ${Math.round(rule.share * 100)} % of its lifetime of ${Math.round(lifetimeOf(certificate) / dayMs)} days on`;

/**
 * Whether it lives too short to be renewed by windows: less than three intervals between openings. Undefined when it
 * lives long enough, or there are no two openings to take an interval from; else the interval in ms.
 */
export function tooShortFor(certificate: Certificate, rule: RenewalRule): number | undefined {
  const [next, second] = rule.openings;
  if (next === undefined || second === undefined) return undefined;
  const interval = second.start - next.start;
  return lifetimeOf(certificate) < 3 * interval ? interval : undefined;
}

/** `2026-11-29 02:00 UTC` */
export function isoMinute(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
