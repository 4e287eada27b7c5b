import { describe, expect, test } from '@jest/globals';
import type { Pod } from '../../../src/domain/kubernetes/objects.ts';
import { plainSecretsOf, withoutSecrets } from '../../../src/domain/rollout/plain-secrets.ts';

const spec = (env: Readonly<Record<string, string>>, init: Readonly<Record<string, string>> = {}): Pod['spec'] => {
  const variables = (of: object) => Object.entries(of).map(([name, value]) => ({ name, value }));
  return {
    initContainers: [{ name: 'migrate', env: variables(init) }],
    containers: [{ name: 'app', env: variables(env) }],
  };
};

describe('passwords in the environment of a pod', () => {
  test.each<[string, Pod['spec'], readonly string[]]>([
    ['by the name of the variable', spec({ DATABASE_PASSWORD: 'pl4nted', MODE: 'production' }), ['pl4nted']],
    ['of an init container', spec({}, { API_TOKEN: 'pl4nted-token' }), ['pl4nted-token']],
    ['in an address', spec({ DATABASE_URL: 'postgres://phoenix:pl4nted@postgres-0:5432/db' }), ['pl4nted']],
    [
      'longest first, each once',
      spec({ SECRET: 'pl4nted', TOKEN: 'pl4nted-more', PWD_OLD: 'pl4nted' }),
      ['pl4nted-more', 'pl4nted'],
    ],
    ['none so short that ordinary text holds it', spec({ PASSWORD: 'abc' }), []],
    ['no setting of what is named so', spec({ BYPASS_CACHE: 'true', TOKEN_TTL: '3600s', AUTH_MODE: 'required' }), []],
    ['none', spec({ MODE: 'production', URL: 'https://phoenix.example/a:b@c' }), []],
    ['no environment at all', { containers: [{ name: 'app' }] }, []],
  ])('%s', (_, pod, secrets) => {
    expect(plainSecretsOf(pod)).toEqual(secrets);
  });
});

test('a line is shown without them, wherever they stand', () => {
  const line = 'could not log in with pl4nted-more (pl4nted) as phoenix';
  expect(withoutSecrets(line, ['pl4nted-more', 'pl4nted'])).toBe('could not log in with *** (***) as phoenix');
});
