import type { ApiAnswer } from '../../fakes/cluster/answers.ts';

interface Entry {
  readonly metadata?: { readonly name: string; readonly namespace?: string };
  readonly object?: { readonly metadata: { readonly name: string; readonly namespace?: string } };
}

/** A list as it is answered: objects, or rows of a table with the names of the columns. */
interface Listed {
  readonly metadata?: object;
  readonly items?: readonly Entry[];
  readonly rows?: readonly Entry[];
  readonly columnDefinitions?: readonly object[];
}

/** What a continue token stands for: what was there when the list began, from the next entry on. */
interface Rest {
  readonly after: string;
  readonly entries: readonly Entry[];
}

const keyOf = ({ metadata, object }: Entry): string => {
  const { name = '', namespace = '' } = metadata ?? object?.metadata ?? {};
  return `${namespace}/${name}`;
};

/** Cuts lists into pages as an API server does: a page may hold less than was asked for, a token continues what was there. */
export class Pages {
  readonly #size: number;
  readonly #rests = new Map<string, Rest>();

  constructor(size: number) {
    this.#size = size;
  }

  /** One page of an answer that is a list; any other as it is. */
  of(url: URL, { status, body }: ApiAnswer): ApiAnswer {
    const listed = body as Listed;
    const entries = listed.items ?? listed.rows;
    if (typeof body === 'string' || status !== 200 || entries === undefined) return { status, body };
    const token = url.searchParams.get('continue');
    const left = token === null ? entries : (this.#rests.get(token)?.entries ?? []);
    const page = left.slice(0, this.#size);
    const rest = left.slice(this.#size);
    const last = page.at(-1);
    const metadata =
      rest.length === 0 || last === undefined ? {} : { continue: this.#tokenOf({ after: keyOf(last), entries: rest }) };
    if (listed.items !== undefined) return { status, body: { ...listed, metadata, items: page } };
    const columnDefinitions = token === null ? listed.columnDefinitions : [];
    return { status, body: { ...listed, metadata, columnDefinitions, rows: page } };
  }

  /** The token that goes on, in the list as it is now, where an expired one would have. */
  goingOn(url: URL, { body }: ApiAnswer): string | undefined {
    const { after } = this.#rests.get(url.searchParams.get('continue') ?? '') ?? {};
    const { items, rows } = body as Listed;
    const entries = items ?? rows;
    if (after === undefined || entries === undefined) return undefined;
    return this.#tokenOf({ after, entries: entries.filter((entry) => keyOf(entry) > after) });
  }

  #tokenOf(rest: Rest): string {
    const token = `t${this.#rests.size + 1}`;
    this.#rests.set(token, rest);
    return token;
  }
}
