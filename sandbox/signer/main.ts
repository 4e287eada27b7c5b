/**
 * The sandbox's signer behind the Kubernetes CSR API: signs every approved request to it with the platform's own authority.
 * `node sandbox/signer/main.ts --kubeconfig FILE`. The cluster's controllers have none that issues serving certificates.
 */
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { Api, readKubeconfig } from '../kubelet/api.ts';
import type { ObjectMeta } from '../kubelet/objects.ts';
import { reflect } from '../kubelet/reflector.ts';
import { SIGNER, SIGNER_NAME } from '../network.ts';
import { Cluster } from '../platform/cluster.ts';
import { platformAuthority } from '../platform/platform-authority.ts';

const REQUESTS = '/apis/certificates.k8s.io/v1/certificatesigningrequests';

interface SigningRequest {
  readonly metadata: ObjectMeta;
  readonly spec: { readonly request: string; readonly expirationSeconds?: number };
  readonly status?: { readonly certificate?: string; readonly conditions?: readonly { readonly type: string }[] };
}

const { values } = parseArgs({ options: { kubeconfig: { type: 'string' } } });
if (values.kubeconfig === undefined) {
  process.stderr.write('usage: node sandbox/signer/main.ts --kubeconfig <file>\n');
  process.exit(2);
}
const cluster = new Cluster(values.kubeconfig);
const api = new Api(readKubeconfig(values.kubeconfig), 'rooivalk-sandbox-signer');

function isToBeSigned({ status = {} }: SigningRequest): boolean {
  const types = new Set(status.conditions?.map(({ type }) => type));
  return types.has('Approved') && !types.has('Denied') && !types.has('Failed') && status.certificate === undefined;
}

async function sign({ metadata, spec }: SigningRequest): Promise<void> {
  const request = Buffer.from(spec.request, 'base64').toString('latin1');
  const authority = await platformAuthority(cluster);
  const signed = await authority.sign(request, spec.expirationSeconds ?? 90 * 86_400);
  const certificate = Buffer.from(signed).toString('base64');
  await api.patch(`${REQUESTS}/${metadata.name}/status`, { status: { certificate } });
  process.stdout.write(`signed ${metadata.name}\n`);
}

/** What cannot be signed is said, and tried again when the request changes or the list is read anew. */
function consider(request: SigningRequest): void {
  if (!isToBeSigned(request)) return;
  sign(request).catch((error: Error) => process.stderr.write(`${request.metadata.name}: ${error.message}\n`));
}

const health = createServer((_request, response) => response.end('ok\n'));
health.listen(SIGNER.port, SIGNER.host);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));
await reflect<SigningRequest>(
  api,
  REQUESTS,
  { fieldSelector: `spec.signerName=${SIGNER_NAME}` },
  { listed: (items) => items.forEach(consider), changed: consider, removed: () => undefined },
  new AbortController().signal,
);
