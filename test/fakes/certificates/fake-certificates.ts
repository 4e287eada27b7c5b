import { createCertificates } from '../../../src/adapters/certificates/certificates.ts';
import { type PemContent, readable, type ServedChain } from '../../../src/domain/certificate/certificate.ts';
import type { Certificates } from '../../../src/ports/certificates.ts';
import { type Endpoint, endpointText, type Limits } from '../../../src/ports/endpoint.ts';
import { PortError } from '../../../src/ports/port-error.ts';

/** Reading takes long, and the same few certificates stand in every world of a test file. */
const alreadyRead = new Map<string, Promise<PemContent>>();

/**
 * Certificates without a network. What needs no world (reading, keys, signatures, issuing) is the adapter's own, so that tests
 * judge real certificates; what endpoints serve and whom the system trusts is what the test says.
 */
export class FakeCertificates implements Certificates {
  readonly #real = createCertificates({ reach: () => Promise.reject(new TypeError('the fake opens no ways')) });
  readonly #served = new Map<string, string | PortError>();
  readonly #servers: ((endpoint: Endpoint) => string | PortError | undefined)[] = [];
  readonly #asked: { endpoint: string; serverName: string }[] = [];
  #system = '';

  /** From now on this endpoint serves these certificates (PEM), or fails so. */
  serve(endpoint: Endpoint, what: string | PortError): void {
    this.#served.set(endpointText(endpoint), what);
  }

  /** Register what says what endpoints serve at the moment (PEM); the last one registered is asked first. */
  onServed(server: (endpoint: Endpoint) => string | PortError | undefined): void {
    this.#servers.unshift(server);
  }

  /** From now on the system trusts these authorities (PEM). */
  trust(pem: string): void {
    this.#system = pem;
  }

  /** Which endpoints were asked, by which names, in order. */
  asked(): readonly { readonly endpoint: string; readonly serverName: string }[] {
    return this.#asked;
  }

  async parse(pem: Uint8Array): Promise<PemContent> {
    return this.#read(Buffer.from(pem).toString('latin1'));
  }

  keyMatch(...args: Parameters<Certificates['keyMatch']>) {
    return this.#real.keyMatch(...args);
  }

  signatures(...args: Parameters<Certificates['signatures']>) {
    return this.#real.signatures(...args);
  }

  request(...args: Parameters<Certificates['request']>) {
    return this.#real.request(...args);
  }

  issue(...args: Parameters<Certificates['issue']>) {
    return this.#real.issue(...args);
  }

  async systemAuthorities(names: readonly string[]) {
    const content = await this.#read(this.#system);
    return readable(content).filter((certificate) => names.includes(certificate.subjectName));
  }

  async served(endpoint: Endpoint, serverName: string, limits: Limits): Promise<ServedChain> {
    const subject = endpointText(endpoint);
    this.#asked.push({ endpoint: subject, serverName });
    if (limits.signal?.aborted)
      throw new PortError({ code: 'cancelled', subject, message: 'the run was asked to stop' });
    const live = this.#servers.map((server) => server(endpoint)).find((found) => found !== undefined);
    const what = live ?? this.#served.get(subject);
    if (what instanceof PortError) throw what;
    if (what === undefined) {
      throw new PortError({ code: 'unreachable', subject, message: `${subject} refused the connection` });
    }
    return { protocol: 'TLSv1.3', certificates: readable(await this.#read(what)) };
  }

  #read(pem: string): Promise<PemContent> {
    const known = alreadyRead.get(pem) ?? this.#real.parse(Buffer.from(pem, 'latin1'));
    alreadyRead.set(pem, known);
    return known;
  }
}
