import {
  type Certificate,
  type KeyMatch,
  type PemContent,
  readable,
  type SignedBy,
} from '../../domain/certificate/certificate.ts';
import type { LastWriter } from '../../domain/owner/last-writer.ts';
import type { Trouble } from '../trouble.ts';

/** Certificates together with what was verified among them and the authorities that were found for them. */
export interface Judgeable {
  readonly content: PemContent;
  /** Authorities that the subject itself carries (`ca.crt`) and those of the system's store that may be meant. */
  readonly anchors: readonly Certificate[];
  /** Whether the subject says itself whom to trust (`ca.crt`). */
  readonly statesTrust: boolean;
  readonly signatures: readonly SignedBy[];
}

/** A Secret with a server certificate. Of its private key nothing is kept but which certificate it belongs to. */
export interface HeldSecret {
  readonly name: string;
  readonly state: 'read' | 'absent' | 'unreadable';
  /** Who names it, for one that is absent: `the configuration`, `ingress/portal`. */
  readonly namedBy?: string;
  readonly trouble?: Trouble;
  /** Absent when the Secret has no `tls.crt`. */
  readonly certificates?: Judgeable;
  readonly key?: KeyMatch;
  /** Who renews it in the cluster (`cert-manager`), by its own marks. */
  readonly renewedBy?: string;
  readonly type?: string;
  /** Which object it is, which version of it was read, and whether any change of it is refused. */
  readonly object?: {
    readonly uid: string;
    readonly resourceVersion: string;
    readonly immutable: boolean;
    readonly writer?: LastWriter;
  };
}

/** The server's own certificate: the first, unless the key says that another one is meant. */
export function leafOf(secret: Pick<HeldSecret, 'key' | 'certificates'>): Certificate | undefined {
  const list = secret.certificates === undefined ? [] : readable(secret.certificates.content);
  return secret.key?.kind === 'matches' ? list[secret.key.index] : list[0];
}
