/** What a runner makes of an action's output: commands are carried out, secrets are masked, groups are indented. */
import { harmless } from './log.ts';

const escapes: readonly (readonly [string, string])[] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
];

function decoded(text: string): string {
  return escapes.reduce((done, [from, to]) => done.replaceAll(from, to), text);
}

/** Reads an action's output line by line. */
export class RunnerLog {
  readonly #masks = new Set<string>();
  #stopped: string | undefined;
  #depth = 0;

  /** Hides a value from now on; each line of it too. */
  mask(value: string): void {
    for (const part of [value, ...value.split(/\r?\n/)]) if (part.trim().length > 0) this.#masks.add(part);
  }

  #masked(text: string): string {
    const longestFirst = [...this.#masks].sort((a, b) => b.length - a.length);
    return longestFirst.reduce((done, secret) => done.replaceAll(secret, '***'), text);
  }

  #said(text: string): string {
    return harmless(this.#masked(`${'  '.repeat(this.#depth)}${text}`));
  }

  #annotation(kind: string, properties: string, message: string): string {
    const title = /(?:^|,)\s*title=([^,]*)/.exec(properties)?.[1];
    return this.#said(`${kind}: ${title === undefined ? '' : `${decoded(title)}: `}${decoded(message)}`);
  }

  /** What a person sees of a line; undefined when it is a command that says nothing. */
  line(text: string): string | undefined {
    const command = /^\s*::([a-z-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/i.exec(text);
    const [, name = '', properties = '', message = ''] = command ?? [];
    if (this.#stopped !== undefined) {
      if (name !== this.#stopped) return this.#said(text);
      this.#stopped = undefined;
      return undefined;
    }
    return command === null ? this.#said(text) : this.#carryOut(name.toLowerCase(), properties, message, text);
  }

  #carryOut(name: string, properties: string, message: string, text: string): string | undefined {
    switch (name) {
      case 'add-mask':
        this.mask(decoded(message));
        return undefined;
      case 'stop-commands':
        this.#stopped = message;
        return undefined;
      case 'group': {
        const shown = this.#said(`▼ ${decoded(message)}`);
        this.#depth = 1;
        return shown;
      }
      case 'endgroup':
        this.#depth = 0;
        return undefined;
      case 'error':
      case 'warning':
      case 'notice':
        return this.#annotation(name, properties, message);
      case 'debug':
        return undefined;
      default:
        return this.#said(text);
    }
  }
}
