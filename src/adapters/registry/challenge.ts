/** What a registry asks for with 401 (RFC 9110 §11.6.1; the distribution specification's token authentication). */
export type Challenge =
  | { readonly scheme: 'basic' }
  | { readonly scheme: 'bearer'; readonly realm: string; readonly service?: string };

const longest = 4_096;

/** Read a `WWW-Authenticate` header; undefined for a scheme that is not spoken here. */
export function parseChallenge(header: string | undefined): Challenge | undefined {
  if (header === undefined || header.length > longest) return undefined;
  const [, scheme = '', rest = ''] = /^\s*([A-Za-z]+)(?:\s+(.*))?$/s.exec(header) ?? [];
  if (scheme.toLowerCase() === 'basic') return { scheme: 'basic' };
  if (scheme.toLowerCase() !== 'bearer') return undefined;
  const parameters = new Map<string, string>();
  for (const [, name = '', value = ''] of rest.matchAll(/([A-Za-z_]+)="([^"\\]*)"/g)) {
    if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), value);
  }
  const realm = parameters.get('realm');
  if (realm === undefined) return undefined;
  const service = parameters.get('service');
  return { scheme: 'bearer', realm, ...(service === undefined ? {} : { service }) };
}

/** The token of a token server's answer (`token` or `access_token`); undefined for one that is none or unsafe as a header. */
export function parseToken(body: Buffer): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
  const { token, access_token: other } = (value ?? {}) as { token?: unknown; access_token?: unknown };
  const found = typeof token === 'string' && token !== '' ? token : other;
  return typeof found === 'string' && /^[A-Za-z0-9._~+/=:-]{1,16384}$/.test(found) ? found : undefined;
}
