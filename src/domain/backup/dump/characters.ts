/* Bytes that mean something to PostgreSQL's lexer (manual, "Lexical Structure"). */

const code = (character: string): number => character.charCodeAt(0);
/** Single bytes, by their names. */
export const [LF, QUOTE, DOUBLE, DOLLAR, BACKSLASH] = [10, code("'"), code('"'), code('$'), code('\\')];
/** Single bytes, by their names. */
export const [DASH, SLASH, STAR, SEMICOLON, OPEN, CLOSE] = [
  code('-'),
  code('/'),
  code('*'),
  code(';'),
  code('('),
  code(')'),
];

/** White space of ASCII. */
export const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);
/** A digit of ASCII. */
export const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;
/** What a name may begin with: bytes from 128 on count as letters. */
export const isLetter = (byte: number): boolean =>
  (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 95 || byte >= 128;
/** What a name may go on with. */
export const isWordPart = (byte: number): boolean => isLetter(byte) || isDigit(byte) || byte === DOLLAR;
