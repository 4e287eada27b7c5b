/** ConfigMaps and Secrets that pods use, asked for when they are needed and kept for a few seconds. */
import type { Api } from './api.ts';

/** Plural names of the two kinds. */
export type ReferenceKind = 'configmaps' | 'secrets';

/** The content of one object: key → bytes. */
export type ReferenceData = Readonly<Record<string, Buffer>>;

interface Stored {
  readonly data?: Readonly<Record<string, string>>;
  readonly binaryData?: Readonly<Record<string, string>>;
}

/** How long an answer is used again. A pod's volumes show a change at the latest after this and one sync period. */
const FRESH_MS = 2_000;

/** Reads the objects for one kubelet. Many pods that use one object cause one request. */
export class References {
  readonly #api: Pick<Api, 'find'>;
  readonly #known = new Map<string, { at: number; data: Promise<ReferenceData | undefined> }>();
  readonly #now: () => number;

  constructor(api: Pick<Api, 'find'>, now: () => number = () => performance.now()) {
    this.#api = api;
    this.#now = now;
  }

  /** The object's data; undefined when it does not exist. */
  data(kind: ReferenceKind, namespace: string, name: string): Promise<ReferenceData | undefined> {
    const key = `${kind}/${namespace}/${name}`;
    const known = this.#known.get(key);
    if (known && this.#now() - known.at < FRESH_MS) return known.data;
    const data = this.#read(kind, namespace, name);
    this.#known.set(key, { at: this.#now(), data });
    data.catch(() => this.#known.delete(key));
    return data;
  }

  /** Drops what has not been asked for lately. */
  forget(): void {
    for (const [key, { at }] of this.#known) if (this.#now() - at >= FRESH_MS) this.#known.delete(key);
  }

  async #read(kind: ReferenceKind, namespace: string, name: string): Promise<ReferenceData | undefined> {
    const found = await this.#api.find<Stored>(`/api/v1/namespaces/${namespace}/${kind}/${name}`);
    if (!found) return undefined;
    const encoding = kind === 'secrets' ? 'base64' : 'utf8';
    const entries = Object.entries(found.data ?? {}).map(([key, value]) => [key, Buffer.from(value, encoding)]);
    const binary = Object.entries(found.binaryData ?? {}).map(([key, value]) => [key, Buffer.from(value, 'base64')]);
    return Object.fromEntries([...entries, ...binary]) as ReferenceData;
  }
}
