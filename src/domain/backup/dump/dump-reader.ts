import { classify, type StatementFacts } from './classify.ts';
import { type DumpHead, headOf } from './head.ts';
import { StatementLexer } from './statement-lexer.ts';
import { textOf } from './token.ts';

/** What the reader found next in a dump. */
export type DumpEvent =
  /** A whole statement. For `copy-in`, rows follow until `rows-end`. */
  | { readonly kind: 'statement'; readonly bytes: Uint8Array; readonly facts: StatementFacts }
  | { readonly kind: 'rows'; readonly bytes: Uint8Array }
  | { readonly kind: 'rows-end' };

/** Why a dump cannot be good. `program`: it would run something on whoever restores it with psql. */
export interface DumpFault {
  readonly kind: 'program' | 'damaged' | 'incomplete' | 'unsupported';
  readonly says: string;
  /** Bytes of the dump before it. */
  readonly at: number;
}

/** Longest statement (a function, an INSERT), bytes: it is held in memory. */
export const longestStatement = 64 * 1024 * 1024;

const [LF, CR, DOT, BACKSLASH] = [10, 13, 46, 92];
const endMarkers = ['-- PostgreSQL database dump complete', '-- PostgreSQL database cluster dump complete'];

/**
 * Reads a plain dump (pg_dump --format=plain) as psql would, without running anything: statements, the data of COPY, and
 * the commands that begin with a backslash, of which only `\restrict` and `\unrestrict` with one alphanumeric word may be
 * there (PostgreSQL 14.19, 15.14, 16.10, 17.6 and later write them around the dump, the second after the completion marker).
 */
export class DumpReader {
  readonly #lexer = new StatementLexer();
  #data: Uint8Array = new Uint8Array();
  /** Begin of what is not consumed yet. */
  #start = 0;
  #offset = 0;
  #mode: 'sql' | 'copy-line' | 'rows' = 'sql';
  #lineBegin = true;
  #restricted: string | undefined;
  #ended = false;
  #head: DumpHead = {};
  #fault: DumpFault | undefined;

  /** What the comments at its head say. */
  get head(): DumpHead {
    return this.#head;
  }

  /** The first thing that is wrong; reading stops there. */
  get fault(): DumpFault | undefined {
    return this.#fault;
  }

  /** Bytes that were handed in. */
  get bytes(): number {
    return this.#offset + this.#data.length;
  }

  /** Read on. The events' bytes are views of the chunk; nothing else of it is kept. */
  push(chunk: Uint8Array): readonly DumpEvent[] {
    if (this.#fault !== undefined) return [];
    const nul = chunk.indexOf(0);
    const kept = this.#data;
    const usable = nul < 0 ? chunk : chunk.subarray(0, nul);
    this.#data = kept.length === 0 ? usable : joined(kept, usable);
    const events: DumpEvent[] = [];
    this.#run(events, false);
    if (nul >= 0) this.#fail('damaged', 'a byte of zero, which no dump holds', this.#data.length);
    else if (this.#data.length - this.#start > longestStatement) {
      this.#fail('unsupported', `a statement of more than ${longestStatement / 2 ** 20} MiB`, this.#start);
    }
    this.#letGo();
    return events;
  }

  /** No bytes follow. Afterwards {@link fault} says whether the dump is whole. */
  finish(): readonly DumpEvent[] {
    const events: DumpEvent[] = [];
    if (this.#fault === undefined) this.#run(events, true);
    if (this.#fault === undefined) this.#judgeEnd();
    return events;
  }

  /** Copy what is not consumed yet: whoever handed the chunk in may reuse it. */
  #letGo(): void {
    if (this.#start > 0) this.#drop(this.#start);
    this.#data = new Uint8Array(this.#data);
  }

  #drop(bytes: number): void {
    this.#data = this.#data.subarray(bytes);
    this.#offset += bytes;
    this.#lexer.shift(bytes);
    this.#start -= bytes;
  }

  #judgeEnd(): void {
    const at = this.#data.length;
    if (this.bytes === 0) this.#fail('incomplete', 'it holds nothing', at);
    else if (this.#mode !== 'sql') this.#fail('incomplete', 'it ends within the rows of a table', at);
    else if (!this.#lexer.between) this.#fail('incomplete', `it ends within a ${this.#lexer.where}`, at);
    else if (!this.#ended) this.#fail('incomplete', 'the completion marker of pg_dump is not at its end', at);
    else if (this.#restricted !== undefined) this.#fail('incomplete', '`\\unrestrict` is not at its end', at);
  }

  #run(events: DumpEvent[], final: boolean): void {
    while (this.#fault === undefined) {
      const goesOn = this.#mode === 'sql' ? this.#sql(events, final) : this.#copy(events, final);
      if (!goesOn) return;
    }
  }

  #sql(events: DumpEvent[], final: boolean): boolean {
    const stop = this.#lexer.read(this.#data, Math.max(this.#lexer.resumeAt, this.#start), final);
    switch (stop.kind) {
      case 'more':
        if (this.#lexer.between && this.#lexer.where === 'statement') this.#start = this.#lexer.resumeAt;
        return false;
      case 'statement':
        return this.#statement(events, stop.end);
      case 'comment':
        this.#comment(textOf(this.#data.subarray(stop.start, stop.end)).trimEnd());
        this.#start = stop.end;
        return true;
      case 'backslash':
        return this.#command(stop.at, final);
    }
  }

  #statement(events: DumpEvent[], end: number): boolean {
    const bytes = this.#data.subarray(this.#start, end);
    const facts = classify(this.#lexer.tokens);
    this.#lexer.reset();
    if (this.#ended) return this.#fail('damaged', 'statements follow the completion marker', this.#start);
    if (facts.refused !== undefined) return this.#fail(facts.refused.kind, facts.refused.says, this.#start);
    if (this.#head.cluster && (facts.kind === 'table' || facts.kind === 'copy-in'))
      return this.#ofCluster(facts.label, this.#start);
    this.#start = end;
    if (facts.kind !== 'empty') events.push({ kind: 'statement', bytes, facts });
    if (facts.kind === 'copy-in') this.#mode = 'copy-line';
    return true;
  }

  #comment(line: string): void {
    if (endMarkers.includes(line)) {
      if (this.#ended) this.#fail('damaged', 'the completion marker stands twice', this.#start);
      this.#ended = true;
    } else this.#head = headOf(this.#head, line);
  }

  /** `\restrict` and `\unrestrict` stand alone on a line, between statements; anything else is a program. */
  #command(at: number, final: boolean): boolean {
    const newline = this.#data.indexOf(LF, at);
    if (newline < 0 && !final && this.#data.length - at < 512) return false;
    const line = textOf(this.#data.subarray(at, newline < 0 ? this.#data.length : newline), 200).trimEnd();
    const known = /^\\(restrict|unrestrict) ([A-Za-z0-9]+)$/.exec(line);
    const alone = this.#lexer.between && (at === 0 || this.#data[at - 1] === LF);
    if (this.#head.cluster && alone && line.startsWith('\\connect ')) return this.#ofCluster(line, at);
    if (known === null || !alone) return this.#fail('program', `\`${line.slice(0, 60)}\` is a command of psql`, at);
    const [, name, word] = known;
    const fits = name === 'restrict' ? this.#restricted === undefined : this.#restricted === word;
    if (!fits) return this.#fail('program', `\`\\${name}\` with another word than before`, at);
    this.#restricted = name === 'restrict' ? word : undefined;
    this.#start = newline < 0 ? this.#data.length : newline;
    return true;
  }

  #copy(events: DumpEvent[], final: boolean): boolean {
    if (this.#mode === 'copy-line') {
      const newline = this.#data.indexOf(LF, this.#start);
      if (newline < 0) return false;
      if (textOf(this.#data.subarray(this.#start, newline)).trim() !== '') {
        return this.#fail('damaged', 'something stands behind a COPY on its line', this.#start);
      }
      this.#start = newline + 1;
      this.#mode = 'rows';
      this.#lineBegin = true;
    }
    return this.#rows(events, final);
  }

  #rows(events: DumpEvent[], final: boolean): boolean {
    const data = this.#data;
    let at = this.#start;
    for (;;) {
      at = data.indexOf(BACKSLASH, at);
      if (at < 0) return this.#passRows(events, data.length);
      if (at + 3 > data.length && !final) return this.#passRows(events, at);
      const begins = at === this.#start ? this.#lineBegin : data[at - 1] === LF;
      const end = begins ? terminatorEnd(data, at, final) : undefined;
      if (end === 'more') return this.#passRows(events, at);
      if (end !== undefined) return this.#endRows(events, at, end);
      at += 2;
    }
  }

  #passRows(events: DumpEvent[], end: number): boolean {
    if (end > this.#start) {
      events.push({ kind: 'rows', bytes: this.#data.subarray(this.#start, end) });
      this.#lineBegin = this.#data[end - 1] === LF;
      this.#start = end;
    }
    return false;
  }

  #endRows(events: DumpEvent[], at: number, end: number): boolean {
    this.#passRows(events, at);
    events.push({ kind: 'rows-end' });
    this.#start = end;
    this.#mode = 'sql';
    return true;
  }

  /** Behind the roles of a cluster come its databases: their parts are no dump of one database. */
  #ofCluster(what: string, at: number): false {
    const says = `a dump of a whole cluster, databases and all (\`${what.slice(0, 60)}\`), which is not restored here`;
    return this.#fail('unsupported', says, at);
  }

  #fail(kind: DumpFault['kind'], says: string, at: number): false {
    this.#fault ??= { kind, says, at: this.#offset + at };
    return false;
  }
}

/** The end of `\.` and its line feed, or undefined where it is data. */
function terminatorEnd(data: Uint8Array, at: number, final: boolean): number | 'more' | undefined {
  if (data[at + 1] !== DOT) return undefined;
  const next = data[at + 2];
  if (next === LF) return at + 3;
  if (next === CR) {
    if (at + 3 >= data.length && !final) return 'more';
    return data[at + 3] === LF ? at + 4 : undefined;
  }
  return next === undefined ? at + 2 : undefined;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
