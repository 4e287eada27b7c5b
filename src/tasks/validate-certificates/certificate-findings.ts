import { type Certificate, shortSerial } from '../../domain/certificate/certificate.ts';
import { ruleFor } from '../../domain/certificate/renewal-rule.ts';
import { weaknesses } from '../../domain/certificate/strength.ts';
import {
  daysLeft,
  isoMinute,
  lifetimeOf,
  type RenewalRule,
  renewalMargin,
  tooShortFor,
  validityAt,
} from '../../domain/certificate/validity.ts';
import type { Finding, Severity } from '../../domain/finding/finding.ts';
import { formatSpan } from '../../domain/quantities.ts';

/** What every rule about one subject needs to say. */
export interface About {
  readonly subject: string;
  readonly now: number;
  readonly rule: RenewalRule;
  /** What a person types or does about it. */
  readonly next: string;
}

/** `CN=api.example, serial 0a1b, until 2026-12-01 00:00 UTC (6.9 days)` */
export function describe(certificate: Certificate, now: number): string {
  const left = daysLeft(certificate, now);
  const when = left < 0 ? `${-left} days ago` : `${left} days left`;
  return `${certificate.subject}, serial ${shortSerial(certificate)}, until ${isoMinute(certificate.notAfter)} (${when})`;
}

/** Where a server's own certificate stands in its life: one finding at most, and whether it lives too short for windows. */
export function validityFindings(
  certificate: Certificate,
  about: About,
  renewedBy: string | undefined,
): readonly Finding[] {
  const { now, subject, next } = about;
  const validity = validityAt(certificate, now, ruleFor({ renewedBy }, about.rule));
  const evidence = describe(certificate, now);
  const finding = (code: string, severity: Severity, title: string, extra = ''): Finding => ({
    code,
    severity,
    subject,
    title,
    evidence: extra === '' ? evidence : `${evidence}; ${extra}`,
    next,
  });
  const short = shortLife(certificate, about, renewedBy);
  switch (validity.state) {
    case 'expired':
      return [finding('expired', 'fail', 'certificate has expired'), ...short];
    case 'not-yet-valid':
      return [
        finding('not-yet-valid', 'fail', `certificate is valid only from ${isoMinute(certificate.notBefore)}`),
        ...short,
      ];
    case 'ends-before-renewal': {
      const opening =
        validity.nextOpening === undefined ? '' : `the next renewal opens ${isoMinute(validity.nextOpening)}`;
      return [finding('ends-before-renewal', 'fail', 'certificate ends before anything renews it', opening), ...short];
    }
    case 'due':
      return [finding('due', 'warn', 'certificate is due for renewal', validity.because), ...short];
    case 'good':
      return short;
  }
}

function shortLife(certificate: Certificate, about: About, renewedBy: string | undefined): readonly Finding[] {
  const interval = renewedBy === undefined ? tooShortFor(certificate, about.rule) : undefined;
  if (interval === undefined) return [];
  return [
    {
      code: 'lifetime-too-short',
      severity: 'warn',
      subject: about.subject,
      title: 'certificate lives too short to be renewed in windows',
      evidence: `lifetime ${formatSpan(lifetimeOf(certificate))}, less than three intervals of ${formatSpan(interval)} between renewals`,
      next: 'let an issuer in the cluster renew it (such as cert-manager), which does not wait for a window',
    },
  ];
}

/** Weak keys and signatures of a list, as one finding. */
export function weaknessFindings(list: readonly Certificate[], about: About): readonly Finding[] {
  const found = list.flatMap((certificate) => weaknesses(certificate).map((weakness) => ({ certificate, weakness })));
  if (found.length === 0) return [];
  const broken = found.some(({ weakness }) => weakness.degree === 'broken');
  return [
    {
      code: 'weak',
      severity: broken ? 'fail' : 'warn',
      subject: about.subject,
      title: broken ? 'key or signature is too weak for today’s clients' : 'key or signature that some clients refuse',
      evidence: listed(found.map(({ certificate, weakness }) => `${certificate.subject}: ${weakness.what}`)),
      next: `issue it anew with an RSA key of 2048 bits or an EC key on P-256, signed with SHA-256; ${about.next} shows it`,
    },
  ];
}

/**
 * Authorities of a list that have ended, end soon or are not valid yet, as one finding each. One that is for later is usual before
 * a change of authorities, as long as another is valid.
 */
export function authorityDates(list: readonly Certificate[], about: About): readonly Finding[] {
  const { now, rule, subject, next } = about;
  const ended = list.filter((certificate) => certificate.notAfter < now);
  const early = list.filter((certificate) => certificate.notBefore > now);
  const ending = list.filter(
    (certificate) => certificate.notAfter >= now && certificate.notAfter - now < renewalMargin(certificate, rule),
  );
  const finding = (
    code: string,
    severity: Severity,
    title: string,
    which: readonly Certificate[],
  ): readonly Finding[] =>
    which.length === 0
      ? []
      : [{ code, severity, subject, title, evidence: listed(which.map((each) => describe(each, now))), next }];
  const none = ended.length + early.length === list.length;
  return [
    ...finding(
      'authority-expired',
      none ? 'fail' : 'warn',
      none ? 'no authority in it is valid: expired' : 'an authority in it has expired',
      ended,
    ),
    ...finding(
      'authority-not-yet-valid',
      none ? 'fail' : 'info',
      none ? 'no authority in it is valid: not yet' : 'an authority in it is not valid yet',
      early,
    ),
    ...finding('authority-due', 'warn', 'an authority in it ends soon', ending),
  ];
}

/** The first five of several facts, and how many more there are. */
export function listed(facts: readonly string[]): string {
  const rest = facts.length > 5 ? `; and ${facts.length - 5} more` : '';
  return `${facts.slice(0, 5).join('; ')}${rest}`;
}
