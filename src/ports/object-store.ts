/** One object of the bucket, without its content. */
export interface StoredObject {
  /** Hostile text, as it is stored. */
  readonly key: string;
  readonly bytes: number;
  /** When it was written last, epoch ms, by the server's clock. */
  readonly modifiedAt: number;
}

/** The content of an object, as it comes. */
export interface ObjectContent {
  /** Of the whole object, as the server says it. */
  readonly bytes: number;
  /** SHA-256 that whoever stored it left with it, in hex; only where the server keeps it for the whole object. */
  readonly sha256?: string;
  /**
   * The bytes in order, to the end; each piece belongs to whoever reads it. A connection that breaks off is taken up again where it ended, of the same version of
   * the object; rejects with a PortError: `changed` content is a `conflict`.
   */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** The subject of the PortError that says that there are no credentials at all. */
export const noCredentials = 'credentials of the bucket';

/** The subject of the PortError that says that an object is encrypted with a key that the store does not have (SSE-C). */
export const customerKey = 'key of the object';

/** The bucket that holds the backups. Methods reject with a PortError, each request within a bounded time. */
export interface ObjectStore {
  /**
   * Every object whose key begins with `prefix`, page by page in the order of keys. Rejects with `unauthorized` and
   * the subject {@link noCredentials} where there are none, and with `invalid` above 200,000 objects.
   */
  list(prefix: string, signal: AbortSignal): AsyncIterable<StoredObject>;
  /**
   * Open an object for reading. Rejects with `not-found` where there is none, `forbidden` where reading it is denied, and
   * `unauthorized` with the subject {@link customerKey} where it cannot be read without its owner's key.
   */
  open(key: string, signal: AbortSignal): Promise<ObjectContent>;
}
