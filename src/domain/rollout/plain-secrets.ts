import type { Pod } from '../kubernetes/objects.ts';

/** Names of variables that people give to what nobody else is to know. */
const secretName = /pass(word|wd|phrase)?|pwd|secret|token|credential|private|api_?key|access_?key|auth/i;
/** The password of an address: `postgres://phoenix:…@postgres-0/db`. */
const inAddress = /:\/\/[^\s:/@]*:([^\s@]+)@/g;
/** Shorter ones would tear ordinary text apart, as would the words and numbers of a setting (`TOKEN_TTL`, `AUTH_MODE`). */
const shortest = 4;
const setting = /^(true|false|none|null|enabled|disabled|required|optional|\d{1,6}[a-z]{0,2})$/i;

/**
 * Passwords that stand in plain text in the environment of a pod's containers (`env.value`): whole values of variables that
 * are named like secrets, and the passwords of addresses in any of them. Longest first.
 */
export function plainSecretsOf({ containers, initContainers = [] }: Pod['spec']): readonly string[] {
  const variables = [...initContainers, ...containers].flatMap(({ env = [] }) => env);
  const found = variables.flatMap(({ name, value = '' }) => [
    ...(secretName.test(name) ? [value.trim()] : []),
    ...[...value.matchAll(inAddress)].map(([, password = '']) => password),
  ]);
  const long = found.filter((secret) => secret.length >= shortest && !setting.test(secret));
  return [...new Set(long)].sort((one, other) => other.length - one.length);
}

/** A text without any of these secrets. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
}
