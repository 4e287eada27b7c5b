import type { StatementFacts } from '../../domain/backup/dump/classify.ts';
import type { Inventory } from '../../domain/backup/reading.ts';

/** Names of each sort that are kept. */
const most = 2000;

/** Collects what the statements of a dump name. */
export class Stock {
  readonly #tables = new Set<string>();
  readonly #extensions = new Set<string>();
  readonly #roles = new Set<string>();
  readonly #languages = new Set<string>();
  #links = 0;

  /** Note what a statement names. */
  add({ kind, table, extension, roles = [], language, link }: StatementFacts): void {
    if (kind === 'table' && table !== undefined) note(this.#tables, table);
    if (extension !== undefined) note(this.#extensions, extension);
    if (language !== undefined) note(this.#languages, language);
    for (const role of roles) note(this.#roles, role);
    if (link === true) this.#links += 1;
  }

  /** Everything so far, in the order of the alphabet. */
  get inventory(): Inventory {
    return {
      tables: [...this.#tables].sort(),
      extensions: [...this.#extensions].sort(),
      roles: [...this.#roles].sort(),
      languages: [...this.#languages].sort(),
      links: this.#links,
    };
  }
}

function note(names: Set<string>, name: string): void {
  if (names.size < most) names.add(name);
}
