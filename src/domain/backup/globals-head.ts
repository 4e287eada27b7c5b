const longestHead = 4096;

/** Looks at the beginning of what is called roles, as it passes: pg_dumpall says there that it wrote it. */
export class GlobalsHead {
  #text = '';

  /** Read on. */
  push(bytes: Uint8Array): void {
    const room = longestHead - this.#text.length;
    if (room > 0) this.#text += String.fromCharCode(...bytes.subarray(0, room));
  }

  /** Whether pg_dumpall wrote it: its first comment names a cluster dump, where that of a database names a database dump. */
  get isCluster(): boolean {
    return /^-- PostgreSQL database cluster dump\r?$/m.test(this.#text);
  }
}
