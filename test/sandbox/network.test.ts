import { describe, expect, test } from '@jest/globals';
import * as network from '../../sandbox/network.ts';

/** The number that an IPv4 address is. */
function asNumber(address: string): number {
  return address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

function within(address: string, prefix: string): boolean {
  const [base, bits] = prefix.split('/') as [string, string];
  const size = 2 ** (32 - Number(bits));
  return Math.floor(asNumber(address) / size) === Math.floor(asNumber(base) / size);
}

const { API_SERVER, DNS, ETCD, ETCD_PEER, GITHUB, NODES, OBJECT_STORE, POD_RANGE, PREFIX, REGISTRY } = network;
const endpoints = { API_SERVER, DNS, ETCD, ETCD_PEER, GITHUB, OBJECT_STORE, REGISTRY };

describe('the addresses of the sandbox', () => {
  test.each(Object.entries(endpoints))('%s is in the prefix', (_, { host }) => {
    expect(within(host, PREFIX)).toBe(true);
  });

  test('no two servers share an address and port', () => {
    const all = Object.values(endpoints).map(network.hostPort);
    expect(new Set(all).size).toBe(all.length);
  });

  test.each(NODES)('$name and its pods are in the prefix, apart from the servers and from each other', (node) => {
    const pods = [POD_RANGE.first, POD_RANGE.last].map((octet) => `${node.podPrefix}${octet}`);
    for (const address of [node.address, ...pods]) expect(within(address, PREFIX)).toBe(true);
    expect(pods).not.toContain(node.address);
    for (const { host } of Object.values(endpoints)) expect(host.startsWith(node.podPrefix)).toBe(false);
    expect(NODES.filter(({ podPrefix }) => podPrefix === node.podPrefix)).toHaveLength(1);
  });

  test("the range of Services is apart from the prefix, and its first address is the API server's", () => {
    const [base] = network.SERVICE_RANGE.split('/') as [string];
    expect(within(base, PREFIX)).toBe(false);
    expect(asNumber(network.KUBERNETES_SERVICE_ADDRESS)).toBe(asNumber(base) + 1);
  });
});
