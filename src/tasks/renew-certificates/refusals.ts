import { shortSerial } from '../../domain/certificate/certificate.ts';
import { isoMinute, isWorthIt, lifetimeOf, type RenewalRule } from '../../domain/certificate/validity.ts';
import type { Platform } from '../../domain/configuration/platform.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import { workloadWord } from '../../domain/kubernetes/workloads.ts';
import { ownedRule } from '../../domain/owner/owner.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import { formatSpan } from '../../domain/quantities.ts';
import type { RenewalInputs } from './inputs.ts';
import type { DueSecret, SeenConsumer } from './observation.ts';
import { renewalOf } from './renewal-of.ts';

/** What decides whether a due certificate is renewed. */
export interface Judging {
  readonly platform: Platform;
  readonly inputs: RenewalInputs;
  readonly now: number;
  readonly rule: RenewalRule;
}

/** For how long the new certificate is asked for, ms: as configured, else as long as the present one. */
export function lifetimeFor(platform: Platform, { held, leaf }: DueSecret): number {
  return renewalOf(platform, held.name).rules?.lifetime ?? lifetimeOf(leaf);
}

/** Why a due certificate is not renewed; none: it is. The first one that counts. */
export function refusalOf(due: DueSecret, judging: Judging): Refusal | undefined {
  return (
    keptByCertManager(due, judging) ??
    ownedElsewhere(due) ??
    isAuthority(due, judging) ??
    (due.certManager === undefined ? notIssuedHere(due, judging) : undefined) ??
    notTakenUp(due, judging)
  );
}

/** What keeps us from issuing it ourselves. */
function notIssuedHere(due: DueSecret, judging: Judging): Refusal | undefined {
  return unchangeable(due) ?? withoutIssuer(due, judging) ?? foreignKey(due, judging) ?? shortAuthority(due, judging);
}

/** cert-manager's own: renewed by it, where it may be told to and the Certificate is there. */
function keptByCertManager(due: DueSecret, { platform }: Judging): Refusal | undefined {
  const { certManager } = due;
  if (certManager === undefined) return undefined;
  const { name, uid } = certManager;
  const refusal = (state: string, next: string): Refusal => ({
    subject: subjectOf(due),
    rule: 'what cert-manager keeps is renewed by cert-manager',
    state,
    next,
  });
  if (uid === undefined) {
    return refusal(
      `it is marked as that of certificate/${name}, and there is no such Certificate that keeps it`,
      `make the Certificate anew, or take the annotation \`cert-manager.io/certificate-name\` away from the Secret`,
    );
  }
  if (platform.certificates.certManager) return undefined;
  return refusal(
    `certificate/${name} keeps it, and \`platform.certificates.cert-manager\` is false`,
    `\`cmctl renew ${name} -n ${platform.namespace}\`, or find out why cert-manager has not renewed it by itself`,
  );
}

const subjectOf = ({ held }: DueSecret): string => `secret/${held.name}`;

function ownedElsewhere(due: DueSecret): Refusal | undefined {
  const [first] = due.owners;
  if (first === undefined) return undefined;
  return {
    subject: subjectOf(due),
    rule: ownedRule,
    state: due.owners.map(({ name, mark }) => `${name} owns it (${mark})`).join('; '),
    next: `renew it ${first.where}`,
  };
}

function unchangeable(due: DueSecret): Refusal | undefined {
  if (due.held.object?.immutable !== true) return undefined;
  return {
    subject: subjectOf(due),
    rule: 'an immutable Secret is not changed',
    state: 'it is marked immutable, so the API server refuses any change of it',
    next: 'make it anew without `immutable: true`',
  };
}

function isAuthority(due: DueSecret, { inputs }: Judging): Refusal | undefined {
  if (!due.leaf.authority || inputs.authorities) return undefined;
  return {
    subject: subjectOf(due),
    rule: 'the key of a certificate authority is renewed only when that is asked for',
    state: `${due.leaf.subject}, serial ${shortSerial(due.leaf)}, is an authority: whoever trusts it has to learn the new one`,
    next: 'prepare those who trust it, then `gh workflow run dispatch.yml -f task=renew-certificates -f inputs=authorities=true`',
  };
}

function withoutIssuer(due: DueSecret, { platform }: Judging): Refusal | undefined {
  if (renewalOf(platform, due.held.name).issuer !== undefined) return undefined;
  const { issuers } = platform.certificates;
  const there = issuers.length === 0 ? 'there is none' : `there are ${issuers.map(({ name }) => name).join(', ')}`;
  return {
    subject: subjectOf(due),
    rule: 'a certificate is renewed by an issuer that the configuration names',
    state: `no issuer is configured for it; ${there}`,
    next: 'name one under `platform.certificates.issuers` (and which Secret it is for under `renewals`) in .github/maintenance.yml',
  };
}

function foreignKey(due: DueSecret, { platform }: Judging): Refusal | undefined {
  const { rules } = renewalOf(platform, due.held.name);
  if (rules?.key !== 'keep' || due.held.key?.kind === 'matches') return undefined;
  return {
    subject: subjectOf(due),
    rule: 'a key that is kept must be the key of the certificate',
    state: '`key: keep` is configured, and tls.key is not the key of the present certificate',
    next: 'put the right key there, or configure `key: new` for it',
  };
}

/** An authority whose own end comes so early that what it issues would be due again at once. */
function shortAuthority(due: DueSecret, { platform, now, rule }: Judging): Refusal | undefined {
  const { authority, leaf } = due;
  if (authority === undefined) return undefined;
  const wanted = { notBefore: now, notAfter: now + lifetimeFor(platform, due) };
  const end = Math.min(authority.notAfter, wanted.notAfter);
  if (end > leaf.notAfter && isWorthIt(end, wanted, now, rule)) return undefined;
  const left = authority.notAfter - now;
  const when =
    left > 0
      ? `ends ${isoMinute(authority.notAfter)}, in ${formatSpan(left)}`
      : `ended ${isoMinute(authority.notAfter)}`;
  return {
    subject: subjectOf(due),
    rule: 'an authority issues nothing that would be due again at once',
    state: `${authority.subject} ${when}; a certificate of ${formatSpan(wanted.notAfter - now)} was to be issued`,
    next: 'renew the authority first: whoever trusts it has to learn the new one before it ends',
  };
}

/** A consumer whose pods would go on with the former certificate, or that cannot be proved not to. */
function notTakenUp(due: DueSecret, { platform }: Judging): Refusal | undefined {
  for (const consumer of due.consumers) {
    const why = whyNotTakenUp(consumer);
    if (why === undefined) continue;
    const word = workloadWord(consumer.kind, consumer.ref.name);
    return {
      subject: subjectOf(due),
      rule: 'a certificate is renewed only when every pod can be brought to serve it',
      state: `${word} uses it, and ${why}`,
      next: `renew it by hand and ${kubectl(platform.namespace)`rollout restart ${word}`} when that may be, or say under \`platform.certificates.renewals\` on which ports it serves and whether its pods may be rolled`,
    };
  }
  return undefined;
}

function whyNotTakenUp({ trouble, ports, use, notRolled }: SeenConsumer): string | undefined {
  if (trouble !== undefined) return `what it serves could not be looked at (${trouble.message})`;
  if (notRolled === undefined) return undefined;
  if (ports.length === 0) return `what it does with it cannot be seen; its pods are not rolled: ${notRolled}`;
  return use === 'fixed' ? `its pods do not see changes of it, and are not rolled: ${notRolled}` : undefined;
}
