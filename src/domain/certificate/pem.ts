/** The most of a PEM text that is read, bytes (trust.md §6). */
export const maxPemBytes = 1024 * 1024;
/** The most certificates of one PEM text that are read. */
export const maxPemCertificates = 20;

/** One block of a PEM text, undecoded. */
export interface PemBlock {
  readonly label: string;
  /** The base64 between the lines; blanks and RFC 1421 headers are gone. Undefined when the block has no proper end. */
  readonly base64?: string;
  /** Whether it had RFC 1421 headers (`Proc-Type: 4,ENCRYPTED`). */
  readonly headers: boolean;
}

const begin = /^\s*-----BEGIN ([A-Z0-9][A-Z0-9 ]{0,60})-----\s*$/;
const end = /^\s*-----END ([A-Z0-9][A-Z0-9 ]{0,60})-----\s*$/;
const header = /^[A-Za-z][A-Za-z0-9-]*:/;

/**
 * Every block of a PEM text in order (RFC 7468, read laxly: text between the blocks is no error). A block that does not
 * end, or ends under another label, comes without content. Linear in the text.
 */
export function pemBlocks(text: string): readonly PemBlock[] {
  const blocks: PemBlock[] = [];
  let open: { label: string; lines: string[]; headers: boolean } | undefined;
  const giveUp = () => {
    if (open) blocks.push({ label: open.label, headers: open.headers });
    open = undefined;
  };
  for (const line of text.split(/\r\n|\n|\r/)) {
    const began = begin.exec(line)?.[1];
    if (began !== undefined) {
      giveUp();
      open = { label: began, lines: [], headers: false };
      continue;
    }
    if (!open) continue;
    const ended = end.exec(line)?.[1];
    if (ended === undefined) {
      if (header.test(line)) open.headers = true;
      else open.lines.push(line.trim());
    } else if (ended === open.label) {
      blocks.push({ label: open.label, base64: open.lines.join(''), headers: open.headers });
      open = undefined;
    } else giveUp();
  }
  giveUp();
  return blocks;
}

/** Certificates as PEM (RFC 7468 §5), in their order. */
export function pemOf(certificates: readonly { readonly encoded: string }[]): string {
  return certificates
    .map(({ encoded }) => {
      const lines = encoded.match(/.{1,64}/g) ?? [];
      return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
    })
    .join('');
}
