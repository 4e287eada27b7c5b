import type { Credentials } from './server.ts';

/** The keys under which a Docker configuration may hold Docker Hub's entry. */
const hubKeys = ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io', 'registry-1.docker.io'];

interface Entry {
  readonly auth?: unknown;
  readonly username?: unknown;
  readonly password?: unknown;
}

/**
 * User and password for a host from a `.dockerconfigjson`: the entry of exactly that host, with or without `https://` and a
 * trailing slash. Undefined where there is none, or it holds something else (an identity token, a credential helper).
 */
export function credentialsFrom(text: string, host: string): Credentials | undefined {
  let auths: unknown;
  try {
    auths = (JSON.parse(text) as { auths?: unknown } | null)?.auths;
  } catch {
    return undefined;
  }
  if (typeof auths !== 'object' || auths === null) return undefined;
  const wanted = new Set(host === 'docker.io' ? hubKeys.map(plainKey) : [host]);
  for (const [key, entry] of Object.entries(auths as Readonly<Record<string, Entry | null>>)) {
    if (wanted.has(plainKey(key)) && entry !== null) return read(entry);
  }
  return undefined;
}

const plainKey = (key: string): string => key.replace(/^https:\/\//, '').replace(/\/(v[12]\/?)?$/, '');

function read({ auth, username, password }: Entry): Credentials | undefined {
  if (typeof username === 'string' && typeof password === 'string' && username !== '') return { username, password };
  if (typeof auth !== 'string') return undefined;
  const plain = Buffer.from(auth, 'base64').toString('utf8');
  const colon = plain.indexOf(':');
  return colon < 1 ? undefined : { username: plain.slice(0, colon), password: plain.slice(colon + 1) };
}
