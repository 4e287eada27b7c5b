import type { Forward } from '../../../src/ports/cluster.ts';

/** Forwards of a fake cluster: how many are open. */
export class Forwards {
  #open = 0;

  get count(): number {
    return this.#open;
  }

  /** A forward to a local port; closing it twice counts once. */
  open(port: number): Forward {
    this.#open += 1;
    let open = true;
    const close = async (): Promise<void> => {
      if (open) this.#open -= 1;
      open = false;
    };
    return { host: '127.0.0.1', port, close, [Symbol.asyncDispose]: close };
  }
}
