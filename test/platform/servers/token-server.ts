import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a token lets its holder do. */
type Action = 'pull' | 'push';

/** A token server as registries name one (distribution, "Token Authentication Implementation"), on loopback. */
export interface TokenServer {
  readonly host: string;
  readonly service: string;
  readonly issuer: string;
  /** The JSON Web Key Set by which the registry verifies tokens. */
  readonly keys: object;
  /** A token, without being asked. */
  readonly tokenFor: (repository: string, actions: readonly Action[]) => string;
  readonly close: () => void;
}

const service = 'contract-registry';
const issuer = 'contract-issuer';
const kid = 'contract-key';

/** Starts one that gives tokens for reading to this user alone. */
export async function startTokens(user: {
  readonly username: string;
  readonly password: string;
}): Promise<TokenServer> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = createPublicKey(privateKey).export({ format: 'jwk' });
  const tokenFor = (repository: string, actions: readonly Action[]) => tokenOf(privateKey, repository, actions);
  const known = `Basic ${Buffer.from(`${user.username}:${user.password}`).toString('base64')}`;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const scope = new URL(request.url ?? '', 'http://tokens').searchParams.get('scope') ?? '';
    const [, repository] = /^repository:(.+):pull$/.exec(scope) ?? [];
    if (request.headers.authorization !== known || repository === undefined) response.writeHead(401).end();
    else response.end(JSON.stringify({ token: tokenFor(repository, ['pull']), expires_in: 300 }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    service,
    issuer,
    keys: { keys: [{ ...jwk, kid, use: 'sig', alg: 'ES256' }] },
    tokenFor,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function tokenOf(key: KeyObject, repository: string, actions: readonly Action[]): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: issuer,
    sub: 'reader',
    aud: service,
    exp: now + 300,
    nbf: now - 10,
    iat: now,
    jti: String(now),
    access: [{ type: 'repository', name: repository, actions }],
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = `${part({ alg: 'ES256', typ: 'JWT', kid })}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(body), { key, dsaEncoding: 'ieee-p1363' });
  return `${body}.${signature.toString('base64url')}`;
}
