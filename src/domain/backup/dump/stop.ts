/** What stopped the lexer. */
export type Stop =
  /** All bytes were looked at, and the statement is not at its end. */
  | { readonly kind: 'more' }
  /** A statement ended at `end`, its semicolon included. */
  | { readonly kind: 'statement'; readonly end: number }
  /** A comment line outside of a statement, without the line feed. */
  | { readonly kind: 'comment'; readonly start: number; readonly end: number }
  /** A backslash outside of quotes and comments: what psql takes for a command. */
  | { readonly kind: 'backslash'; readonly at: number };
