/** How a registry may be asked. One that is not configured is asked by https, at public addresses, without credentials. */
export interface RegistryServer {
  /** Host and port as image names write them. */
  readonly host: string;
  readonly credentials?: () => Promise<Credentials>;
  /** Further hosts that the credentials may be shown to for a token. */
  readonly tokenRealms: readonly string[];
  /** PEM of the authorities that may have signed its certificate. */
  readonly ca?: () => Promise<string>;
  readonly privateAddress: boolean;
  readonly plainHttp: boolean;
}

/** A user and a password or token. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Where Docker Hub's API is, and who gives out its tokens. */
const hub = { api: 'registry-1.docker.io', realm: 'auth.docker.io' } as const;

/** The rules for a host: as configured, or the strictest. */
export function serverFor(host: string, configured: readonly RegistryServer[]): RegistryServer {
  const found = configured.find((server) => server.host === host);
  const server = found ?? { host, tokenRealms: [], privateAddress: false, plainHttp: false };
  return host === 'docker.io' ? { ...server, tokenRealms: [...server.tokenRealms, hub.realm] } : server;
}

/** The address of a registry's API. */
export function apiOf({ host, plainHttp }: RegistryServer): URL {
  return new URL(`${plainHttp ? 'http' : 'https'}://${host === 'docker.io' ? hub.api : host}`);
}
