import { certificatesContract } from '../../contracts/certificates.contract.ts';
import { FakeCertificates } from './fake-certificates.ts';

certificatesContract('fake', async () => {
  const certificates = new FakeCertificates();
  let port = 1000;
  return {
    certificates,
    serving: async (chain) => {
      const endpoint = { kind: 'address', host: 'api.example', port: ++port } as const;
      certificates.serve(endpoint, chain.map((each) => each.pem).join(''));
      return endpoint;
    },
    silent: async () => ({ kind: 'address', host: 'silent.example', port: 1 }),
    close: async () => undefined,
  };
});
