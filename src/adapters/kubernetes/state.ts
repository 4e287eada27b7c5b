import { emptyState, type StateDocuments, type StateName } from '../../domain/state/documents.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Cluster } from '../../ports/cluster.ts';
import { PortError } from '../../ports/port-error.ts';
import type { State } from '../../ports/state.ts';
import { bounded } from './bounded-document.ts';
import { damaged, mostTextBytes, type StoredText, TextStore } from './stored-text.ts';

/** Into how many objects a document is spread by its keys: 200 series of 1,000 points are more than one object holds. */
const parts: Readonly<Record<StateName, number>> = {
  claims: 1,
  durations: 1,
  findings: 1,
  history: 8,
  applied: 1,
  left: 1,
  approvals: 1,
  untold: 1,
  images: 1,
  quarantine: 1,
  sightings: 1,
};

const dataKey = 'document';
const mostConflicts = 8;

/** The names of a document's objects. */
export function objectsOf(name: StateName): readonly string[] {
  if (parts[name] === 1) return [`state-${name}`];
  return Array.from({ length: parts[name] }, (_, index) => `state-${name}-${index}`);
}

/** Always the same part for a key (FNV-1a), whatever else the document holds. */
function partOf(key: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % count;
}

function split(document: object, count: number): readonly object[] {
  if (count === 1) return [document];
  const entries = Object.entries(document);
  return Array.from({ length: count }, (_, part) =>
    Object.fromEntries(entries.filter(([key]) => partOf(key, count) === part)),
  );
}

function parsed(name: string, text: string | undefined, empty: object): object {
  if (text === undefined) return empty;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged(name, 'no JSON');
  }
  const fits = typeof value === 'object' && value !== null && Array.isArray(value) === Array.isArray(empty);
  if (!fits) throw damaged(name, 'JSON of another shape');
  return value as object;
}

interface Read {
  readonly document: object;
  readonly objects: readonly (StoredText | undefined)[];
}

/** The state as ConfigMaps of the maintenance namespace, one or several a document, each at most 900 KiB. */
export class KubernetesState implements State {
  readonly #texts: TextStore;
  readonly #clock: Clock;

  constructor(cluster: Cluster, clock: Clock) {
    this.#texts = new TextStore(cluster);
    this.#clock = clock;
  }

  async read<K extends StateName>(name: K): Promise<StateDocuments[K]> {
    return (await this.#read(name)).document as StateDocuments[K];
  }

  async update<K extends StateName>(
    name: K,
    change: (current: StateDocuments[K]) => StateDocuments[K],
  ): Promise<StateDocuments[K]> {
    for (let conflicts = 0; ; conflicts += 1) {
      const { document, objects } = await this.#read(name);
      const next = change(document as StateDocuments[K]);
      try {
        return (await this.#write(name, next, objects)) as StateDocuments[K];
      } catch (error) {
        const again = error instanceof PortError && error.code === 'conflict' && conflicts < mostConflicts;
        if (!again) throw error;
        await this.#clock.sleep(50 * (conflicts + 1));
      }
    }
  }

  async #read(name: StateName): Promise<Read> {
    const names = objectsOf(name);
    const empty = emptyState[name];
    const objects = await Promise.all(names.map((object) => this.#texts.read(object)));
    const pieces = objects.map((object, index) => parsed(names[index] ?? '', object?.data[dataKey], empty));
    const [first = empty] = pieces;
    return { objects, document: pieces.length === 1 ? first : Object.assign({}, ...pieces) };
  }

  async #write(name: StateName, document: object, objects: Read['objects']): Promise<object> {
    const names = objectsOf(name);
    const pieces = split(document, names.length).map((piece) => bounded(piece, mostTextBytes));
    for (const [index, object] of names.entries()) {
      const text = JSON.stringify(pieces[index]);
      const previous = objects[index];
      const isEmpty = text === '{}' || text === '[]';
      if (previous?.data[dataKey] === text || (previous === undefined && isEmpty)) continue;
      await this.#texts.write(object, previous, { [dataKey]: text });
    }
    const [first = document] = pieces;
    return pieces.length === 1 ? first : Object.assign({}, ...pieces);
  }
}
