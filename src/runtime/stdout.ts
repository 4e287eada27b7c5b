import { writeSync } from 'node:fs';
import type { Redactor } from './redactor.ts';

const longestLine = 4096;
/** A library's mask must be at least this long. */
const shortestMask = 12;
const lineBreaks = /\r\n|[\n\r\u0085\u2028\u2029]/;

/**
 * Make foreign text harmless for a runner's log: one line stays one line, a workflow command is not recognised, and
 * control characters are shown as escapes. The runner reads `::name::` at the start of a line after blanks of any kind,
 * and the older `##[name]` anywhere in it.
 */
export function harmlessLines(text: string): readonly string[] {
  return text.split(lineBreaks).map((line) => harmlessLine(cut(line)));
}

const harmlessLine = (line: string): string =>
  line
    .replace(/^(\s*):(?=:)/u, '$1:\u200b')
    .replaceAll('##[', '#\u200b#[')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, escapeOf);

const cut = (line: string): string =>
  line.length > longestLine ? `${line.slice(0, longestLine)} … (${line.length} characters)` : line;
const escapeOf = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Properties of a workflow command. */
export type CommandProperties = Readonly<Record<string, string | number | undefined>>;

/**
 * The one writer of stdout. Lines are made harmless and redacted; workflow commands are only those issued here, with
 * their data escaped as the runner's own toolkit does (`%`, CR, LF, and in properties `:` and `,`).
 */
export class Stdout {
  readonly #redactor: Redactor;
  readonly #write: (text: string) => void;
  #withheld = false;

  constructor(redactor: Redactor, write: (text: string) => void = (text) => writeAll(text)) {
    this.#redactor = redactor;
    this.#write = write;
  }

  /** Everybody can read this log: from now on nothing is printed but titles of groups and annotations. */
  withhold(): void {
    this.#withheld = true;
  }

  get withheld(): boolean {
    return this.#withheld;
  }

  /** Print text, whoever wrote it. */
  print(text: string): void {
    if (this.#withheld) return;
    for (const line of harmlessLines(this.#redactor.clean(text))) this.#write(`${line}\n`);
  }

  /** Fold what is printed until {@link endGroup}. */
  group(title: string): void {
    this.#command('group', {}, this.#harmless(title));
  }

  endGroup(): void {
    this.#command('endgroup', {}, '');
  }

  /** Put an annotation on the run: title and message are redacted, and stay one annotation whatever they hold. */
  annotate(level: 'error' | 'warning' | 'notice', title: string, message: string): void {
    const shown = this.#withheld ? 'Not shown, because this repository is public' : message;
    this.#command(level, { title: this.#harmless(title) }, this.#harmless(shown));
  }

  /** Foreign text for the data of a command: cut as a whole, and each of its lines harmless by itself. */
  #harmless(text: string): string {
    return cut(this.#redactor.clean(text)).split(lineBreaks).map(harmlessLine).join('\n');
  }

  /** Let the runner mask a value in the log as well. */
  mask(value: string): void {
    this.#command('add-mask', {}, value);
  }

  /** From now on everything else in the process that prints goes through {@link passOn}. */
  takeOver(): void {
    const through = (chunk: unknown): boolean => {
      const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString('utf8');
      this.passOn(text.replace(/\n$/, ''));
      return true;
    };
    process.stdout.write = through as typeof process.stdout.write;
    process.stderr.write = through as typeof process.stderr.write;
  }

  /**
   * What a library in this process prints. Two commands of the runner's toolkit mean what they say: `debug` is for nobody
   * here, and `add-mask` hides its value (the signature of an upload address) here and in the runner's log, unless it is so
   * short that foreign text could use it to blot out the log. All else is printed like any foreign text.
   */
  passOn(text: string): void {
    for (const line of text.split('\n')) {
      const [, command, data = ''] = /^::(debug|add-mask)(?: [^:]*)?::(.*)$/s.exec(line) ?? [];
      if (command === undefined) this.print(line);
      else if (command === 'add-mask' && data.length >= shortestMask) this.#hide(unescapeData(data.trim()));
    }
  }

  #hide(value: string): void {
    for (const form of this.#redactor.add(value)) this.mask(form);
  }

  #command(name: string, properties: CommandProperties, data: string): void {
    const pairs = Object.entries(properties)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    this.#write(`::${name}${pairs.length > 0 ? ` ${pairs.join(',')}` : ''}::${escapeData(data)}\n`);
  }
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const unescapeData = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function writeAll(text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(1, bytes, written);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EPIPE') return;
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}
