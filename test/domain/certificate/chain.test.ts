import { describe, expect, test } from '@jest/globals';
import { readable } from '../../../src/domain/certificate/certificate.ts';
import { judgeChain, notForServers, orderProblem } from '../../../src/domain/certificate/chain.ts';
import { bytes, type Made, made, x509 } from '../../certificates/made.ts';
import { FakeCertificates } from '../../fakes/certificates/fake-certificates.ts';

const now = Date.UTC(2026, 10, 24, 2);
const certificates = new FakeCertificates();

const read = async (list: readonly Made[]) =>
  readable(await certificates.parse(bytes(...list.map((each) => each.pem))));

/** Judge `list` (the first is the leaf) against `anchors`: `trusted`, or the kinds of problems. */
async function verdict(list: readonly Made[], anchors: readonly Made[], at = now): Promise<string> {
  const [held, trusted] = [await read(list), await read(anchors)];
  const signatures = await certificates.signatures([...held, ...trusted]);
  const [leaf] = held;
  if (leaf === undefined) throw new TypeError('no leaf');
  const { problems } = judgeChain(leaf, { certificates: held, anchors: trusted, signatures }, at);
  return problems.length === 0 ? 'trusted' : problems.map((problem) => problem.kind).join(' ');
}

const root = await made({ name: 'Root', authority: true, notAfter: '2036-01-01T00:00:00Z' });
const middle = await made({ name: 'Middle', issuer: root, authority: { pathLength: 0 } });
const leaf = await made({ issuer: middle });
const foreignRoot = await made({ name: 'Foreign Root', authority: true });

describe('a path to an authority (RFC 5280 §6.1)', () => {
  test.each<[string, () => Promise<string>, string]>([
    ['leaf, intermediate, root', () => verdict([leaf, middle], [root]), 'trusted'],
    ['in whatever order the pool is', () => verdict([leaf, root, middle], [root]), 'trusted'],
    ['the intermediate is missing', () => verdict([leaf], [root]), 'incomplete'],
    ['the root is nobody known', () => verdict([leaf, middle], [foreignRoot]), 'incomplete'],
    ['the root is sent along, but not trusted', () => verdict([leaf, middle, root], [foreignRoot]), 'untrusted'],
    ['self-signed', async () => verdict([await made()], [root]), 'untrusted'],
    ['self-signed, and trusted as it is', async () => ((own) => verdict([own], [own]))(await made()), 'trusted'],
    [
      'a root of the same name and another key',
      async () => verdict([leaf, middle], [await made({ name: 'Root', authority: true })]),
      'signature',
    ],
    [
      'signed by another key than the issuer’s',
      async () => verdict([await made({ issuer: middle, signWith: foreignRoot.keys }), middle], [root]),
      'signature',
    ],
    [
      'issued by a server certificate',
      async () => verdict([await made({ issuer: leaf, name: 'below' }), leaf, middle], [root]),
      'rule rule',
    ],
    [
      'an authority that may not sign certificates',
      async () => {
        const cannot = await made({
          name: 'Cannot',
          issuer: root,
          authority: true,
          keyUsage: x509.KeyUsageFlags.cRLSign,
        });
        return verdict([await made({ issuer: cannot }), cannot], [root]);
      },
      'rule',
    ],
    [
      'one authority more than the path length allows',
      async () => {
        const below = await made({ name: 'Below', issuer: middle, authority: true });
        return verdict([await made({ issuer: below }), below, middle], [root]);
      },
      'rule',
    ],
    [
      'an intermediate that has expired',
      async () => {
        const old = await made({ name: 'Old', issuer: root, authority: true, notAfter: '2026-06-01T00:00:00Z' });
        return verdict([await made({ issuer: old }), old], [root]);
      },
      'dates',
    ],
    ['a root that is not valid yet', () => verdict([leaf, middle], [root], Date.UTC(2025, 0, 1)), 'dates dates'],
    [
      'a critical extension that nobody knows',
      async () => {
        const unknown = new x509.Extension('1.2.3.4.5', true, new Uint8Array([5, 0]));
        return verdict([await made({ issuer: root, extensions: [unknown] })], [root]);
      },
      'rule',
    ],
    [
      'cross-signed: one path leads nowhere, the other to the root',
      async () => {
        const crossed = await made({ name: 'Middle', issuer: foreignRoot, authority: true, keys: middle.keys });
        return verdict([leaf, crossed, middle], [root]);
      },
      'trusted',
    ],
  ])('%s', async (_, judge, expected) => {
    expect(await judge()).toBe(expected);
  });

  test('twenty cross-signed authorities end in bounded time', async () => {
    const keys = await Promise.all([...Array(9).keys()].map(() => made({ name: 'x', authority: true })));
    const all: Made[] = [];
    for (const [k, issuer] of keys.entries()) {
      const named = await made({ name: `A${k}`, authority: true, keys: issuer.keys });
      all.push(named);
    }
    const crossed: Made[] = [];
    for (const a of all.slice(0, 6)) {
      for (const b of all.slice(0, 6)) {
        if (a !== b)
          crossed.push(await made({ name: a.certificate.subject.slice(3), authority: true, keys: a.keys, issuer: b }));
      }
    }
    const server = await made({ issuer: all[0] as Made });
    const started = performance.now();
    expect(await verdict([server, ...crossed.slice(0, 19)], [root])).toMatch(/incomplete|signature/);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

/** RFC 5280 §4.2.1.10, DER by hand: permitted DNS subtree `internal.example`. */
const permitted = (name: string) => {
  const base = Buffer.concat([Buffer.from([0x82, name.length]), Buffer.from(name)]);
  const subtree = Buffer.concat([Buffer.from([0x30, base.length]), base]);
  const list = Buffer.concat([Buffer.from([0xa0, subtree.length]), subtree]);
  return new x509.Extension('2.5.29.30', true, Buffer.concat([Buffer.from([0x30, list.length]), list]));
};

describe('name constraints', () => {
  test.each([
    [['api.internal.example'], 'trusted'],
    [['internal.example'], 'trusted'],
    [['evilinternal.example'], 'rule'],
    [['api.internal.example', 'bank.example'], 'rule'],
  ])('an authority for internal.example alone signs for %j: %s', async (dns, expected) => {
    const extensions = [permitted('internal.example')];
    const limited = await made({ name: 'Limited', issuer: root, authority: true, extensions });
    expect(await verdict([await made({ issuer: limited, dns }), limited], [root])).toBe(expected);
  });
});

describe('the order in which a server sends (RFC 5246 §7.4.2)', () => {
  test.each<[string, readonly Made[], RegExp | undefined]>([
    ['leaf, intermediate', [leaf, middle], undefined],
    ['leaf, intermediate, root', [leaf, middle, root], undefined],
    [
      'leaf, root, intermediate',
      [leaf, root, middle],
      /certificate 2 of 3 \(CN=Root\) stands in the wrong place|did not issue/,
    ],
    ['intermediate first', [middle, leaf], /wrong place/],
    ['twice', [leaf, middle, middle], /certificate 3 of 3 is there twice/],
    ['a stranger', [leaf, foreignRoot], /did not issue the one before it/],
  ])('%s', async (_, list, expected) => {
    const held = await read(list);
    const problem = orderProblem(held, await certificates.signatures(held));
    if (expected === undefined) expect(problem).toBeUndefined();
    else expect(problem).toMatch(expected);
  });
});

describe('use', () => {
  const { digitalSignature, keyEncipherment, keyAgreement } = x509.KeyUsageFlags;
  test.each<[string, object, RegExp | undefined]>([
    ['nothing said', {}, undefined],
    ['server authentication', { extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'] }, undefined],
    ['client authentication alone', { extendedKeyUsage: ['1.3.6.1.5.5.7.3.2'] }, /does not name server/],
    ['any use', { extendedKeyUsage: ['2.5.29.37.0'] }, undefined],
    ['signing', { keyUsage: digitalSignature }, undefined],
    ['agreement alone', { keyUsage: keyAgreement }, /does not allow a TLS handshake/],
    ['enciphering with RSA', { keyUsage: keyEncipherment, key: 'rsa' }, undefined],
    ['enciphering with EC', { keyUsage: keyEncipherment }, /does not allow/],
  ])('%s', async (_, wanted, expected) => {
    const [certificate] = await read([await made(wanted)]);
    const why = certificate && notForServers(certificate);
    if (expected === undefined) expect(why).toBeUndefined();
    else expect(why).toMatch(expected);
  });
});
