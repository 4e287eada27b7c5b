import type { Certificate, NameConstraints } from './certificate.ts';
import { isSelfIssued } from './certificate.ts';
import { addressBytes } from './names.ts';

/**
 * What the names of a path break of the constraints of its authorities (RFC 5280 §4.2.1.10, §6.1.3 b and c). DNS names
 * and addresses are evaluated; self-issued intermediates are exempt.
 */
export function constraintViolations(path: readonly Certificate[]): readonly string[] {
  return path.flatMap((issuer, k) => {
    const { nameConstraints } = issuer;
    if (k === 0 || nameConstraints === undefined) return [];
    return path
      .slice(0, k)
      .filter((below, position) => position === 0 || !isSelfIssued(below))
      .flatMap((below) => violationsOf(below, issuer.subject, nameConstraints));
  });
}

function violationsOf(below: Certificate, issuer: string, constraints: NameConstraints): readonly string[] {
  const { permitted, excluded } = constraints;
  const outside = (name: string, why: string) => `${below.subject} carries ${name}, which ${issuer} ${why}`;
  return [
    ...below.dnsNames.flatMap((name) => {
      if (excluded.dns.some((subtree) => inDnsSubtree(name, subtree))) return [outside(name, 'must not sign for')];
      const allowed = permitted.dns.length === 0 || permitted.dns.some((subtree) => inDnsSubtree(name, subtree));
      return allowed ? [] : [outside(name, 'may not sign for')];
    }),
    ...below.ipAddresses.flatMap((address) => {
      if (excluded.ip.some((range) => inRange(address, range))) return [outside(address, 'must not sign for')];
      const allowed = permitted.ip.length === 0 || permitted.ip.some((range) => inRange(address, range));
      return allowed ? [] : [outside(address, 'may not sign for')];
    }),
  ];
}

/** Any name made by adding labels to the left of the subtree, and the subtree itself; the empty one holds all. */
function inDnsSubtree(name: string, subtree: string): boolean {
  const [low, base] = [name.toLowerCase(), subtree.toLowerCase().replace(/^\./, '')];
  return base === '' || low === base || low.endsWith(`.${base}`);
}

/** Whether an address lies in `address/mask`, both in full as RFC 5280 writes them. */
function inRange(address: string, range: string): boolean {
  const [base, mask] = range.split('/').map((part) => addressBytes(part));
  const bytes = addressBytes(address);
  if (!bytes || !base || !mask || base.length !== bytes.length || mask.length !== bytes.length) return false;
  return bytes.every((byte, k) => (byte & (mask[k] ?? 0)) === ((base[k] ?? 0) & (mask[k] ?? 0)));
}
