import { describe, test } from '@jest/globals';
import { expectFound, type Illness } from './illness.ts';
import { respoilt } from './spoil.ts';

const settings = 'configuration/configuration.yaml';

const cases: readonly Illness[] = [
  [
    'a document that cannot be read',
    (bench) => respoilt(bench, settings, (text) => `${text}---\na: b: c\n`),
    'documents-not-read',
    'fail',
    /1 document beside 2 good ones; document 3/,
  ],
  [
    'the API server would not take it',
    (bench) => void bench.check.answers.set('Deployment/api-gateway', { outcome: 'refused', says: 'no such field' }),
    'document-refused',
    'fail',
    /deployment\/api-gateway: no such field/,
  ],
  [
    'drift',
    (bench) => void bench.check.answers.set('Deployment/api-gateway', { outcome: 'drift', fields: ['.spec.replicas'] }),
    'configuration-drift',
    'warn',
    /1 of 2 documents differ: deployment\/api-gateway .spec.replicas/,
  ],
  [
    'an object that is gone',
    (bench) => void bench.check.answers.set('ConfigMap/gateway-settings', { outcome: 'absent' }),
    'configuration-absent',
    'warn',
    /configmap\/gateway-settings/,
  ],
  [
    'a kind that may not be asked about',
    (bench) =>
      void bench.check.answers.set('Deployment/api-gateway', { outcome: 'not-permitted', says: 'may not patch' }),
    'documents-not-asked',
    'unknown',
    /may not patch/,
  ],
  [
    'no identity for dry runs',
    (bench) =>
      void Object.assign(bench.check, {
        failure: { code: 'forbidden', subject: 'x', message: 'may not create serviceaccounts/token' },
      }),
    'documents-not-asked',
    'unknown',
    /serviceaccounts/,
  ],
  [
    'an identity that is not held',
    (bench) =>
      void Object.assign(bench.check, { proof: { held: false, leak: true, says: 'it could write', next: 'apply it' } }),
    'dry-run-not-held',
    'fail',
    /could write/,
  ],
  [
    'an identity that may be held',
    (bench) =>
      void Object.assign(bench.check, {
        proof: { held: false, leak: false, says: 'it may not create', next: 'apply it' },
      }),
    'dry-run-not-held',
    'unknown',
    /may not create/,
  ],
];

describe('what asking about the configuration shows', () => {
  test.each(cases)('%s', (...illness) => expectFound(illness));
});
