import { describe, expect, test } from '@jest/globals';
import { type Certificate, readable } from '../../../src/domain/certificate/certificate.ts';
import { pemOf } from '../../../src/domain/certificate/pem.ts';
import { judgeRenewal, type Renewal } from '../../../src/domain/certificate/renewal.ts';
import { bytes, type Made, made, type Wanted, x509 } from '../../certificates/made.ts';
import { FakeCertificates } from '../../fakes/certificates/fake-certificates.ts';

const now = Date.UTC(2026, 10, 24, 2);
const certificates = new FakeCertificates();
const day = 86_400_000;
const rule = {
  days: 30,
  share: 0.33,
  openings: [7, 14].map((days) => ({ start: now + days * day, end: now + days * day + 4 * 3_600_000 })),
};
const asked = { notBefore: now - 300_000, notAfter: now + 90 * day };

const root = await made({ name: 'Root', authority: true, notAfter: '2036-01-01' });
const middle = await made({ name: 'Middle', issuer: root, authority: { pathLength: 0 }, notAfter: '2030-01-01' });
const foreign = await made({ name: 'Foreign', authority: true });

const uses: Wanted = {
  issuer: middle,
  dns: ['api.example', '*.api.example'],
  ip: ['10.0.0.1'],
  extendedKeyUsage: [x509.ExtendedKeyUsage.serverAuth, x509.ExtendedKeyUsage.clientAuth],
};
const before = await made({ ...uses, notBefore: '2026-09-01', notAfter: '2026-11-30' });
const good: Wanted = { ...uses, notBefore: asked.notBefore, notAfter: asked.notAfter };

const read = async (list: readonly Made[]) =>
  readable(await certificates.parse(bytes(...list.map((each) => each.pem))));

interface Case {
  readonly after?: Made;
  readonly key?: string;
  readonly between?: readonly Made[];
  readonly anchors?: readonly Made[];
  readonly former?: Made;
}

async function judged(given: Case): Promise<readonly string[]> {
  const new_ = given.after ?? (await made(good));
  const [after] = (await read([new_])) as [Certificate];
  const [former] = (await read([given.former ?? before])) as [Certificate];
  const between = await read(given.between ?? [middle]);
  const anchors = await read(given.anchors ?? [root]);
  const renewal: Renewal = {
    before: former,
    after,
    key: await certificates.keyMatch(bytes(given.key ?? new_.keyPem), [after]),
    pool: {
      certificates: [after, ...between],
      anchors,
      signatures: await certificates.signatures([after, ...between, ...anchors]),
    },
    asked,
    now,
    rule,
  };
  const result = judgeRenewal(renewal);
  return 'chain' in result ? result.chain.map(({ subject }) => subject) : result.objections;
}

const dated = (notBefore: number, notAfter: number) => made({ ...good, notBefore, notAfter });

describe('what may be written', () => {
  test.each<[string, () => Promise<Case>, readonly string[]]>([
    ['the chain without its root', async () => ({}), ['CN=api.example', 'CN=Middle']],
    [
      'whatever else lies about stays out',
      async () => ({ between: [foreign, root, middle] }),
      ['CN=api.example', 'CN=Middle'],
    ],
    [
      'an intermediate that is itself trusted is sent',
      async () => ({ anchors: [middle] }),
      ['CN=api.example', 'CN=Middle'],
    ],
    [
      'issued by the root',
      async () => ({ after: await made({ ...good, issuer: root }), between: [] }),
      ['CN=api.example'],
    ],
    [
      'more names than before',
      async () => ({ after: await made({ ...good, dns: ['x.example', ...(uses.dns ?? [])] }) }),
      ['CN=api.example', 'CN=Middle'],
    ],
  ])('%s', async (_name, make, chain) => {
    expect(await judged(await make())).toEqual(chain);
  });
});

describe('what must not be written', () => {
  test.each<[string, () => Promise<Case>, readonly RegExp[]]>([
    ['another key', async () => ({ key: before.keyPem }), [/private key does not belong/]],
    ['no key', async () => ({ key: '' }), [/private key does not belong/]],
    [
      'a chain without its intermediate',
      async () => ({ between: [] }),
      [/does not lead to a trusted authority: CN=Middle is missing/],
    ],
    [
      'a root that is not trusted',
      async () => ({ between: [middle, root], anchors: [foreign] }),
      [/ends in CN=Root, which is not trusted/],
    ],
    ['nobody trusted', async () => ({ anchors: [] }), [/does not lead to a trusted authority/]],
    [
      'signed by another key',
      async () => ({ after: await made({ ...good, signWith: foreign.keys }) }),
      [/was not signed by the key of CN=Middle/],
    ],
    [
      'a name left out',
      async () => ({ after: await made({ ...good, dns: ['API.example'] }) }),
      [/^it does not carry \*\.api\.example, which the former one did$/],
    ],
    ['an address left out', async () => ({ after: await made({ ...good, ip: [] }) }), [/does not carry 10\.0\.0\.1/]],
    [
      'a use left out',
      async () => ({ after: await made({ ...good, extendedKeyUsage: [x509.ExtendedKeyUsage.clientAuth] }) }),
      [/extended key usage does not name server authentication/, /1\.3\.6\.1\.5\.5\.7\.3\.1, as the former one was/],
    ],
    [
      'an authority in the place of a server',
      async () => ({ after: await made({ ...good, authority: true }), between: [root, middle] }),
      [/./],
    ],
    [
      'valid only later',
      () => dated(now + day, now + 90 * day).then((after) => ({ after })),
      [/valid from 2026-11-25.*, and not now/],
    ],
    ['over already', () => dated(now - 9 * day, now - day).then((after) => ({ after })), [/and not now/]],
    [
      'no longer than the former one',
      () => dated(now, Date.UTC(2026, 10, 30)).then((after) => ({ after })),
      [/no longer than the former one \(2026-11-30 00:00 UTC\)/],
    ],
    [
      'due again at once',
      () => dated(now, now + 10 * day).then((after) => ({ after })),
      [/would be due again at once; asked for until 2027-02-22/],
    ],
    ['a weak key', async () => ({ after: await made({ ...good, key: 'rsa-1024' }) }), [/RSA key of 1024 bits/]],
    ['the very same certificate', async () => ({ after: before }), [/the very certificate/, /no longer than/]],
    [
      'the serial of the former one',
      async () => ({
        after: await made({ ...good, serial: '77' }),
        former: await made({ ...uses, serial: '77', notAfter: '2026-11-30' }),
      }),
      [/has the serial 77/],
    ],
  ])('%s', async (_name, make, patterns) => {
    const objections = await judged(await make());
    for (const [place, pattern] of patterns.entries()) expect(objections[place]).toMatch(pattern);
  });

  test('a shorter key of the same kind', async () => {
    const strong = await read([await made({ ...good, key: 'rsa' })]);
    const [after] = strong as [Certificate];
    const former = { ...after, key: { ...after.key, bits: 4096 }, fingerprint: 'f', serial: '1', notAfter: now };
    const result = judgeRenewal({
      before: former,
      after,
      key: { kind: 'matches', index: 0 },
      pool: { certificates: [], anchors: [after], signatures: [] },
      asked,
      now,
      rule,
    });
    expect(result).toEqual({ objections: ['its key has 2048 bits, fewer than the 4096 of the former one'] });
  });
});

test('certificates are written as PEM that reads back the same', async () => {
  const list = await read([before, middle, root]);
  expect(readable(await certificates.parse(bytes(pemOf(list))))).toEqual(list);
  expect(
    pemOf(list)
      .split('\n')
      .every((line) => line.length <= 64),
  ).toBe(true);
});
