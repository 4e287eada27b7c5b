/** The addresses that the pods of one node take. */
import { POD_RANGE } from '../network.ts';

/** Hands out addresses of a prefix (`10.77.1.`), going round, so that a fresh pod rarely gets a just freed one. */
export class Addresses {
  readonly #prefix: string;
  readonly #taken = new Set<string>();
  #next: number = POD_RANGE.first;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** Takes this address if it belongs to the node and is free. */
  claim(address: string): boolean {
    const last = Number(address.slice(this.#prefix.length));
    const ours = address.startsWith(this.#prefix) && last >= POD_RANGE.first && last <= POD_RANGE.last;
    if (!ours || this.#taken.has(address)) return false;
    this.#taken.add(address);
    return true;
  }

  /** Takes the next free address. Throws when the node is full. */
  take(): string {
    const count = POD_RANGE.last - POD_RANGE.first + 1;
    for (let tried = 0; tried < count; tried++) {
      const address = `${this.#prefix}${this.#next}`;
      this.#next = this.#next === POD_RANGE.last ? POD_RANGE.first : this.#next + 1;
      if (this.claim(address)) return address;
    }
    throw new Error(`All ${count} pod addresses of ${this.#prefix}0 are taken.`);
  }

  release(address: string): void {
    this.#taken.delete(address);
  }
}
