/** A token of a statement, outside of comments. */
export interface Token {
  /** `word`: bare, in lower case; `quoted`: an identifier in double quotes; `string`: any quoted text, cut short. */
  readonly kind: 'word' | 'quoted' | 'string' | 'symbol';
  readonly text: string;
  /** How many parentheses it is in. */
  readonly depth: number;
}

/** Longest text of a token that is kept, bytes: names have 63, paths more. */
const longestText = 1024;

/** Text of UTF-8 bytes, cut short; bytes that are none are taken as Latin-1. */
export function textOf(bytes: Uint8Array, longest = longestText): string {
  const latin = Array.from(bytes.subarray(0, longest), (byte) => String.fromCharCode(byte)).join('');
  try {
    return decodeURIComponent(latin.replace(/[%\u0080-\u00ff]/g, percent));
  } catch {
    return latin;
  }
}

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;

/** Whether a statement that begins so defines a function or procedure. */
export function definesFunction(tokens: readonly Token[]): boolean {
  const [first, second, third, fourth] = tokens.map(({ text }) => text);
  const kind = second === 'or' && third === 'replace' ? fourth : second;
  return first === 'create' && (kind === 'function' || kind === 'procedure');
}
