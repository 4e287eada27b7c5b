import {
  BACKSLASH,
  CLOSE,
  DASH,
  DOLLAR,
  DOUBLE,
  isDigit,
  isLetter,
  isSpace,
  isWordPart,
  LF,
  OPEN,
  QUOTE,
  SEMICOLON,
  SLASH,
  STAR,
} from './characters.ts';
import type { Stop } from './stop.ts';
import { definesFunction, type Token, textOf } from './token.ts';

/** Where a statement stands between two chunks. */
type State = 'plain' | 'line-comment' | 'block-comment' | 'string' | 'escape-string' | 'identifier' | 'dollar';

/** Tokens that are kept of a statement: those that define something are short but for their bodies. */
const mostTokens = 4096;

/**
 * Finds the end of SQL statements in bytes, as PostgreSQL's own lexer does (manual, "Lexical Structure"): strings with and
 * without escapes, quoted identifiers, dollar quotes, nested comments, and the bodies of SQL-standard functions (BEGIN
 * ATOMIC … END), whose semicolons end nothing. `standard_conforming_strings` is taken as on.
 */
export class StatementLexer {
  #state: State = 'plain';
  #depth = 0;
  #comments = 0;
  #blocks = 0;
  #tag: Uint8Array = new Uint8Array();
  #definesFunction = false;
  #from = 0;
  #tokens: Token[] = [];
  /** Whether anything but blanks and comments has been seen of the statement. */
  started = false;

  /** The tokens of the statement so far. */
  get tokens(): readonly Token[] {
    return this.#tokens;
  }

  /** Whether it is between statements, in no quote and no comment. */
  get between(): boolean {
    return !this.started && (this.#state === 'plain' || this.#state === 'line-comment');
  }

  /** In which quote or comment it is, for a message. */
  get where(): string {
    return this.#state === 'plain' ? 'statement' : this.#state.replace('-', ' ');
  }

  /** Begin the next statement. */
  reset(): void {
    this.#state = 'plain';
    this.#depth = 0;
    this.#blocks = 0;
    this.#tokens = [];
    this.#definesFunction = false;
    this.started = false;
  }

  /**
   * Read on from `at`; `final` when no bytes follow. Where the answer is `more`, the next call begins at {@link resumeAt}
   * of the same bytes with others behind them.
   */
  read(data: Uint8Array, at: number, final: boolean): Stop {
    this.#position = at;
    for (;;) {
      const stop = this.#state === 'plain' ? this.#plain(data, final) : this.#quoted(data, final);
      if (stop !== undefined) return stop;
    }
  }

  /** Where the next call begins. */
  get resumeAt(): number {
    return this.#position;
  }
  #position = 0;

  /** Bytes moved to the front of the array by as many as were dropped. */
  shift(dropped: number): void {
    this.#position -= dropped;
    this.#from -= dropped;
  }

  #plain(data: Uint8Array, final: boolean): Stop | undefined {
    while (this.#position < data.length) {
      const byte = data[this.#position] as number;
      if (isSpace(byte)) this.#position += 1;
      else if (isLetter(byte)) {
        if (!this.#word(data, final)) return { kind: 'more' };
      } else {
        const stop = this.#special(data, byte, final);
        if (stop !== undefined) return stop;
        if (this.#state !== 'plain') return undefined;
      }
    }
    return { kind: 'more' };
  }

  #special(data: Uint8Array, byte: number, final: boolean): Stop | undefined {
    const next = data[this.#position + 1];
    const needsNext = byte === DASH || byte === SLASH || byte === DOLLAR;
    if (needsNext && next === undefined && !final) return { kind: 'more' };
    switch (byte) {
      case BACKSLASH:
        return { kind: 'backslash', at: this.#position };
      case QUOTE:
        this.#open('string', 1);
        return undefined;
      case DOUBLE:
        this.#open('identifier', 1);
        return undefined;
      case DOLLAR:
        return this.#dollar(data, final);
      case SEMICOLON:
        return this.#semicolon();
      default:
        this.#other(byte, next);
        return undefined;
    }
  }

  #other(byte: number, next: number | undefined): void {
    if (byte === DASH && next === DASH) {
      this.#from = this.#position;
      this.#state = 'line-comment';
    } else if (byte === SLASH && next === STAR) {
      this.#state = 'block-comment';
      this.#comments = 1;
      this.#position += 2;
    } else {
      if (byte === CLOSE) this.#depth = Math.max(0, this.#depth - 1);
      this.#token('symbol', String.fromCharCode(byte));
      if (byte === OPEN) this.#depth += 1;
      this.#position += 1;
    }
  }

  #semicolon(): Stop | undefined {
    this.#position += 1;
    if (this.#depth > 0 || this.#blocks > 0) {
      this.#token('symbol', ';');
      return undefined;
    }
    return { kind: 'statement', end: this.#position };
  }

  #open(state: State, length: number): void {
    this.started = true;
    this.#state = state;
    this.#position += length;
    this.#from = this.#position;
  }

  /** A bare word, or the E before a string with escapes. */
  #word(data: Uint8Array, final: boolean): boolean {
    let end = this.#position + 1;
    while (end < data.length && isWordPart(data[end] as number)) end += 1;
    if (end === data.length && !final) return false;
    const word = textOf(data.subarray(this.#position, end)).toLowerCase();
    if (data[end] === QUOTE && word === 'e') {
      this.#open('escape-string', end - this.#position + 1);
      return true;
    }
    this.#position = end;
    this.#token('word', word);
    this.#countBlocks(word);
    return this.#state === 'plain';
  }

  /** psql counts the blocks of a function whose body is SQL itself in the same way. */
  #countBlocks(word: string): void {
    if (this.#tokens.length <= 4) this.#definesFunction ||= definesFunction(this.#tokens);
    if (this.#depth > 0 || !this.#definesFunction) return;
    if (word === 'begin') this.#blocks += 1;
    else if (word === 'case' && this.#blocks > 0) this.#blocks += 1;
    else if (word === 'end' && this.#blocks > 0) this.#blocks -= 1;
  }

  #dollar(data: Uint8Array, final: boolean): Stop | undefined {
    let end = this.#position + 1;
    if (end < data.length && isDigit(data[end] as number)) return this.#symbol('$');
    while (end < data.length && isWordPart(data[end] as number) && data[end] !== DOLLAR) end += 1;
    if (end >= data.length) return final ? this.#symbol('$') : { kind: 'more' };
    if (data[end] !== DOLLAR) return this.#symbol('$');
    this.#tag = new Uint8Array(data.subarray(this.#position, end + 1));
    this.#open('dollar', end + 1 - this.#position);
    return undefined;
  }

  #symbol(text: string): undefined {
    this.#token('symbol', text);
    this.#position += 1;
  }

  #token(kind: Token['kind'], text: string): void {
    this.started = true;
    if (this.#tokens.length < mostTokens) this.#tokens.push({ kind, text, depth: this.#depth });
  }

  #quoted(data: Uint8Array, final: boolean): Stop | undefined {
    switch (this.#state) {
      case 'line-comment':
        return this.#lineComment(data, final);
      case 'block-comment':
        return this.#blockComment(data);
      case 'string':
        return this.#untilQuote(data, QUOTE, 'string', final);
      case 'identifier':
        return this.#untilQuote(data, DOUBLE, 'quoted', final);
      case 'escape-string':
        return this.#escapes(data, final);
      default:
        return this.#untilTag(data);
    }
  }

  #lineComment(data: Uint8Array, final: boolean): Stop | undefined {
    const end = data.indexOf(LF, this.#position);
    if (end < 0 && !final) {
      this.#position = data.length;
      return { kind: 'more' };
    }
    const start = this.#from;
    this.#position = end < 0 ? data.length : end;
    this.#state = 'plain';
    return this.started ? undefined : { kind: 'comment', start, end: this.#position };
  }

  #blockComment(data: Uint8Array): Stop | undefined {
    for (let at = this.#position; at + 1 < data.length; at += 1) {
      const [byte, next] = [data[at], data[at + 1]];
      const opens = byte === SLASH && next === STAR;
      if (!opens && !(byte === STAR && next === SLASH)) continue;
      this.#comments += opens ? 1 : -1;
      at += 1;
      if (this.#comments > 0) continue;
      this.#position = at + 1;
      this.#state = 'plain';
      return undefined;
    }
    this.#position = Math.max(this.#position, data.length - 1);
    return { kind: 'more' };
  }

  #untilQuote(data: Uint8Array, quote: number, kind: 'string' | 'quoted', final: boolean): Stop | undefined {
    const end = data.indexOf(quote, this.#position);
    if (end < 0 || (end + 1 === data.length && !final)) {
      this.#position = end < 0 ? data.length : end;
      return { kind: 'more' };
    }
    if (data[end + 1] === quote) this.#position = end + 2;
    else this.#close(data, end, end + 1, kind);
    return undefined;
  }

  #escapes(data: Uint8Array, final: boolean): Stop | undefined {
    let at = this.#position;
    while (at < data.length && data[at] !== QUOTE) at += data[at] === BACKSLASH ? 2 : 1;
    if (at >= data.length || (at === data.length - 1 && !final)) {
      // an escape or a doubled quote may go on in the next chunk: look at its first byte again
      this.#position = at > data.length ? data.length - 1 : at;
      return { kind: 'more' };
    }
    if (data[at + 1] === QUOTE) this.#position = at + 2;
    else this.#close(data, at, at + 1, 'string');
    return undefined;
  }

  #untilTag(data: Uint8Array): Stop | undefined {
    const tag = this.#tag;
    let at = this.#position;
    for (;;) {
      at = data.indexOf(DOLLAR, at);
      if (at < 0 || at + tag.length > data.length) {
        this.#position = at < 0 ? data.length : at;
        return { kind: 'more' };
      }
      if (tag.every((byte, index) => data[at + index] === byte)) break;
      at += 1;
    }
    this.#close(data, at, at + tag.length, 'string');
    return undefined;
  }

  #close(data: Uint8Array, end: number, next: number, kind: 'string' | 'quoted'): void {
    const text = textOf(data.subarray(this.#from, end));
    this.#token(kind, kind === 'quoted' ? text.replaceAll('""', '"') : text.replaceAll("''", "'"));
    this.#state = 'plain';
    this.#position = next;
  }
}
