import { z } from 'zod';
import { section } from '../section.ts';
import { dataKey, duration, label, objectName, port, text } from '../values.ts';
import { type TextSource, textSource } from './references.ts';

const signerName = text(
  'Name of the signer in the Kubernetes CSR API, such as example.com/serving.',
  {
    says: 'is not a signer that issues serving certificates to workloads',
    allowed: "a domain, a slash and a name, such as example.com/serving; Kubernetes' own (kubernetes.io/…) never do",
  },
  (value) => /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?\/[a-z0-9]([-a-z0-9.:]*[a-z0-9])?$/.test(value) && !ofKubernetes(value),
  '^[a-z0-9]([-a-z0-9.]*[a-z0-9])?/[a-z0-9]([-a-z0-9.:]*[a-z0-9])?$',
);

const ofKubernetes = (signer: string): boolean => /(^|\.)kubernetes\.io\//.test(signer);

const authority = section('A certificate authority whose certificate and key are in a Secret of the platform.', {
  secret: objectName('Name of the Secret.'),
  certificate: dataKey('Key of its certificate; those between it and the root may follow.').default('tls.crt'),
  key: dataKey('Key of its private key.').default('tls.key'),
  public: textSource(
    'Its certificate without its key, so that planning, which may not read the key, can see until when it lives. Default: what the certificates that it issued carry.',
    'ca.crt',
  ).exactOptional(),
});

const signer = section('A signer behind the Kubernetes CSR API (certificates.k8s.io).', {
  name: signerName,
  approve: z
    .boolean()
    .describe('Whether requests are approved here (needs `approve` on the signer); else somebody else does it.')
    .default(true),
});

/** Who issues certificates: an authority in a Secret, or a signer behind the Kubernetes CSR API. */
export type Issuer =
  | {
      readonly kind: 'authority';
      readonly name: string;
      readonly secret: string;
      readonly certificate: string;
      readonly key: string;
      readonly public?: TextSource;
    }
  | { readonly kind: 'signer'; readonly name: string; readonly signer: string; readonly approve: boolean };

const issuer = z
  .strictObject({
    name: label('What it is called in this file and in reports.'),
    authority: authority.exactOptional(),
    signer: signer.exactOptional(),
  })
  .refine((given) => (given.authority === undefined) !== (given.signer === undefined), {
    error: 'names neither or both of authority and signer',
    params: { allowed: 'exactly one of authority, signer', noValue: true },
  })
  .describe('Who issues certificates.')
  .transform(({ name, authority: held, signer: asked }): Issuer => {
    if (held !== undefined) return { kind: 'authority', name, ...held };
    return { kind: 'signer', name, signer: asked?.name ?? '', approve: asked?.approve ?? false };
  });

/** Who issues, and by what rules each Secret's certificate is renewed. */
export const issuing = {
  issuers: z.array(issuer).max(20).describe('Who issues certificates that are renewed.').default([]),
  issuer: label('The issuer of every Secret for which `renewals` names none. Default: the only one.').exactOptional(),
  renewals: z
    .array(
      section('How the certificate of one Secret is renewed.', {
        secret: objectName('Name of the Secret.'),
        issuer: label('Name of its issuer.').exactOptional(),
        lifetime: duration(
          'For how long the new certificate is asked for. Default: as long as the one it replaces.',
          3650 * 86_400_000,
        ).exactOptional(),
        key: z
          .enum(['new', 'keep'], { error: 'is neither of the two' })
          .describe('Whether a new private key is made, or the present one is certified again.')
          .default('new'),
        pods: z
          .enum(['roll', 'wait'], { error: 'is neither of the two' })
          .describe(
            'What happens with pods that do not take a renewed certificate up by themselves: they are rolled, or the former certificate is put back. Default: roll; wait for the database and the cache.',
          )
          .exactOptional(),
        ports: z
          .array(port('Port of the pods.'))
          .min(1)
          .max(10)
          .describe(
            'Ports on which pods serve it (TLS from the first byte). Default: those that look like TLS ports and serve it.',
          )
          .exactOptional(),
      }),
    )
    .max(500)
    .describe('What is different for single Secrets.')
    .default([]),
  'cert-manager': z
    .boolean()
    .describe("Whether due certificates of cert-manager are renewed ahead of cert-manager's own time.")
    .default(true),
};

interface Issuing {
  readonly issuers: readonly Issuer[];
  readonly issuer?: string;
  readonly renewals: readonly { readonly secret: string; readonly issuer?: string }[];
}

/** What a reference to an issuer breaks: it must be one of the configured names, and each name stands once. */
export function checkIssuing({ issuers, issuer: common, renewals }: Issuing, context: z.core.ParsePayload): void {
  const names = issuers.map(({ name }) => name);
  const wrong = (path: PropertyKey[], input: string, says: string, allowed: string, words?: readonly string[]) =>
    context.issues.push({ code: 'custom', path, message: says, input, params: { allowed, words } });
  const known = names.length === 0 ? 'a name under issuers, of which there is none' : names.join(', ');
  const unknown = (path: PropertyKey[], named: string) => wrong(path, named, 'is the name of no issuer', known, names);
  if (common !== undefined && !names.includes(common)) unknown(['issuer'], common);
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) < index)
      wrong(['issuers', index, 'name'], name, 'stands twice', 'a name that no other has');
  }
  for (const [index, { secret, issuer: named }] of renewals.entries()) {
    if (named !== undefined && !names.includes(named)) unknown(['renewals', index, 'issuer'], named);
    if (renewals.findIndex((each) => each.secret === secret) < index) {
      wrong(['renewals', index, 'secret'], secret, 'stands twice', 'a Secret that no other entry names');
    }
  }
}
