/** One object of the bucket, without its content. */
export interface StoredObject {
  /** Hostile text, as it is stored. */
  readonly key: string;
  readonly bytes: number;
  /** When it was written last, epoch ms, by the server's clock. */
  readonly modifiedAt: number;
}

/** The bucket that holds the backups. Methods reject with a PortError, each request within a bounded time. */
export interface ObjectStore {
  /**
   * Every object whose key begins with `prefix`, page by page in the order of keys. Rejects with `unauthorized` where
   * there are no credentials, and `invalid` above 200,000 objects.
   */
  list(prefix: string, signal: AbortSignal): AsyncIterable<StoredObject>;
}
