/** A fault of the configuration file, with the place of it. */
export interface ConfigurationError {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units, as editors count. */
  readonly column: number;
  /** `windows.weekly.days`, `blackouts[0].owner`; empty for the file as a whole. */
  readonly path: string;
  /** The sentence: value and what is wrong with it. */
  readonly message: string;
  /** The word that was probably meant. */
  readonly meant?: string;
  /** What is allowed, in words. */
  readonly allowed?: string;
  /** All of it for people: place and sentence, the line, and carets under the value. */
  readonly text: string;
}

/** What {@link configurationError} makes an error of. */
export interface ErrorParts {
  readonly file: string;
  /** The file's lines, without their ends. */
  readonly lines: readonly string[];
  readonly line: number;
  readonly column: number;
  /** How many characters of the line are wrong; at least one is marked. */
  readonly length: number;
  readonly path: string;
  readonly message: string;
  readonly meant?: string | undefined;
  readonly allowed?: string | undefined;
}

const LINE_WIDTH = 110;

/** A text for a terminal: control, bidirectional and zero-width characters become visible, each one character long. */
export function visible(text: string): string {
  return text
    .replaceAll('\t', ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '\ufffd');
}

/** A value as the message shows it: quoted, visible, at most 60 characters. */
export function quoted(value: string): string {
  const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return `"${visible(shown).replaceAll('"', '\\"')}"`;
}

/** The part of a long line around a column, and where the column is in it. */
function excerpt(line: string, column: number): { readonly shown: string; readonly indent: number } {
  const offset = column - 1 < LINE_WIDTH - 30 ? 0 : column - 40;
  const head = offset > 0 ? '…' : '';
  const tail = line.length > offset + LINE_WIDTH ? '…' : '';
  const shown = `${head}${visible(line.slice(offset, offset + LINE_WIDTH))}${tail}`;
  return { shown, indent: head.length + column - 1 - offset };
}

/** An error as reading.md shows it: file, line, column, path, value; below it the line, and carets with what was meant. */
export function configurationError(parts: ErrorParts): ConfigurationError {
  const { file, line, column, path, message, meant, allowed } = parts;
  const { shown, indent } = excerpt(parts.lines[line - 1] ?? '', column);
  const number = String(line).padStart(4);
  const carets = '^'.repeat(Math.max(1, Math.min(parts.length, shown.length - indent, 60)));
  const hints = [
    ...(meant === undefined ? [] : [`did you mean ${quoted(meant)}?`]),
    ...(allowed === undefined ? [] : [`allowed: ${allowed}`]),
  ];
  const subject = path === '' ? '' : `${visible(path)}: `;
  const head = `${file}:${line}:${column}  ${subject}${message}`;
  const text = [
    head,
    `${number} | ${shown}`,
    `${' '.repeat(number.length)} | ${' '.repeat(indent)}${carets} ${hints.join('  ')}`.trimEnd(),
  ].join('\n');
  return {
    file,
    line,
    column,
    path,
    message,
    ...(meant === undefined ? {} : { meant }),
    ...(allowed === undefined ? {} : { allowed }),
    text,
  };
}
