import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLUSTER_DOMAIN, DNS } from '../network.ts';
import { files } from '../supervisor/state.ts';
import { tool } from '../toolchain/index.ts';
import type { Part } from './part.ts';
import { probeHttp } from './probe.ts';

const READY_PORT = 8181;

/** The cluster's DNS. It knows the cluster's own names, and that nothing else exists. */
export const dns: Part = {
  name: 'dns',
  title: 'CoreDNS',
  kind: 'service',
  needs: ['base'],
  withinMs: 30_000,
  command: (context) => {
    const corefile = join(context.data('dns'), 'Corefile');
    const zones = `${CLUSTER_DOMAIN} in-addr.arpa ip6.arpa`;
    const kubeconfig = files.pki(context.directory, 'dns.kubeconfig');
    writeFileSync(
      corefile,
      `${zones} {
  bind ${DNS.host}
  errors
  ready ${DNS.host}:${READY_PORT}
  kubernetes ${zones} {
    kubeconfig ${kubeconfig}
    pods insecure
    ttl 5
  }
}
. {
  bind ${DNS.host}
  errors
  template ANY ANY {
    rcode NXDOMAIN
  }
}
`,
    );
    return { argv: [tool('coredns'), '-conf', corefile, '-dns.port', String(DNS.port)] };
  },
  ready: async () => void (await probeHttp(`http://${DNS.host}:${READY_PORT}/ready`)),
};
