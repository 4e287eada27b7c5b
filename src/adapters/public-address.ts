import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * Everything that is not a global unicast address: this host, private and shared networks, link-local (where cloud metadata
 * is), documentation, benchmarking, multicast, and IPv6 forms that carry an IPv4 address inside (IANA special-purpose
 * registries, RFC 6890).
 */
const notPublic = { ipv4: new BlockList(), ipv6: new BlockList() };

const v4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
const v6: readonly (readonly [string, number])[] = [
  ['::', 8],
  ['64:ff9b::', 16],
  ['100::', 8],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
];
for (const [network, bits] of v4) notPublic.ipv4.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of v6) notPublic.ipv6.addSubnet(network, bits, 'ipv6');

/** Whether an IP address is one of the public Internet; what is no address is not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !notPublic.ipv4.check(address, 'ipv4');
  return isIPv6(address) && !notPublic.ipv6.check(address, 'ipv6');
}
