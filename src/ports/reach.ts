/** A way to one server, open until it is closed. */
export interface Reached {
  readonly host: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * A server that an adapter may connect to, and how to get there: directly where an address is configured, else through a
 * port-forward. Adapters get these from the runtime, so they know nothing of clusters.
 */
export interface Target {
  /** Copyable and stable: `pod/postgres-0`, `db.example.com:5432`. */
  readonly name: string;
  /** Rejects with a PortError. */
  readonly reach: () => Promise<Reached>;
}

/** TLS to a server, in libpq's words. */
export interface TlsOptions {
  readonly mode: 'disable' | 'require' | 'verify-ca' | 'verify-full';
  /** PEM of the authorities that may have signed the server's certificate; absent: the system store. */
  readonly ca?: string;
  /** The name that the certificate must carry (`verify-full`). */
  readonly serverName: string;
}
