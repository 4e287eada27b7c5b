/** Shorter secrets would tear ordinary text apart; they are refused where they are read instead. */
const shortest = 4;
const mark = '***';

/**
 * Removes secrets from every text that leaves the process: raw, each line of several, base64 (with and without padding),
 * URL-encoded and JSON-escaped. One instance for the whole process; every medium goes through it.
 */
export class Redactor {
  readonly #forms = new Set<string>();
  #pattern: RegExp | undefined;

  /** Remember a secret. Answers the forms that GitHub's log should mask as well. */
  add(secret: string): readonly string[] {
    if (secret.trim().length < shortest) return [];
    const forms = formsOf(secret).filter((form) => form.length >= shortest && !this.#forms.has(form));
    for (const form of forms) this.#forms.add(form);
    if (forms.length > 0) this.#pattern = patternOf(this.#forms);
    return forms;
  }

  /** The text without any secret. */
  clean(text: string): string {
    return this.#pattern === undefined ? text : text.replace(this.#pattern, mark);
  }

  /** A JSON value with every string in it cleaned, keys included. */
  cleanJson<T>(value: T): T {
    return this.#pattern === undefined ? value : (this.#walk(value) as T);
  }

  #walk(value: unknown): unknown {
    if (typeof value === 'string') return this.clean(value);
    if (Array.isArray(value)) return value.map((item) => this.#walk(item));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [this.clean(key), this.#walk(item)]));
  }
}

function formsOf(secret: string): readonly string[] {
  const lines = secret.split(/\r?\n/).map((line) => line.trim());
  const parts = [secret, secret.trim(), ...(lines.length > 1 ? lines.filter((line) => line.length >= 12) : [])];
  return [...new Set(parts.flatMap(encodingsOf))];
}

function encodingsOf(text: string): readonly string[] {
  const base64 = Buffer.from(text, 'utf8').toString('base64');
  return [
    text,
    base64,
    base64.replace(/=+$/, ''),
    Buffer.from(text, 'utf8').toString('base64url'),
    encodeURIComponent(text),
    JSON.stringify(text).slice(1, -1),
  ];
}

/** Longest first, so that a secret inside another does not leave half of it. */
function patternOf(forms: ReadonlySet<string>): RegExp {
  const sorted = [...forms].sort((a, b) => b.length - a.length);
  return new RegExp(sorted.map((form) => form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|'), 'g');
}
