import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
  visit,
} from 'yaml';
import { type ConfigurationError, configurationError, quoted, visible } from './configuration-error.ts';

/** Larger than any configuration; a bound for parsing. */
export const MAX_CHARACTERS = 256 * 1024;
const MAX_ALIASES = 50;

/** One step of a path: a key or an index. */
export type PathPart = string | number;

/** `windows.weekly.days`, `blackouts[0].owner`. */
export function pathText(path: readonly PathPart[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}

/** What an error has to say, and about which node; the place is found by {@link YamlSource.error}. */
export interface Fault {
  readonly path: readonly PathPart[];
  /** `key`: mark the last part's key instead of its value, and name the place that it is in. */
  readonly mark?: 'key';
  readonly message: string;
  readonly meant?: string | undefined;
  readonly allowed?: string | undefined;
}

/** A parsed file: its value, its own errors, and where everything is. */
export interface YamlSource {
  /** Errors of the text itself. */
  readonly errors: readonly ConfigurationError[];
  /** Absent when the text cannot be read as one document; an empty file is an empty object. */
  readonly value?: unknown;
  /** An error about a node. */
  error(fault: Fault): ConfigurationError;
  /** A scalar as it is written, for a message; undefined for lists, sections and what is not there. */
  written(path: readonly PathPart[]): string | undefined;
}

const sentences: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab cannot indent; use spaces',
  RESOURCE_EXHAUSTION: 'the file nests too deeply',
  MISSING_CHAR: 'a quote or bracket is not closed',
  BAD_INDENT: 'the indentation does not fit, or a bracket is not closed',
  BLOCK_AS_IMPLICIT_KEY: 'a second ": " on one line; a value that contains it needs quotes',
  TAG_RESOLVE_FAILED: 'tags ("!…") are not allowed',
  BAD_SCALAR_START: 'a value cannot begin with this character; put it in quotes',
};

function childOf(node: unknown, part: PathPart): { readonly key?: Node; readonly value?: Node } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(part)] as Node | undefined;
    const first = isMap(item) ? (item.items[0]?.key as Node | undefined) : undefined;
    return item === undefined ? undefined : { key: first ?? item, value: item };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.findLast(
    (each) => isPair(each) && String(isScalar(each.key) ? (each.key.value ?? '') : each.key) === part,
  );
  if (pair === undefined) return undefined;
  const { key, value } = pair as Pair<Node, Node | null>;
  return value === null ? { key } : { key, value };
}

class ParsedYaml implements YamlSource {
  readonly errors: ConfigurationError[] = [];
  readonly value?: unknown;
  readonly #file: string;
  readonly #text: string;
  readonly #lines: readonly string[];
  readonly #counter = new LineCounter();
  readonly #document: Document.Parsed | undefined;

  constructor(text: string, file: string) {
    this.#file = file;
    this.#text = text;
    this.#lines = text.split(/\r\n|\n|\r/);
    if (text.length > MAX_CHARACTERS) {
      this.#complain([0, 0], `the file has more than ${MAX_CHARACTERS} characters`);
      return;
    }
    const documents = parseAllDocuments(text, {
      lineCounter: this.#counter,
      prettyErrors: false,
      logLevel: 'silent',
      schema: 'core',
    });
    const [document, second] = Array.isArray(documents) ? documents : [];
    this.#document = document;
    if (document === undefined) {
      this.value = {};
      return;
    }
    if (second !== undefined) this.#complain(second.range.slice(0, 2), 'begins a second document; the file holds one');
    if (document.directives?.yaml.explicit) this.#complain([0, 1], 'a %YAML directive is not allowed');
    this.#readErrors(document);
    if (this.errors.every((error) => error.message.endsWith('is written twice'))) {
      const value = this.#read(document);
      if (value !== undefined) this.value = value;
    }
  }

  #complain(range: readonly number[], message: string, allowed?: string, path: readonly PathPart[] = []): void {
    this.errors.push(this.#at(range, { path, message, allowed }));
  }

  #readErrors(document: Document.Parsed): void {
    const all = [...document.errors, ...document.warnings];
    const exhausted = all.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
    const places = new Set<number>();
    for (const { code, pos, message } of exhausted === undefined ? all : [exhausted]) {
      if (places.has(pos[0])) continue;
      places.add(pos[0]);
      const end = Math.max(pos[0] + 1, pos[1]);
      if (code === 'DUPLICATE_KEY') {
        const key = /^("[^"]*"|'[^']*'|[^\s:]+)/.exec(this.#text.slice(pos[0]))?.[0] ?? '';
        this.#complain(
          [pos[0], pos[0] + key.length],
          `${quoted(key.replace(/^["']|["']$/g, ''))} is written twice`,
          'each key once',
        );
      } else this.#complain([pos[0], end], sentences[code] ?? visible(message));
    }
  }

  #read(document: Document.Parsed): unknown {
    let aliases = 0;
    const faults: Node[] = [];
    visit(document, {
      Alias: (_, alias, ancestors) => {
        aliases += 1;
        const target = alias.resolve(document);
        if (aliases > MAX_ALIASES || target === undefined || ancestors.includes(target)) faults.push(alias);
      },
    });
    const [first] = faults;
    if (first !== undefined) {
      const message =
        aliases > MAX_ALIASES
          ? `more than ${MAX_ALIASES} aliases`
          : 'an alias of something that is not there, or that it is part of';
      this.#complain(first.range ?? [0, 1], message);
      return undefined;
    }
    try {
      return document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {};
    } catch {
      this.#complain([0, 1], 'aliases repeat too much of the file');
      return undefined;
    }
  }

  #at(range: readonly number[], fault: Fault): ConfigurationError {
    const start = Math.min(range[0] ?? 0, Math.max(0, this.#text.length - 1));
    const { line, col } = this.#counter.lineStarts.length === 0 ? { line: 1, col: 1 } : this.#counter.linePos(start);
    const { message, meant, allowed } = fault;
    const length = (range[1] ?? start + 1) - start;
    // the carriage return of a CRLF ending is no column that a reader could go to
    const column = Math.min(Math.max(1, col), (this.#lines[line - 1]?.length ?? 0) + 1);
    const place = { file: this.#file, lines: this.#lines, line: Math.max(1, line), column, length };
    return configurationError({
      ...place,
      path: pathText(fault.mark === 'key' ? fault.path.slice(0, -1) : fault.path),
      message,
      meant,
      allowed,
    });
  }

  #resolve(node: unknown): unknown {
    return isAlias(node) && this.#document !== undefined ? node.resolve(this.#document) : node;
  }

  /** The node of a path, or of as much of it as there is, and the key that leads to it. */
  #find(path: readonly PathPart[]): { readonly node?: Node; readonly key?: Node; readonly whole: boolean } {
    let node: Node | undefined = (this.#document?.contents as Node | null) ?? undefined;
    let key: Node | undefined;
    for (const part of path) {
      const child = childOf(this.#resolve(node), part);
      if (child === undefined) return { ...(node && { node }), ...(key && { key }), whole: false };
      key = child.key ?? key;
      node = child.value;
    }
    return { ...(node && { node }), ...(key && { key }), whole: true };
  }

  error(fault: Fault): ConfigurationError {
    const { node, key, whole } = this.#find(fault.path);
    const wanted = fault.mark === 'key' || !whole || node === undefined || !isScalar(this.#resolve(node));
    const range = ((wanted ? (key ?? node) : node) ?? this.#document?.contents)?.range ?? [0, 1];
    return this.#at([range[0], Math.max(range[1], range[0] + 1)], fault);
  }

  written(path: readonly PathPart[]): string | undefined {
    const { node, whole } = this.#find(path);
    const target = this.#resolve(node);
    if (!whole || !isScalar(target)) return undefined;
    return typeof target.value === 'string'
      ? quoted(target.value)
      : quoted(String(target.source ?? target.value)).slice(1, -1);
  }
}

/** Reads YAML 1.2 (core schema): one document, no tags, bounded in size, depth and aliases. Never throws. */
export function readYaml(text: string, file: string): YamlSource {
  return new ParsedYaml(text.replace(/^\ufeff/, ''), file);
}
