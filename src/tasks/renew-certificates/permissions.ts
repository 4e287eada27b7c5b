import { type NamedWorkload, namesOfKind } from '../../domain/configuration/platform/named-workloads.ts';
import { WORKLOAD_KINDS } from '../../domain/configuration/platform/workload-kind.ts';
import type { Platform } from '../../domain/configuration/platform.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { workloadResource } from '../../domain/kubernetes/workloads.ts';
import type { Permission } from '../../domain/task/permissions.ts';
import { namedSecrets } from '../../observation/certificates/read-secrets.ts';
import { targetPermissions } from '../../observation/target/read-target.ts';

type Kind = NamedWorkload['kind'];

const every = (platform: Platform): boolean => platform.certificates.secrets === 'all';

/** Public certificates: what clients trust, and authorities without their keys. */
const publicSources = (kind: 'Secret' | 'ConfigMap') => (platform: Platform) => {
  const { trust, issuers } = platform.certificates;
  const shown = issuers.flatMap((issuer) => (issuer.kind === 'authority' && issuer.public ? [issuer.public] : []));
  return [...trust, ...shown].filter((source) => source.kind === kind).map(({ name }) => name);
};

const authoritySecrets = (platform: Platform): readonly string[] =>
  platform.certificates.issuers.flatMap((issuer) => (issuer.kind === 'authority' ? [issuer.secret] : []));

const signers = (mayApprove: boolean) => (platform: Platform) =>
  platform.certificates.issuers.flatMap((issuer) =>
    issuer.kind === 'signer' && (issuer.approve || !mayApprove) ? [issuer.signer] : [],
  );

const asked = (platform: Platform): boolean => signers(false)(platform).length > 0;
const approving = (platform: Platform): boolean => signers(true)(platform).length > 0;

/** What looking takes. The key of an authority is not among it: who only plans cannot issue. */
export const observePermissions: readonly Permission[] = [
  {
    resource: resources.secrets,
    verbs: ['get'],
    scope: 'platform',
    names: (platform) => [...new Set([...namedSecrets(platform), ...publicSources('Secret')(platform)])],
    why: 'read the certificates that the configuration names, and compare each with its key',
  },
  {
    resource: resources.secrets,
    verbs: ['get', 'list'],
    scope: 'platform',
    when: every,
    why: 'read every TLS Secret, because the configuration says `secrets: all`; RBAC cannot limit this to TLS Secrets',
  },
  {
    resource: resources.configMaps,
    verbs: ['get'],
    scope: 'platform',
    names: publicSources('ConfigMap'),
    when: (platform) => publicSources('ConfigMap')(platform).length > 0,
    why: 'read the authorities that the configuration names',
  },
  {
    resource: resources.ingresses,
    verbs: ['list'],
    scope: 'platform',
    why: 'know which hosts use a certificate',
  },
  ...WORKLOAD_KINDS.map(
    (kind): Permission => ({
      resource: workloadResource(kind),
      verbs: ['list'],
      scope: 'platform',
      why: 'find the workloads whose pods use a Secret',
    }),
  ),
  ...targetPermissions,
  {
    resource: resources.certManagerCertificates,
    verbs: ['get'],
    scope: 'platform',
    when: (platform) => platform.certificates.certManager,
    why: 'find the Certificate of cert-manager that keeps a due Secret',
  },
  {
    resource: resources.pods,
    subresource: 'portforward',
    verbs: ['get', 'create'],
    scope: 'platform',
    why: 'see what each pod serves',
  },
];

/** What changing takes: the Secrets themselves, what is kept of them meanwhile, and the templates of configured workloads. */
export const changePermissions: readonly Permission[] = [
  {
    resource: resources.secrets,
    verbs: ['patch'],
    scope: 'platform',
    names: namedSecrets,
    when: (platform) => !every(platform),
    why: 'put a renewed certificate and its key into the Secrets that the configuration names',
  },
  {
    resource: resources.secrets,
    verbs: ['patch'],
    scope: 'platform',
    when: every,
    why: 'put a renewed certificate and its key into any TLS Secret, because the configuration says `secrets: all`',
  },
  {
    resource: resources.secrets,
    verbs: ['get'],
    scope: 'platform',
    names: authoritySecrets,
    when: (platform) => authoritySecrets(platform).length > 0,
    why: 'issue with the key of the configured authority',
  },
  {
    resource: resources.certManagerCertificates,
    subresource: 'status',
    verbs: ['patch'],
    scope: 'platform',
    when: (platform) => platform.certificates.certManager,
    why: 'have cert-manager renew a Certificate now, as `cmctl renew` does; its Secrets are not written',
  },
  {
    resource: resources.certificateSigningRequests,
    verbs: ['get', 'create'],
    scope: 'cluster',
    when: asked,
    why: 'ask the configured signer, and read what it signed; neither can be limited by name',
  },
  {
    resource: resources.certificateSigningRequests,
    subresource: 'approval',
    verbs: ['patch'],
    scope: 'cluster',
    when: approving,
    why: 'approve what was asked for, at the signers below alone',
  },
  {
    resource: resources.signers,
    verbs: ['approve'],
    scope: 'cluster',
    names: signers(true),
    when: approving,
    why: 'approve requests to the configured signers, and to no other',
  },
  {
    resource: resources.secrets,
    verbs: ['get', 'create', 'delete'],
    scope: 'maintenance',
    why: 'keep the former and the new key of a Secret while it is renewed; create cannot be limited by name',
  },
  ...WORKLOAD_KINDS.map(
    (kind: Kind): Permission => ({
      resource: workloadResource(kind),
      verbs: ['patch'],
      scope: 'platform',
      names: namesOfKind(kind),
      when: (platform) => namesOfKind(kind)(platform).length > 0,
      why: 'roll the pods that do not take a renewed certificate up by themselves (an annotation of the template)',
    }),
  ),
];
