import { describe, expect, test } from '@jest/globals';
import { type ImageTrust, type SignatureState, type TrustRules, trustOf } from '../../../src/domain/image/trust.ts';
import { emptyState } from '../../../src/domain/state/documents.ts';
import { quarantined, rememberImages } from '../../../src/domain/state/images.ts';

const day = 86_400_000;
const now = Date.parse('2026-11-22T02:07:00Z');
const digest = `sha256:${'a'.repeat(64)}` as const;
const other = `sha256:${'b'.repeat(64)}` as const;
const repository = 'registry.example.com/gateway';
const image = { repository, tag: '1.4.3', digest };
const signed: SignatureState = { state: 'signed', by: 'config-map/keys' };
const rules: TrustRules = {
  now,
  seenForMs: 7 * day,
  minimumAgeMs: 0,
  signatureRequired: false,
  accepted: {},
};
const knownFor = (days: number, seen = image) => rememberImages({}, [seen], now - days * day);
const bad = quarantined({}, { repository, digest, subject: 'deployment/gateway', why: 'its probe failed' }, now - day);

const judge = (
  signature: SignatureState,
  state: Partial<typeof emptyState> = {},
  over: Partial<TrustRules> = {},
): ImageTrust => trustOf(image, signature, { ...emptyState, ...state }, { ...rules, ...over });

describe('an image may go out without approval', () => {
  test.each<[string, ImageTrust]>([
    ['signed by a trusted key', judge(signed)],
    ['unsigned, known for a week', judge({ state: 'unsigned' }, { images: knownFor(7) })],
    [
      'known since the last opening, which began a little later',
      judge({ state: 'no-keys' }, { images: knownFor(6.9) }),
    ],
    ['signed by somebody else, but known', judge({ state: 'untrusted', why: 'x' }, { images: knownFor(8) })],
    ['signed and old enough', judge(signed, { images: knownFor(3) }, { minimumAgeMs: 3 * day })],
    [
      'accepted although everything speaks against it',
      judge(
        { state: 'unsigned' },
        { quarantine: bad },
        { accepted: { [`${repository}@${digest}`]: 'it was the probe' } },
      ),
    ],
  ])('%s', (_name, trust) => {
    expect(trust).toMatchObject({ trusted: true, by: expect.stringMatching(/./) });
  });
});

describe('it may not', () => {
  const moved = { ...knownFor(30, { ...image, digest: other }), ...knownFor(8) };
  test.each<[string, ImageTrust, string, RegExp]>([
    [
      'never seen',
      judge({ state: 'unsigned' }),
      'not-trusted-yet',
      /not signed, and never seen before \(must be 7 days\)/,
    ],
    [
      'seen yesterday',
      judge({ state: 'unsigned' }, { images: knownFor(1) }),
      'not-trusted-yet',
      /known for 1 days \(must be 7 days\)/,
    ],
    ['no key configured', judge({ state: 'no-keys' }), 'not-trusted-yet', /no key is configured/],
    ['signed by another key', judge({ state: 'untrusted', why: 'another key' }), 'not-trusted-yet', /another key/],
    [
      'signatures are required',
      judge({ state: 'unsigned' }, { images: knownFor(99) }, { signatureRequired: true }),
      'not-trusted-yet',
      /only signed/,
    ],
    [
      'signed, and too young',
      judge(signed, { images: knownFor(1) }, { minimumAgeMs: 3 * day }),
      'not-trusted-yet',
      /must be 3 days/,
    ],
    [
      'in quarantine, though signed',
      judge(signed, { quarantine: bad }),
      'quarantined',
      /failed at deployment\/gateway on 2026-11-21: its probe failed/,
    ],
    ['re-pushed, though signed', judge(signed, { images: moved }), 'moved-tag', /stood for sha256:bbbb/],
    [
      're-pushed just now',
      judge({ state: 'unsigned' }, { images: knownFor(30, { ...image, digest: other }) }),
      'moved-tag',
      /before/,
    ],
  ])('%s', (_name, trust, code, why) => {
    expect(trust).toEqual({ trusted: false, code, why: expect.stringMatching(why) });
  });

  test('another repository, tag or digest says nothing about this one', () => {
    const images = {
      ...knownFor(30, { ...image, tag: '1.4.2' }),
      ...knownFor(30, { ...image, repository: `${repository}-2`, digest: other }),
    };
    expect(judge({ state: 'unsigned' }, { images })).toMatchObject({ code: 'not-trusted-yet' });
  });
});
