import { expect, test } from '@jest/globals';
import { configured } from '../../configured.ts';
import { brief } from './read-errors.ts';

const parsed = (certificates: unknown) => configured({ platform: { certificates } }).platform.certificates;

test('an issuer is an authority in a Secret or a signer of the CSR API', () => {
  const issuers = [
    { name: 'own', authority: { secret: 'issuing-ca', public: { 'config-map': 'ca', key: 'ca.crt' } } },
    { name: 'cluster', signer: { name: 'example.com/serving', approve: false } },
  ];
  expect(parsed({ issuers }).issuers).toEqual([
    {
      kind: 'authority',
      name: 'own',
      secret: 'issuing-ca',
      certificate: 'tls.crt',
      key: 'tls.key',
      public: { kind: 'ConfigMap', name: 'ca', key: 'ca.crt' },
    },
    { kind: 'signer', name: 'cluster', signer: 'example.com/serving', approve: false },
  ]);
});

test('without a word about it there is no issuer, a new key, and cert-manager is asked', () => {
  expect(parsed({})).toMatchObject({ issuers: [], renewals: [], certManager: true });
  expect(parsed({ renewals: [{ secret: 'a' }] }).renewals).toEqual([{ secret: 'a', key: 'new' }]);
});

const own = 'issuers: [{ name: own, authority: { secret: ca } }]';
const refused: readonly (readonly [string, readonly string[]])[] = [
  [
    'issuers: [{ name: own }]',
    [
      'platform.certificates.issuers[0]: names neither or both of authority and signer [exactly one of authority, signer]',
    ],
  ],
  [
    'issuers: [{ name: own, signer: { name: kubernetes.io/kube-apiserver-client } }]',
    [
      `platform.certificates.issuers[0].signer.name: "kubernetes.io/kube-apiserver-client" is not a signer that issues serving certificates to workloads [a domain, a slash and a name, such as example.com/serving; Kubernetes' own (kubernetes.io/…) never do]`,
    ],
  ],
  [`${own}, issuer: owm`, ['platform.certificates.issuer: "owm" is the name of no issuer (own) [own]']],
  [
    'renewals: [{ secret: a, issuer: own }]',
    [
      'platform.certificates.renewals[0].issuer: "own" is the name of no issuer [a name under issuers, of which there is none]',
    ],
  ],
  [
    'renewals: [{ secret: a }, { secret: a }]',
    ['platform.certificates.renewals[1].secret: "a" stands twice [a Secret that no other entry names]'],
  ],
  [
    'renewals: [{ secret: a, key: old }]',
    ['platform.certificates.renewals[0].key: "old" is neither of the two [new, keep]'],
  ],
  [
    'renewals: [{ secret: a, ports: [] }]',
    ['platform.certificates.renewals[0].ports: has too few entries [at least 1]'],
  ],
];

test.each(refused)('refused: %s', (text, errors) => {
  const found = brief(`platform: { certificates: { ${text} } }`).map((line) => line.replace(/^\d+:\d+ /, ''));
  expect(found).toEqual(errors);
});
