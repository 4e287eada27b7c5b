/** What keeps certificates from being renewed, or from being served: issuers, owners, and pods that do not look again. */
import { hostPort, PLATFORM_NAMESPACE, SIGNER } from '../network.ts';
import { until } from '../platform/cluster.ts';
import { CA_BUNDLE } from '../platform/manifests/objects.ts';
import { PINNED } from '../platform/manifests/secrets.ts';
import { PlatformAuthority } from '../platform/pki.ts';
import { AUTHORITY_SECRET } from '../platform/platform-authority.ts';
import { issued, request } from './certificates.ts';
import { replaceSecret, SETTLE, secretBack, untilReady } from './changes.ts';
import { type Fault, type FaultContext, leads } from './fault.ts';

const GATEWAY = 'api-gateway';
const GATEWAY_TLS = 'api-gateway-tls';
const DUE = { age: 78, left: 12 } as const;
const FRESH = { age: 1, left: 89 } as const;

/** Gives the gateway's template something else, and waits until its pods are made from that. */
async function changeGateway(context: FaultContext, template: object): Promise<void> {
  const path = `/apis/apps/v1/namespaces/${PLATFORM_NAMESPACE}/deployments/${GATEWAY}`;
  await context.cluster.api.patch(
    `${path}?fieldManager=phoenix-platform-team`,
    { spec: { template } },
    'application/strategic-merge-patch+json',
  );
  await untilReady(context, GATEWAY);
}

/** Makes the gateway's pods anew, so that they read their certificate again. */
const restarted = (context: FaultContext): Promise<void> =>
  changeGateway(context, { metadata: { annotations: { 'sandbox/restarted': new Date().toISOString() } } });

/** The gateway holds, and serves, a certificate that is due. */
async function dueAtGateway(context: FaultContext): Promise<void> {
  await replaceSecret(context, GATEWAY_TLS, await issued(context, GATEWAY_TLS, DUE));
}

/** The gateway reads its certificate from a copy that nobody renews. */
async function pinGateway(context: FaultContext): Promise<void> {
  const secret = await context.cluster.find<{ data: object }>('v1', 'Secret', PLATFORM_NAMESPACE, GATEWAY_TLS);
  const metadata = { name: PINNED, namespace: PLATFORM_NAMESPACE };
  await context.cluster.apply({ apiVersion: 'v1', kind: 'Secret', metadata, type: 'Opaque', data: secret?.data });
  const container = {
    name: 'gateway',
    env: [{ name: 'TLS_DIRECTORY', value: '/etc/pinned' }],
    volumeMounts: [{ name: PINNED, mountPath: '/etc/pinned', readOnly: true }],
  };
  await changeGateway(context, {
    spec: { containers: [container], volumes: [{ name: PINNED, secret: { secretName: PINNED } }] },
  });
}

async function unpinGateway(context: FaultContext): Promise<void> {
  const env = [{ name: 'TLS_DIRECTORY', value: '/etc/api-gateway-tls' }];
  const volumeMounts = [{ $patch: 'delete', mountPath: '/etc/pinned' }];
  await changeGateway(context, {
    spec: { containers: [{ name: 'gateway', env, volumeMounts }], volumes: [{ $patch: 'delete', name: PINNED }] },
  });
  await context.cluster.delete('v1', 'Secret', PLATFORM_NAMESPACE, PINNED);
}

/** The authority that issues, and what everybody may read of it, with so many days left; `portal-tls` comes from it and is due. */
async function shortAuthority(context: FaultContext, days: number): Promise<void> {
  const authority = await PlatformAuthority.create(days);
  const { root, intermediate, key } = authority.kept;
  await replaceSecret(context, AUTHORITY_SECRET, { 'root.crt': root, 'tls.crt': intermediate, 'tls.key': key });
  const path = `/api/v1/namespaces/${PLATFORM_NAMESPACE}/configmaps/${CA_BUNDLE}`;
  const bundle = await context.cluster.find<{ data: object }>('v1', 'ConfigMap', PLATFORM_NAMESPACE, CA_BUNDLE);
  context.memory.keep('bundle', bundle?.data);
  await context.cluster.api.patch(path, { data: { 'bundle.crt': root + intermediate } });
  const portal = await authority.issue(request('portal-tls', { age: 85, left: 5 }));
  await replaceSecret(context, 'portal-tls', {
    'tls.crt': portal.certificate + portal.chain,
    'tls.key': portal.key,
    'ca.crt': root,
  });
}

const helmMarks = (release: string | null) => ({ metadata: { annotations: { 'meta.helm.sh/release-name': release } } });

const certManagerMark = (certificate: string | null) => ({
  metadata: { annotations: { 'cert-manager.io/certificate-name': certificate } },
});

const secretPath = (name: string): string => `/api/v1/namespaces/${PLATFORM_NAMESPACE}/secrets/${name}`;

const signerAnswers = async (): Promise<boolean> =>
  fetch(`http://${hostPort(SIGNER)}/`, { signal: AbortSignal.timeout(1_000) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** A Certificate of cert-manager keeps `portal-tls`, which is due; `partner-feed-tls` is not. */
async function keptByCertManager(context: FaultContext): Promise<void> {
  const { api } = context.cluster;
  await replaceSecret(context, 'partner-feed-tls', await issued(context, 'partner-feed-tls', FRESH));
  await replaceSecret(context, 'portal-tls', await issued(context, 'portal-tls', DUE));
  await api.patch(secretPath('portal-tls'), certManagerMark('portal'));
  const spec = {
    secretName: 'portal-tls',
    commonName: 'portal',
    dnsNames: request('portal-tls', {}).dns,
    issuerRef: { name: 'platform' },
  };
  await context.cluster.apply({
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name: 'portal', namespace: PLATFORM_NAMESPACE },
    spec,
  });
}

async function keptByCertManagerNoMore(context: FaultContext): Promise<void> {
  await context.cluster.delete('cert-manager.io/v1', 'Certificate', PLATFORM_NAMESPACE, 'portal');
  await context.cluster.api.patch(secretPath('portal-tls'), certManagerMark(null));
  for (const name of ['portal-tls', 'partner-feed-tls']) await secretBack(context, name);
}

/** Faults of renewals, by name. */
export const renewalFaults = {
  'gateway-certificate-due': {
    title: 'the certificate that the gateway serves is due for renewal',
    leadsTo: leads('validate-certificates: warn', 'renew-certificates: pass'),
    async break(context) {
      await dueAtGateway(context);
      await restarted(context);
    },
    async mend(context) {
      await secretBack(context, GATEWAY_TLS);
      await restarted(context);
    },
  },
  'certificate-not-picked-up': {
    title: 'the gateway reads its certificate, which is due, from a copy that nobody renews',
    leadsTo: leads('renew-certificates: fail'),
    async break(context) {
      await dueAtGateway(context);
      await pinGateway(context);
    },
    async mend(context) {
      await secretBack(context, GATEWAY_TLS);
      await unpinGateway(context);
    },
  },
  'issuer-down': {
    title: 'the signer of the Kubernetes CSR API does not answer, and partner-feed-tls is due',
    leadsTo: leads('renew-certificates: fail'),
    async break(context) {
      await replaceSecret(context, 'partner-feed-tls', await issued(context, 'partner-feed-tls', DUE));
      await context.part('signer', 'stop');
      await until('the signer still answers', SETTLE, async () => ((await signerAnswers()) ? 'it answers' : undefined));
    },
    async mend(context) {
      await secretBack(context, 'partner-feed-tls');
      await context.part('signer', 'start');
    },
  },
  'ca-about-to-expire': {
    title: 'the issuing authority ends in nine days, and a certificate of it is due',
    leadsTo: leads('renew-certificates: warn'),
    async break(context) {
      await replaceSecret(context, 'partner-feed-tls', await issued(context, 'partner-feed-tls', FRESH));
      await shortAuthority(context, 9);
    },
    async mend(context) {
      for (const name of [AUTHORITY_SECRET, 'portal-tls', 'partner-feed-tls']) await secretBack(context, name);
      const path = `/api/v1/namespaces/${PLATFORM_NAMESPACE}/configmaps/${CA_BUNDLE}`;
      await context.cluster.api.patch(path, { data: context.memory.recall<object>('bundle') });
    },
  },
  'certificate-owned-by-helm': {
    title: 'partner-feed-tls is due, and belongs to a Helm release',
    leadsTo: leads('renew-certificates: warn'),
    async break(context) {
      await replaceSecret(context, 'partner-feed-tls', await issued(context, 'partner-feed-tls', DUE));
      await context.cluster.api.patch(secretPath('partner-feed-tls'), helmMarks('partner-feed'));
    },
    async mend(context) {
      await context.cluster.api.patch(secretPath('partner-feed-tls'), helmMarks(null));
      await secretBack(context, 'partner-feed-tls');
    },
  },
  'cert-manager-certificate-due': {
    title: 'portal-tls is due, and kept by cert-manager',
    leadsTo: leads('renew-certificates: pass'),
    break: keptByCertManager,
    mend: keptByCertManagerNoMore,
  },
  'cert-manager-down': {
    title: 'portal-tls is due and kept by cert-manager, which does not run',
    leadsTo: leads('renew-certificates: fail'),
    async break(context) {
      await keptByCertManager(context);
      await context.part('cert-manager', 'stop');
    },
    async mend(context) {
      await keptByCertManagerNoMore(context);
      await context.part('cert-manager', 'start');
    },
  },
} satisfies Record<string, Fault>;
