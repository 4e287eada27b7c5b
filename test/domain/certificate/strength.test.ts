import { describe, expect, test } from '@jest/globals';
import type { Certificate } from '../../../src/domain/certificate/certificate.ts';
import { weaknesses } from '../../../src/domain/certificate/strength.ts';
import { factsOf } from './facts.ts';

const rsa = (bits: number, exponent = '65537'): Partial<Certificate> => ({ key: { algorithm: 'rsa', bits, exponent } });
const ec = (bits: number, curve: string): Partial<Certificate> => ({ key: { algorithm: 'ec', bits, curve } });

describe('weak keys and signatures', () => {
  test.each<[string, Partial<Certificate>, readonly string[]]>([
    ['RSA 2048', rsa(2048), []],
    ['RSA 2047', rsa(2047), ['broken']],
    ['RSA 1024', rsa(1024), ['broken']],
    ['RSA with exponent 3', rsa(2048, '3'), ['ageing']],
    ['RSA with exponent 1', rsa(2048, '1'), ['broken']],
    ['RSA with an even exponent', rsa(2048, '65536'), ['broken']],
    ['P-256', ec(256, 'prime256v1'), []],
    ['P-521', ec(521, 'secp521r1'), []],
    ['P-192', ec(192, 'prime192v1'), ['broken']],
    ['secp256k1', ec(256, 'secp256k1'), ['ageing']],
    ['Ed25519', { key: { algorithm: 'ed25519' } }, []],
    ['DSA', { key: { algorithm: 'dsa', bits: 2048 } }, ['broken']],
    ['SHA-1', { signature: 'sha1WithRSAEncryption' }, ['broken']],
    ['SHA-1 with ECDSA', { signature: 'ecdsa-with-SHA1' }, ['broken']],
    ['MD5', { signature: 'md5WithRSAEncryption' }, ['broken']],
    ['SHA-512 is not SHA-1', { signature: 'sha512WithRSAEncryption' }, []],
    [
      'SHA-1 on a root proves nothing either way',
      { signature: 'sha1WithRSAEncryption', issuerName: 'api.example' },
      [],
    ],
    ['both', { ...rsa(1024), signature: 'sha1WithRSAEncryption' }, ['broken', 'broken']],
  ])('%s', (_, wanted, degrees) => {
    expect(weaknesses(factsOf(wanted)).map((weakness) => weakness.degree)).toEqual(degrees);
  });
});
