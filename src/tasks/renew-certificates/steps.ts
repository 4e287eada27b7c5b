import { type Certificate, shortSerial } from '../../domain/certificate/certificate.ts';
import type { CertificateConsumer, Reloading } from '../../domain/certificate/step-parameters.ts';
import { isoMinute } from '../../domain/certificate/validity.ts';
import type { Issuer } from '../../domain/configuration/platform/issuers.ts';
import { workloadWord } from '../../domain/kubernetes/workloads.ts';
import { counted, formatSpan } from '../../domain/quantities.ts';
import { stepKinds } from '../../domain/step/kinds.ts';
import type { Step } from '../../domain/step/step.ts';
import type { RenewalInputs } from './inputs.ts';
import type { DueSecret, SeenConsumer } from './observation.ts';
import { type Judging, lifetimeFor } from './refusals.ts';
import { renewalOf } from './renewal-of.ts';

/** What issuing takes at most besides waiting for a signer, ms. */
const issueDeadlineMs = 120_000;
/** What everything but waiting for pods takes at most, ms. */
const marginMs = 60_000;

/** The steps of one renewal, which stand or fall together: issue, write, and have every pod take it up. */
export function renewalSteps(due: DueSecret, why: string, judging: Judging): readonly Step[] {
  const { platform, inputs } = judging;
  const { held, leaf } = due;
  const { issuer, rules } = renewalOf(platform, held.name);
  if (due.certManager !== undefined) return certManagerSteps(due, why, judging);
  if (issuer === undefined || held.object === undefined) return [];
  const { uid, resourceVersion } = held.object;
  const reference = { namespace: platform.namespace, secret: held.name, uid, certificate: leaf.fingerprint };
  const reloading = reloadingOf(due, inputs);
  const patienceMs = reloadDeadlineMs(due, inputs);
  const lifetimeMs = lifetimeFor(platform, due);
  const waitMs = issuer.kind === 'signer' ? inputs['signed-within'] : 0;
  const key = rules?.key ?? 'new';
  const names = [...leaf.dnsNames, ...leaf.ipAddresses];
  const from = { ...statedOf(leaf), names };
  const base = { subject: `secret/${held.name}`, unit: `secret/${held.name}`, independent: true, why } as const;
  const words = consumerWords(due);
  return [
    {
      ...base,
      id: `issue-certificate secret/${held.name}`,
      kind: 'issue-certificate',
      from,
      to: { by: issuerWord(issuer), for: formatSpan(lifetimeMs), key, names },
      parameters: {
        ...reference,
        resourceVersion,
        issuer,
        key,
        lifetimeMs,
        waitMs,
        trust: platform.certificates.trust,
      },
      risk: 'none for the platform: nothing uses it until it was judged and written',
      undo: `cannot be undone: ${stepKinds['issue-certificate'].cannotBeUndone}`,
      deadlineMs: issueDeadlineMs + waitMs,
    },
    {
      ...base,
      id: `write-certificate secret/${held.name}`,
      kind: 'write-certificate',
      from,
      to: { serial: 'of what was issued', key, names },
      parameters: { ...reference, resourceVersion, ...reloading },
      risk: `${words} may refuse it: then the former one is put back`,
      undo: `the former certificate and key are put back from where they are kept, and served again; at most ${formatSpan(patienceMs)}`,
      deadlineMs: patienceMs,
    },
    {
      ...base,
      id: `reload-consumers secret/${held.name}`,
      kind: 'reload-consumers',
      from: { serial: shortSerial(leaf) },
      to: { serial: 'of what the Secret holds then' },
      parameters: { ...reference, ...reloading },
      risk: rollRisk(due),
      undo: `cannot be undone: ${stepKinds['reload-consumers'].cannotBeUndone}`,
      deadlineMs: patienceMs,
    },
  ];
}

/** Where cert-manager keeps the Secret: it renews, and only then pods are brought to serve it. Nothing is put back. */
function certManagerSteps(due: DueSecret, why: string, { platform, inputs }: Judging): readonly Step[] {
  const { held, leaf, certManager } = due;
  if (certManager?.uid === undefined || held.object === undefined) return [];
  const { uid } = held.object;
  const reference = { namespace: platform.namespace, secret: held.name, uid, certificate: leaf.fingerprint };
  const subject = `secret/${held.name}`;
  const base = { subject, unit: subject, independent: true, why, from: { serial: shortSerial(leaf) } } as const;
  const waitMs = inputs['signed-within'];
  const kinds = { renew: 'renew-by-cert-manager', reload: 'reload-consumers' } as const;
  return [
    {
      ...base,
      id: `${kinds.renew} ${subject}`,
      kind: kinds.renew,
      to: { serial: 'of what cert-manager issues' },
      parameters: {
        ...reference,
        name: certManager.name,
        nameUid: certManager.uid,
        waitMs,
        trust: platform.certificates.trust,
      },
      risk: `what cert-manager issues stands at once, and is judged only then: what is wrong with it is reported and stays`,
      undo: `cannot be undone: ${stepKinds[kinds.renew].cannotBeUndone}`,
      deadlineMs: issueDeadlineMs + waitMs,
    },
    {
      ...base,
      id: `${kinds.reload} ${subject}`,
      kind: kinds.reload,
      to: { serial: 'of what the Secret holds then' },
      parameters: { ...reference, ...reloadingOf(due, inputs), renewer: 'cert-manager' },
      risk: rollRisk(due),
      undo: `cannot be undone: ${stepKinds[kinds.reload].cannotBeUndone}`,
      deadlineMs: reloadDeadlineMs(due, inputs),
    },
  ];
}

const statedOf = (leaf: Certificate) => ({ serial: shortSerial(leaf), until: isoMinute(leaf.notAfter) });

const issuerWord = (issuer: Issuer): string =>
  issuer.kind === 'authority' ? `authority ${issuer.name}` : `signer ${issuer.name}`;

function reloadingOf({ consumers }: DueSecret, inputs: RenewalInputs): Reloading {
  return {
    consumers: consumers.map(consumerOf),
    limits: {
      pickUpWithinMs: inputs['pick-up-within'],
      readyWithinMs: inputs['ready-within'],
      handshakeMs: inputs['handshake-timeout'],
    },
  };
}

const consumerOf = ({ ref, use, ports, serverName, notRolled, mark }: SeenConsumer): CertificateConsumer => ({
  ...ref,
  refreshed: use === 'refreshed',
  ports,
  serverName,
  roll: notRolled === undefined,
  mark,
});

/** How long bringing every pod to another certificate takes at most, ms: the wait, then each pod of a roll. */
function reloadDeadlineMs({ consumers }: DueSecret, inputs: RenewalInputs): number {
  const each = consumers.map(({ pods, notRolled }) => {
    const rolled = notRolled === undefined ? Math.max(1, pods) * inputs['ready-within'] : 0;
    return inputs['pick-up-within'] + Math.min(rolled, 1_800_000);
  });
  return Math.min(
    7_200_000,
    each.reduce((sum, ms) => sum + ms, marginMs),
  );
}

const consumerWords = ({ consumers }: DueSecret): string =>
  consumers.length === 0
    ? 'whatever reads it'
    : consumers.map(({ kind, ref }) => workloadWord(kind, ref.name)).join(', ');

function rollRisk(due: DueSecret): string {
  const rolled = due.consumers.filter(({ notRolled }) => notRolled === undefined);
  if (due.consumers.length === 0) return 'none: no workload uses it';
  const pods = rolled.reduce((sum, each) => sum + each.pods, 0);
  return pods === 0
    ? 'none: pods are waited for, not rolled'
    : `pods that do not take it up by themselves are made anew one after the other (${counted(pods, 'pod')} of ${consumerWords({ ...due, consumers: rolled })})`;
}
