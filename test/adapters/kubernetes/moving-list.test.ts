import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import type { PortError } from '../../../src/ports/port-error.ts';
import { holdsAsync } from '../../property.ts';
import { type Answer, failure, LocalApi, type Seen } from './local-api.ts';

/** What happens at a request: the list is changed, and then it is answered well or badly. */
interface Turn {
  readonly adds: string;
  readonly removes: string;
  readonly answer: 'page' | 'expired' | 'expired, goes on' | '500' | 'cut' | 'cut half-way';
}

const names = fc.constantFrom(...'abcdefghij');
const turn: fc.Arbitrary<Turn> = fc.record({
  adds: names,
  removes: names,
  answer: fc.oneof(
    { weight: 3, arbitrary: fc.constant('page' as const) },
    {
      weight: 4,
      arbitrary: fc.constantFrom('expired', 'expired, goes on', '500', 'cut', 'cut half-way' as const),
    },
  ),
});

/** A list that others change while it is read, two entries a page; after its turns it stays as it is. */
class MovingList {
  readonly now: Set<string>;
  /** What was there at every moment of the reading, and what was there at any. */
  readonly always: Set<string>;
  readonly ever: Set<string>;
  readonly #turns: Turn[];
  readonly #rests = new Map<string, { readonly after: string; readonly left: readonly string[] }>();

  constructor(first: readonly string[], turns: readonly Turn[]) {
    this.now = new Set(first);
    this.always = new Set(first);
    this.ever = new Set(first);
    this.#turns = [...turns];
  }

  readonly answer = ({ query }: Seen): Answer => {
    const turn = this.#turns.shift();
    if (turn !== undefined) this.#move(turn);
    const token = query.get('continue') ?? '';
    switch (turn?.answer) {
      case 'expired':
        return this.#expired({});
      case 'expired, goes on':
        return this.#expired(this.#goingOn(token));
      case '500':
        return { status: 500 };
      case 'cut':
        return (_response, { socket }) => socket.destroy();
      case 'cut half-way':
        return (response, { socket }) => {
          response.writeHead(200, { 'content-length': '1000' });
          response.write('{"items":[', () => socket.destroy());
        };
      default:
        return this.#page(token);
    }
  };

  #move({ adds, removes }: Turn): void {
    this.now.add(adds);
    this.ever.add(adds);
    this.now.delete(removes);
    this.always.delete(removes);
  }

  #expired(metadata: object): Answer {
    return { status: 410, body: { ...failure(410, 'Expired', 'too old'), metadata } };
  }

  #goingOn(token: string): object {
    const after = this.#rests.get(token)?.after;
    if (after === undefined) return {};
    return { continue: this.#tokenOf(after, [...this.now].sort()) };
  }

  #page(token: string): Answer {
    const left = this.#rests.get(token)?.left ?? [...this.now].sort();
    const page = left.slice(0, 2);
    const metadata = left.length > 2 ? { continue: this.#tokenOf(page[1] ?? '', left) } : {};
    return { body: { metadata, items: page.map((name) => ({ metadata: { name, namespace: 'shop' } })) } };
  }

  #tokenOf(after: string, all: readonly string[]): string {
    const token = `t${this.#rests.size + 1}`;
    this.#rests.set(token, { after, left: all.filter((name) => name > after) });
    return token;
  }
}

test('a list that moves while it is read badly is whole, each entry once, or an error', async () => {
  const ended = { whole: 0, error: 0 };
  const property = fc.asyncProperty(
    fc.uniqueArray(names, { minLength: 3 }),
    fc.array(turn, { maxLength: 24 }),
    async (first, turns) => {
      const moving = new MovingList(first, turns);
      await using api = await LocalApi.start(moving.answer);
      const given: string[] = [];
      try {
        const query = { resource: resources.pods, namespace: 'shop' };
        for await (const { metadata } of api.cluster().list(query)) given.push(metadata.name);
      } catch (error) {
        ended.error += 1;
        expect((error as PortError).code).toMatch(/^(gone|failed|unreachable)$/);
        return;
      }
      ended.whole += 1;
      expect(given).toEqual([...new Set(given)].sort());
      expect([...moving.always].filter((name) => !given.includes(name))).toEqual([]);
      expect(given.filter((name) => !moving.ever.has(name))).toEqual([]);
    },
  );
  await holdsAsync(property, { numRuns: 300 });
  expect(ended.whole).toBeGreaterThan(100);
  expect(ended.error).toBeGreaterThan(0);
});
