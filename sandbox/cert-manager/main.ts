/**
 * NOT cert-manager: a stand-in for the one thing of its controllers that the sandbox needs. Its resource is the real one
 * (`extract.ts`); this program acts on the status condition `Issuing` of a Certificate as the real controller does: it issues
 * (here: by the platform's own authority), writes the Secret, counts the revision and takes the condition away. Issuers,
 * requests, renewal times and everything else of cert-manager are not there. `node sandbox/cert-manager/main.ts --kubeconfig FILE`
 */
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { Api, readKubeconfig } from '../kubelet/api.ts';
import type { ObjectMeta } from '../kubelet/objects.ts';
import { reflect } from '../kubelet/reflector.ts';
import { CERT_MANAGER, PLATFORM_NAMESPACE } from '../network.ts';
import { Cluster } from '../platform/cluster.ts';
import { platformAuthority } from '../platform/platform-authority.ts';

const CERTIFICATES = `/apis/cert-manager.io/v1/namespaces/${PLATFORM_NAMESPACE}/certificates`;
const SECRETS = `/api/v1/namespaces/${PLATFORM_NAMESPACE}/secrets`;
/** Who writes the Secrets, in the words of the real controller. */
const MANAGER = 'cert-manager-certificates-issuing';
const DAYS = 90;

interface Condition {
  readonly type: string;
  readonly status: string;
}

interface Certificate {
  readonly metadata: ObjectMeta & { readonly generation?: number };
  readonly spec: {
    readonly secretName: string;
    readonly commonName?: string;
    readonly dnsNames?: readonly string[];
  };
  readonly status?: { readonly revision?: number; readonly conditions?: readonly Condition[] };
}

const { values } = parseArgs({ options: { kubeconfig: { type: 'string' } } });
if (values.kubeconfig === undefined) {
  process.stderr.write('usage: node sandbox/cert-manager/main.ts --kubeconfig <file>\n');
  process.exit(2);
}
const cluster = new Cluster(values.kubeconfig);
const api = new Api(readKubeconfig(values.kubeconfig), 'rooivalk-sandbox-cert-manager');

const isAsked = ({ status }: Certificate): boolean =>
  status?.conditions?.some(({ type, status: state }) => type === 'Issuing' && state === 'True') ?? false;

async function issue({ metadata, spec, status }: Certificate): Promise<void> {
  const { commonName = spec.dnsNames?.[0] ?? metadata.name, dnsNames = [], secretName } = spec;
  const authority = await platformAuthority(cluster);
  const subject = [{ CN: [commonName] }, { O: ['Phoenix Rooivalk'] }];
  const { certificate, chain, key } = await authority.issue({ subject, dns: dnsNames, age: 0, left: DAYS });
  const encoded = (text: string): string => Buffer.from(text).toString('base64');
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: secretName, annotations: { 'cert-manager.io/certificate-name': metadata.name } },
    type: 'kubernetes.io/tls',
    data: {
      'tls.crt': encoded(certificate + chain),
      'tls.key': encoded(key),
      'ca.crt': encoded(authority.kept.root),
    },
  };
  const query = `?fieldManager=${MANAGER}&force=true`;
  await api.patch(`${SECRETS}/${secretName}${query}`, secret, 'application/apply-patch+yaml');
  const ready = {
    type: 'Ready',
    status: 'True',
    reason: 'Ready',
    message: 'Certificate is up to date and has not expired',
    observedGeneration: metadata.generation,
    lastTransitionTime: `${new Date().toISOString().slice(0, 19)}Z`,
  };
  const others = (status?.conditions ?? []).filter(({ type }) => type !== 'Issuing' && type !== 'Ready');
  const revision = (status?.revision ?? 0) + 1;
  await api.patch(`${CERTIFICATES}/${metadata.name}/status`, { status: { revision, conditions: [...others, ready] } });
  process.stdout.write(`issued ${metadata.name}, revision ${revision}\n`);
}

function consider(certificate: Certificate): void {
  if (!isAsked(certificate)) return;
  issue(certificate).catch((error: Error) => process.stderr.write(`${certificate.metadata.name}: ${error.message}\n`));
}

const health = createServer((_request, response) => response.end('ok\n'));
health.listen(CERT_MANAGER.port, CERT_MANAGER.host);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));
await reflect<Certificate>(
  api,
  CERTIFICATES,
  {},
  { listed: (items) => items.forEach(consider), changed: consider, removed: () => undefined },
  new AbortController().signal,
);
