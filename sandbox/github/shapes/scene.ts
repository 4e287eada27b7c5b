import type { State } from '../state.ts';

/** What is known when an answer is written: the memory, and the address that the asker reached us by. */
export interface Scene {
  state: State;
  /** The API's address, without a slash at its end. */
  api: string;
}

/** A part of an answer. */
export type Body = Record<string, unknown>;

/** Where people look at what the API is about. */
export const site = 'https://github.com';

/** An opaque id of GraphQL's kind, stable for what it is about. */
export function nodeId(kind: string, id: number | string): string {
  return `${kind}_${Buffer.from(`${kind}:${id}`).toString('base64url')}`;
}
