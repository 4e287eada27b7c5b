import { type Certificate, readable } from '../../../src/domain/certificate/certificate.ts';
import type {
  CertificateSigningRequest,
  CertManagerCertificate,
} from '../../../src/domain/kubernetes/certificate-objects.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { base64, type Made, type Wanted, x509 } from '../../certificates/made.ts';
import { FakeCertificates } from '../../fakes/certificates/fake-certificates.ts';
import { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';
import { testNow } from '../environment.ts';

/** Where the platform of the tests lives. */
export const namespace = 'phoenix-rooivalk';
/** Where Secrets are kept that somebody may want back. */
export const kept = 'rooivalk-maintenance';
const day = 86_400_000;

/** A date so many days from now, as certificates hold it. */
export const inDays = (days: number): number => testNow + days * day;

/** A server's certificate of ninety days of which so many are left. */
export const serverOf = (name: string, left: number, issuer: Made): Wanted => ({
  name,
  issuer,
  dns: [`${name}.example`],
  keyUsage: x509.KeyUsageFlags.digitalSignature,
  extendedKeyUsage: [x509.ExtendedKeyUsage.serverAuth],
  notBefore: inDays(left - 90),
  notAfter: inDays(left),
});

/** An authority, and those who issue in its name: a signer of the Kubernetes CSR API, and cert-manager. */
export class Issuers {
  readonly cluster = new FakeCluster({ now: () => testNow, task: 'renew-certificates' });
  readonly certificates = new FakeCertificates();
  readonly root: Made;
  readonly issuing: Made;
  /** Called once cert-manager has changed a Secret. */
  protected onIssued: (() => void) | undefined;

  protected constructor(root: Made, issuing: Made) {
    this.root = root;
    this.issuing = issuing;
  }

  /**
   * A signer of the Kubernetes CSR API that signs what is approved, as long as `like` says, by `authority`. It looks whenever
   * somebody looks at a request.
   */
  signer(like: Made, authority: Made = this.issuing, end = inDays(90)): void {
    const resource = resources.certificateSigningRequests;
    this.cluster.intercept(async ({ verb, resource: asked, name = '' }) => {
      const found = verb === 'get' && asked === resource ? this.#request(name) : undefined;
      const approved = found?.status?.conditions?.some(({ type }) => type === 'Approved');
      if (found === undefined || approved !== true || found.status?.certificate !== undefined) return undefined;
      const certificate = await this.#sign(Buffer.from(found.spec.request, 'base64'), like, authority, end);
      this.cluster.edit(resource, undefined, name, (draft) => {
        draft.status.certificate = certificate;
      });
      return undefined;
    });
  }

  /** A Certificate of cert-manager that keeps a Secret. */
  certificate(name: string, secretName: string, status: object = { revision: 1, conditions: [] }): void {
    this.cluster.add(resources.certManagerCertificates, {
      metadata: { name, namespace },
      spec: { secretName, issuerRef: { name: 'own' } },
      status,
    });
  }

  /**
   * Stands in for cert-manager's controller: acts on the condition `Issuing` when somebody looks at the Certificate the next
   * time. Undefined: it fails instead.
   */
  certManager(name: string, issued: (() => Promise<Made>) | undefined): void {
    const resource = resources.certManagerCertificates;
    this.cluster.intercept(async (call) => {
      const found = this.cluster.snapshot()[`certificates.cert-manager.io/${namespace}/${name}`] as
        | CertManagerCertificate
        | undefined;
      const issuing = found?.status?.conditions?.find(({ type }) => type === 'Issuing');
      if (call.verb !== 'get' || call.resource !== resource || found === undefined) return undefined;
      if (issuing?.status !== 'True') return undefined;
      const made_ = await issued?.();
      if (made_ !== undefined) {
        this.cluster.edit(resources.secrets, namespace, found.spec.secretName, (draft) => {
          draft.data['tls.crt'] = base64(made_.pem, this.issuing.pem);
          draft.data['tls.key'] = base64(made_.keyPem);
        });
        this.onIssued?.();
      }
      this.cluster.edit(resource, namespace, name, (draft) => {
        const others = draft.status.conditions.filter(({ type }: { type: string }) => type !== 'Issuing');
        const failed = { type: 'Issuing', status: 'False', reason: 'Failed', message: 'the issuer said no' };
        draft.status = { revision: 2, conditions: made_ === undefined ? [...others, failed] : others };
      });
      return undefined;
    });
  }

  /** Change a request before anybody looks at it the second time; undefined: remove it. */
  // biome-ignore lint/suspicious/noExplicitAny: tests write fields of raw objects
  onRequest(change: ((draft: any) => void) | undefined): void {
    let looks = 0;
    this.cluster.intercept(({ verb, resource, name = '' }) => {
      if (verb !== 'get' || resource !== resources.certificateSigningRequests || ++looks !== 2) return undefined;
      if (change === undefined) this.cluster.remove(resource, undefined, name);
      else this.cluster.edit(resource, undefined, name, change);
      return undefined;
    });
  }

  async #sign(request: Uint8Array, like: Made, authority: Made, end: number): Promise<string> {
    const read = async ({ pem }: Made) => readable(await this.certificates.parse(Buffer.from(pem)))[0] as Certificate;
    const pem = await this.certificates.issue({
      request,
      like: await read(like),
      authority: { certificate: await read(authority), key: Buffer.from(authority.keyPem) },
      notBefore: inDays(0),
      notAfter: end,
    });
    return base64(Buffer.from(pem).toString(), authority.pem);
  }

  #request(name: string): CertificateSigningRequest | undefined {
    const key = `certificatesigningrequests.certificates.k8s.io/${name}`;
    return this.cluster.snapshot()[key] as CertificateSigningRequest | undefined;
  }

  /** Requests for certificates, as they are now. */
  requests(): readonly CertificateSigningRequest[] {
    return Object.entries(this.cluster.snapshot()).flatMap(([key, object]) =>
      key.startsWith('certificatesigningrequests') ? [object as CertificateSigningRequest] : [],
    );
  }
}
