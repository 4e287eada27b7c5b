/** Faults of certificates: a TLS Secret of the platform holds something else. */
import { PLATFORM_NAMESPACE } from '../network.ts';
import { CERTIFICATES } from '../platform/manifests/secrets.ts';
import type { Request } from '../platform/pki.ts';
import { platformAuthority } from '../platform/platform-authority.ts';
import { replaceSecret, secretBack } from './changes.ts';
import { type Fault, type FaultContext, leads } from './fault.ts';

/** What the Secret `name` was issued for, changed in some things. */
export function request(name: string, change: Partial<Request>): Request {
  const usual = CERTIFICATES[name];
  if (usual === undefined) throw new Error(`There is no certificate ${name} on the platform.`);
  return { ...usual, ...change };
}

/** Values of a Secret. */
export type Content = Readonly<Record<string, string>>;

/** A fault that puts other content into one TLS Secret. */
function content(
  title: string,
  name: string,
  leadsTo: Fault['leadsTo'],
  make: (context: FaultContext) => Promise<Content>,
): Fault {
  return {
    title,
    leadsTo,
    break: async (context) => replaceSecret(context, name, await make(context)),
    mend: (context) => secretBack(context, name),
  };
}

/** A certificate for the Secret `name` by the platform's own authority, so that it is wrong in one thing only. */
export async function issued(context: FaultContext, name: string, change: Partial<Request>): Promise<Content> {
  const { certificate, key, chain } = await (await platformAuthority(context.cluster)).issue(request(name, change));
  return { 'tls.crt': certificate + chain, 'tls.key': key };
}

const FAIL = leads('validate-certificates: fail');

/** Faults of certificates, by name. */
export const certificateFaults = {
  'no-expiring-certificate': content(
    'the certificate that was due for renewal has been renewed',
    'partner-feed-tls',
    leads('validate-certificates: pass', 'check-health: pass'),
    (context) => issued(context, 'partner-feed-tls', { age: 1, left: 89 }),
  ),
  'expired-certificate': content(
    'the certificate portal-tls has expired',
    'portal-tls',
    leads('validate-certificates: fail', 'renew-certificates: fail'),
    (context) => issued(context, 'portal-tls', { age: 93, left: -3 }),
  ),
  'mismatched-key': content(
    'the Secret portal-tls holds the key of another certificate',
    'portal-tls',
    FAIL,
    async (context) => {
      const other = await issued(context, 'portal-tls', {});
      return { 'tls.key': other['tls.key'] ?? '' };
    },
  ),
  'unreadable-certificate': content(
    'the certificate in the Secret field-radio-tls cannot be read',
    'field-radio-tls',
    leads('validate-certificates: fail', 'renew-certificates: unknown'),
    async () => ({ 'tls.crt': '-----BEGIN CERTIFICATE-----\nTm90IGEgY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----\n' }),
  ),
  'uncovered-host': content(
    'the certificate portal-tls does not cover the host of its Ingress',
    'portal-tls',
    FAIL,
    (context) => issued(context, 'portal-tls', { dns: ['old-portal.phoenix-rooivalk.example'] }),
  ),
  'stale-certificate-served': content(
    'api-gateway-tls has been renewed, but the gateway goes on serving the former certificate',
    'api-gateway-tls',
    leads('validate-certificates: warn'),
    (context) => issued(context, 'api-gateway-tls', { age: 0, left: 90 }),
  ),
  'missing-intermediate': content(
    'the Secret portal-tls holds its certificate without the one between it and the root',
    'portal-tls',
    FAIL,
    async (context) => {
      const { certificate, key } = await (await platformAuthority(context.cluster)).issue(request('portal-tls', {}));
      return { 'tls.crt': certificate, 'tls.key': key };
    },
  ),
  'missing-secret': {
    title: 'a TLS Secret that an Ingress names is not there',
    leadsTo: FAIL,
    async break(context) {
      await replaceSecret(context, 'portal-tls', {});
      await context.cluster.delete('v1', 'Secret', PLATFORM_NAMESPACE, 'portal-tls');
    },
    async mend(context) {
      await context.cluster.apply({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'portal-tls', namespace: PLATFORM_NAMESPACE },
        type: 'kubernetes.io/tls',
        data: context.memory.recall('Secret portal-tls'),
      });
    },
  },
} satisfies Record<string, Fault>;
