/** What a server behind a port does with what it is sent on one connection. */
export interface Talker {
  /** The whole requests that are complete with these bytes; each is taken up by {@link Talker.answer}, one after the other. */
  take(bytes: Buffer): readonly Buffer[];
  /** Do what a request asks, and what is sent back; undefined: it says farewell. */
  answer(request: Buffer): Buffer | undefined;
}

/** A server that a pod's port leads to: a talker for each connection. */
export type Listens = () => Talker;
