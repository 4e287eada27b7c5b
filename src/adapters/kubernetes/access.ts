import type { PluginEntry } from './exec-plugin.ts';

/** What may stand in a kubeconfig beyond certificates and tokens; all of it is refused unless it is listed here. */
export interface KubeconfigRules {
  /** Credential plugins that may be run, as the kubeconfig writes their `command`. */
  readonly plugins?: readonly string[];
  /** Allow `proxy-url`. */
  readonly proxyUrl?: boolean;
  /** Allow `insecure-skip-tls-verify` and servers with `http://`. */
  readonly insecure?: boolean;
}

/** How a user proves who it is. */
export type Identification =
  | { readonly kind: 'none' }
  | { readonly kind: 'token'; readonly token: string }
  /** Read again when it is older than a minute: projected tokens rotate. */
  | { readonly kind: 'token-file'; readonly file: string }
  | { readonly kind: 'basic'; readonly username: string; readonly password: string }
  | { readonly kind: 'plugin'; readonly plugin: PluginEntry };

/** Everything that a connection to one API server needs. */
export interface Access {
  readonly context: string;
  readonly user: string;
  /** Base address, without a slash at the end. */
  readonly server: URL;
  readonly ca?: Buffer;
  readonly serverName?: string;
  readonly verify: boolean;
  readonly proxy?: URL;
  readonly clientCertificate?: { readonly cert: Buffer; readonly key: Buffer };
  readonly identification: Identification;
  readonly impersonate?: { readonly user: string; readonly uid?: string; readonly groups: readonly string[] };
}

/** Host and port of the API server, as errors and reports show it. */
export function serverWord({ server }: Pick<Access, 'server'>): string {
  return `${server.hostname}:${server.port === '' ? (server.protocol === 'http:' ? 80 : 443) : server.port}`;
}
