/** A document of a configuration backup, as far as the API server is asked about it. */
export interface CheckedDocument {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly object: Readonly<Record<string, unknown>>;
}

/** What the API server says of a document. */
export type DryRun =
  /** It would be taken, and changes nothing. */
  | { readonly outcome: 'same' }
  /** It would be taken; the object is not there now. */
  | { readonly outcome: 'absent' }
  /** These fields are not what the document says; the cluster has moved on, or was changed by hand. */
  | { readonly outcome: 'drift'; readonly fields: readonly string[] }
  /** It would not be taken: invalid by the server's own rules, or of a kind that it does not know. */
  | { readonly outcome: 'refused'; readonly says: string }
  /** The identity may not ask about it. */
  | { readonly outcome: 'not-permitted'; readonly says: string };

/** Whether the identity that asks is held to asking. */
export type Proof =
  | { readonly held: true }
  /** `leak`: it could write for real; what it wrote has been taken away again, or is named. */
  | { readonly held: false; readonly leak: boolean; readonly says: string; readonly next: string };

/**
 * Asking the API server whether it would take a document (server-side apply, `dryRun=All`), as ServiceAccount
 * `maintenance-dry-run`. A dry run needs the right to write: an admission policy holds that identity to dry runs, which is
 * proved before it is relied on. Methods reject with a PortError.
 */
export interface ManifestCheck {
  /** Try to write for real, which must be refused by the admission policy and by nothing else. */
  prove(): Promise<Proof>;
  /** Ask about one document. */
  ask(document: CheckedDocument): Promise<DryRun>;
}
