import 'reflect-metadata';
import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { CERTIFICATES } from '../../../sandbox/platform/manifests/secrets.ts';
import { PlatformAuthority, type Request } from '../../../sandbox/platform/pki.ts';

describe("the platform's certificates", () => {
  test.each(Object.entries(CERTIFICATES))(
    '%s chains to the root, also by the authority that was kept',
    async (_name, request) => {
      const authority = await PlatformAuthority.create();
      const kept = await PlatformAuthority.load(JSON.parse(JSON.stringify(authority.kept)));
      for (const issuer of [authority, kept]) {
        const { certificate, chain } = await issuer.issue(request);
        const leaf = new X509Certificate(certificate);
        const intermediate = new X509Certificate(chain);
        expect(leaf.verify(intermediate.publicKey)).toBe(true);
        expect(intermediate.verify(new X509Certificate(authority.kept.root).publicKey)).toBe(true);
        for (const name of (request as Request).dns) expect(leaf.subjectAltName).toContain(`DNS:${name}`);
      }
    },
  );
});
