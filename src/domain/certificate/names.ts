import type { Certificate } from './certificate.ts';

const ipv4 = /^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/;

/** Whether a host is an address and not a name. */
export function isAddress(host: string): boolean {
  return ipv4.test(host) || host.includes(':');
}

const plain = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/**
 * Whether a certificate's DNS name stands for a host (RFC 9525 §6.3, as RFC 6125 §6.4.3 before it): case does not matter;
 * `*` counts only as the whole left-most label, stands for exactly one label, and never for a name of fewer than three.
 */
export function dnsNameCovers(pattern: string, host: string): boolean {
  const wanted = plain(host).split('.');
  const offered = plain(pattern).split('.');
  if (wanted.length !== offered.length || wanted.some((label) => label === '')) return false;
  if (offered[0] === '*') {
    return offered.length > 2 && offered.slice(1).every((label, k) => !label.includes('*') && label === wanted[k + 1]);
  }
  return !pattern.includes('*') && offered.every((label, k) => label === wanted[k]);
}

/** The groups of an IPv6 address, or the numbers of an IPv4 one; undefined when it is neither. */
export function addressBytes(address: string): readonly number[] | undefined {
  if (ipv4.test(address)) return address.split('.').map(Number);
  if (!/^[0-9a-fA-F:.]+$/.test(address) || !address.includes(':')) return undefined;
  const tail = /:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (tail !== undefined && !ipv4.test(tail)) return undefined;
  const numbers = tail?.split('.').map(Number) ?? [];
  const hexTail = tail === undefined ? '' : `${pair(numbers, 0)}:${pair(numbers, 2)}`;
  const text = tail === undefined ? address : address.slice(0, -tail.length) + hexTail;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const groups = (half: string | undefined) => (half === undefined || half === '' ? [] : half.split(':'));
  const [head, rest] = [groups(halves[0]), groups(halves[1])];
  const missing = 8 - head.length - rest.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const all = [...head, ...Array.from({ length: missing }, () => '0'), ...rest];
  if (all.some((group) => !/^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return all.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]);
}

const pair = (numbers: readonly number[], from: number): string =>
  (((numbers[from] ?? 0) << 8) | (numbers[from + 1] ?? 0)).toString(16);

const sameBytes = (a: readonly number[] | undefined, b: readonly number[] | undefined): boolean =>
  a !== undefined && b !== undefined && a.length === b.length && a.every((byte, k) => byte === b[k]);

/**
 * Whether a certificate may stand for a host. Only subject alternative names count; the common name does not (RFC 9525
 * §2). An address is covered by an address alone, never by a wildcard.
 */
export function covers(certificate: Pick<Certificate, 'dnsNames' | 'ipAddresses'>, host: string): boolean {
  if (isAddress(host)) {
    const wanted = addressBytes(host);
    return certificate.ipAddresses.some((address) => sameBytes(addressBytes(address), wanted));
  }
  return certificate.dnsNames.some((name) => dnsNameCovers(name, host));
}

/** Under which names clients inside the cluster reach a Service. */
export function serviceHosts(service: string, namespace: string): readonly string[] {
  return [
    service,
    `${service}.${namespace}`,
    `${service}.${namespace}.svc`,
    `${service}.${namespace}.svc.cluster.local`,
  ];
}

/** The Service of this namespace that a host means, if it has one of the forms inside the cluster. */
export function serviceOf(host: string, namespace: string): string | undefined {
  const labels = plain(host).split('.');
  const [service] = labels;
  if (service === undefined || service === '' || labels.length === 1) return undefined;
  return serviceHosts(service, namespace).includes(plain(host)) ? service : undefined;
}
