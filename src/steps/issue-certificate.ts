import { type Certificate, shortSerial } from '../domain/certificate/certificate.ts';
import { pemOf } from '../domain/certificate/pem.ts';
import type { IssueCertificateParameters } from '../domain/certificate/step-parameters.ts';
import { daysLeft, isoMinute } from '../domain/certificate/validity.ts';
import type { StepOf } from '../domain/step/step.ts';
import { PortError } from '../ports/port-error.ts';
import { issueByAuthority } from './certificate/by-authority.ts';
import { issueBySigner } from './certificate/by-signer.ts';
import { type CertificateContext, type Held, readAsPlanned, secretNow } from './certificate/held.ts';
import type { Issued } from './certificate/issued.ts';
import { judgeIssued } from './certificate/judge-issued.ts';
import { keep, readKept, removeKept, writtenByUs } from './certificate/kept.ts';
import { defineStep } from './executor.ts';

type IssueStep = StepOf<'issue-certificate'>;
type Planned = Held & { readonly leaf: Certificate };

/**
 * Issue a new certificate in the place of one that is due, judge it, and keep it together with what it takes the place of.
 * Nothing of the platform is changed: a certificate that is not as it must be is never written.
 */
export default defineStep({
  kind: 'issue-certificate',
  ports: ['cluster', 'certificates'],
  provedBy: 'settle',
  precondition: async () => ({ holds: true }),
  apply: async (context, step) => {
    const { parameters } = step;
    const held = await readAsPlanned(context, parameters);
    const issued = await issue(context, parameters, held);
    const chain = await accepted(context, step, held, issued);
    const [after] = issued.list;
    await keep(context, parameters, {
      before: held.pair,
      after: {
        'tls.crt': Buffer.from(pemOf(chain)).toString('base64'),
        'tls.key': Buffer.from(issued.key).toString('base64'),
      },
      issued: after.fingerprint,
      writtenBefore: writtenByUs(held.secret),
    });
    const until = `until ${isoMinute(after.notAfter)} (${daysLeft(after, context.now)} days)`;
    return {
      text: `serial ${shortSerial(after)} ${until}, by ${issued.by}`,
      measurements: [],
      findings: [],
    };
  },
  settle: async (context, { parameters }) =>
    (await readKept(context, parameters)) === undefined ? 'not-done' : 'done',
  movedTo: (context, { parameters }) => secretNow(context, parameters),
  release: (context, { parameters }) => removeKept(context, parameters),
});

function issue(context: CertificateContext, parameters: IssueCertificateParameters, held: Planned): Promise<Issued> {
  const { issuer } = parameters;
  const key = parameters.key === 'keep' ? Buffer.from(held.pair['tls.key'], 'base64') : undefined;
  return issuer.kind === 'authority'
    ? issueByAuthority(context, parameters, issuer, held.leaf, key)
    : issueBySigner(context, parameters, issuer, held.leaf, key);
}

/** The chain to write, its own certificate first; `failed`, with every objection, when it must not be written. */
async function accepted(
  context: CertificateContext,
  { subject, parameters }: IssueStep,
  held: Planned,
  { list, key, asked, by }: Issued,
): Promise<readonly Certificate[]> {
  const { secret, leaf, list: former } = held;
  const { trust } = parameters;
  const pool = [...list, ...former];
  const judged = await judgeIssued(context, { before: leaf, after: list[0], key, asked, pool, secret, trust });
  if ('chain' in judged) return judged.chain;
  throw new PortError({
    code: 'failed',
    subject,
    message: `what ${by} issued must not be written: ${judged.objections.join('; ')}`,
    next: 'mend the issuer, or name another one under `platform.certificates` in .github/maintenance.yml',
  });
}
