/** One object of the bucket, without its content. */
export interface StoredObject {
  /** Hostile text, as it is stored. */
  readonly key: string;
  readonly bytes: number;
  /** When it was written last, epoch ms, by the server's clock. */
  readonly modifiedAt: number;
}

/** The subject of the PortError that says that there are no credentials at all. */
export const noCredentials = 'credentials of the bucket';

/** The bucket that holds the backups. Methods reject with a PortError, each request within a bounded time. */
export interface ObjectStore {
  /**
   * Every object whose key begins with `prefix`, page by page in the order of keys. Rejects with `unauthorized` and
   * the subject {@link noCredentials} where there are none, and with `invalid` above 200,000 objects.
   */
  list(prefix: string, signal: AbortSignal): AsyncIterable<StoredObject>;
}
