import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readable } from '../../src/domain/certificate/certificate.ts';
import type { Certificates } from '../../src/ports/certificates.ts';
import type { Endpoint } from '../../src/ports/endpoint.ts';
import { authorityAndServer, bytes, type Made, made } from '../certificates/made.ts';

/** What a suite under this contract has to provide. */
export interface CertificatesUnderTest {
  readonly certificates: Certificates;
  /** An endpoint that serves this chain (first the server's own) with this key. */
  readonly serving: (chain: readonly Made[]) => Promise<Endpoint>;
  /** An endpoint on which nothing listens. */
  readonly silent: () => Promise<Endpoint>;
  readonly close: () => Promise<void>;
}

/** The behaviour of the port `certificates`, whoever implements it. */
export function certificatesContract(name: string, create: () => Promise<CertificatesUnderTest>): void {
  describe(`certificates: ${name}`, () => {
    let under: CertificatesUnderTest;
    let root: Made;
    let server: Made;
    beforeAll(async () => {
      under = await create();
      ({ root, server } = await authorityAndServer());
    });
    afterAll(() => under.close());

    const certificatesOf = async (...texts: readonly string[]) =>
      readable(await under.certificates.parse(bytes(...texts)));

    test('reads every certificate of a text, in order, whatever stands between', async () => {
      const found = await certificatesOf('Bag Attributes\n  friendlyName: x\n', server.pem, '\nsubject=CN\n', root.pem);
      expect(found.map((certificate) => certificate.subject)).toEqual(['CN=api.example', 'CN=Test Root']);
      expect(found[0]?.dnsNames).toEqual(['api.example']);
      expect(found[1]?.authority).toBe(true);
    });

    test('a broken block is a result, and the others are read', async () => {
      const broken = '-----BEGIN CERTIFICATE-----\nMIIBhostile\n-----END CERTIFICATE-----\n';
      const content = await under.certificates.parse(bytes(broken, server.pem));
      expect(content.certificates.map((block) => 'certificate' in block)).toEqual([false, true]);
    });

    test('knows which certificate a key belongs to', async () => {
      const list = await certificatesOf(root.pem, server.pem);
      expect(await under.certificates.keyMatch(bytes(server.keyPem), list)).toEqual({ kind: 'matches', index: 1 });
      const foreign = await made({ name: 'somebody else' });
      expect(await under.certificates.keyMatch(bytes(foreign.keyPem), list)).toEqual({ kind: 'differs' });
    });

    test('knows who signed whom, by the signature and not by the name', async () => {
      const impostor = await made({ name: 'Test Root', authority: true });
      const [leaf, real, false_] = await certificatesOf(server.pem, root.pem, impostor.pem);
      const found = await under.certificates.signatures([leaf, real, false_].filter((each) => each !== undefined));
      expect(found).toContainEqual({ subject: leaf?.fingerprint, issuer: real?.fingerprint });
      expect(found).not.toContainEqual({ subject: leaf?.fingerprint, issuer: false_?.fingerprint });
    });

    test('sees what an endpoint serves without trusting it', async () => {
      const endpoint = await under.serving([server, root]);
      const served = await under.certificates.served(endpoint, 'api.example', { timeoutMs: 5000 });
      expect(served.certificates.map((certificate) => certificate.subject)).toEqual(['CN=api.example', 'CN=Test Root']);
    });

    test('sees expired certificates as they are', async () => {
      const expired = await made({ notBefore: '2020-01-01T00:00:00Z', notAfter: '2021-01-01T00:00:00Z' });
      const served = await under.certificates.served(await under.serving([expired]), '', { timeoutMs: 5000 });
      expect(served.certificates[0]?.notAfter).toBe(Date.UTC(2021, 0, 1));
    });

    test('an endpoint where nothing listens is unreachable', async () => {
      const endpoint = await under.silent();
      const asked = under.certificates.served(endpoint, '', { timeoutMs: 2000 });
      await expect(asked).rejects.toMatchObject({ name: 'PortError', code: 'unreachable' });
    });

    test('a cancelled run asks nobody', async () => {
      const endpoint = await under.serving([server]);
      const asked = under.certificates.served(endpoint, '', { timeoutMs: 2000, signal: AbortSignal.abort() });
      await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    });
  });
}
