/**
 * Characters that do not show, or show as something else: controls (C0, C1), format characters (zero-width, bidirectional,
 * tags), separators of lines, what Unicode lets a font leave out, and half a surrogate pair.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Show what does not show: a line break becomes `\n`, other controls `\u….`. */
export function visible(text: string): string {
  return text.replace(invisible, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\t') return '\\t';
    if (character === '\r') return '\\r';
    const digits = (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
    return digits.length > 4 ? `\\u{${digits}}` : `\\u${digits}`;
  });
}

/**
 * Foreign text as plain words in GitHub's Markdown: no markup, HTML, mention, reference, math or automatic link. Mentions,
 * references and links are found in the rendered text, where an escaped character counts like a bare one: an empty comment
 * keeps the two halves apart there.
 */
export function plain(text: string, longest = 1000): string {
  return shown(text, longest).replace(
    /([&<>|])|([\\`*_[\]~])|(\$)|[@#](?=\w)|:(?=\/\/)|\bwww(?=\.)|\bGH(?=-\d)/gi,
    (found, asEntity?: string, asEscape?: string, dollar?: string) => {
      if (asEntity !== undefined) return entity(asEntity);
      if (asEscape !== undefined) return `\\${asEscape}`;
      return dollar === undefined ? `${found}<!-- -->` : '<span>$</span>';
    },
  );
}

const entity = (character: string): string => `&#${character.charCodeAt(0)};`;

/**
 * Foreign text as code, copyable as it is. With a backtick or a `|` in it a code span could be torn open (by a table, which
 * is cut into cells first): then it is HTML, every character with a meaning a character reference.
 */
export function code(text: string, longest = 500): string {
  const words = shown(text, longest);
  if (words === '') return '–';
  // unlike a code span, HTML does not keep GitHub from making a link of `www.`
  if (/[|`]/.test(words)) return `<code>${words.replace(/[&<>|`*_[\]\\~$@#!:]|\.(?<=\bwww\.)/gi, entity)}</code>`;
  return `\`${words}\``;
}

/** Text of ours in which commands stand in backticks: those become code spans, the rest plain words. */
export function prose(text: string): string {
  const parts = text.split('`');
  if (parts.length % 2 === 0) return plain(text);
  return parts.map((part, index) => (part === '' ? '' : index % 2 === 1 ? code(part) : plain(part))).join('');
}

/** A table; cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** What of a text is shown. Of a long one, no more than that is looked at: a megabyte costs no more than a line. */
function shown(text: string, longest: number): string {
  const start = visible(text.slice(0, longest + 1));
  if (start.length <= longest) return start;
  const length = text.length > longest ? text.length : start.length;
  return `${start.slice(0, longest)} … (${length} characters)`;
}
