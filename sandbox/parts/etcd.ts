import { ETCD, ETCD_PEER, hostPort } from '../network.ts';
import { tool } from '../toolchain/index.ts';
import type { Part } from './part.ts';
import { probeHttp } from './probe.ts';

/** The database of the API server. Its data is made anew with every start, so nothing is lost by not syncing. */
export const etcd: Part = {
  name: 'etcd',
  title: "the API server's database",
  kind: 'service',
  needs: [],
  withinMs: 30_000,
  command: (context) => {
    const client = `http://${hostPort(ETCD)}`;
    const peer = `http://${hostPort(ETCD_PEER)}`;
    return {
      argv: [
        tool('etcd'),
        '--name=sandbox',
        `--data-dir=${context.data('etcd')}/member`,
        `--listen-client-urls=${client}`,
        `--advertise-client-urls=${client}`,
        `--listen-peer-urls=${peer}`,
        `--initial-advertise-peer-urls=${peer}`,
        `--initial-cluster=sandbox=${peer}`,
        '--unsafe-no-fsync',
        '--log-level=warn',
      ],
    };
  },
  ready: async () => void (await probeHttp(`http://${hostPort(ETCD)}/readyz`)),
};
