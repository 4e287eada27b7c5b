import { Socket } from 'node:net';
import { jest } from '@jest/globals';

/** Tells whether bytes have moved on any socket of this process since it was asked last. */
export class Moving implements Disposable {
  #moved = false;

  constructor() {
    const moves = () => {
      this.#moved = true;
    };
    for (const name of ['push', 'write', 'connect', 'destroy'] as const) {
      const original = Socket.prototype[name] as (this: Socket, ...given: unknown[]) => never;
      jest.spyOn(Socket.prototype, name).mockImplementation(function (this: Socket, ...given: unknown[]) {
        moves();
        return original.apply(this, given);
      } as never);
    }
  }

  /** Something moved. */
  get busy(): boolean {
    const moved = this.#moved;
    this.#moved = false;
    return moved;
  }

  [Symbol.dispose](): void {
    jest.restoreAllMocks();
  }
}
