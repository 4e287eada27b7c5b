import type { Description } from '../description.ts';
import type { Reviewer } from '../reviewer.ts';
import type { Scene } from '../shapes/scene.ts';
import type { Artifact, Store, Token } from '../state.ts';

/** What the REST API needs from the server around it. */
export interface RestContext {
  store: Store;
  description: Description;
  /** Hears which environments are read. */
  reviewer: Reviewer;
  /** The API's address, without a slash at its end. */
  api: string;
  /** A download address for an artifact's content that works for a minute. */
  download(artifact: Artifact): string;
  now(): number;
}

/** One accepted call: who asks, for what, and where the answer comes from. */
export interface Call {
  context: RestContext;
  scene: Scene;
  token: Token;
  documentation: string;
  /** The path that was asked for, without the query. */
  path: string;
  params: Record<string, string>;
  query: Record<string, string>;
  body: Record<string, unknown>;
}

/** Answers an accepted call; status 200 unless it says otherwise. */
export type Handler = (call: Call) => { status?: number; headers?: Record<string, string>; body?: unknown };

/** One page of a list, with the `Link` header that leads to its neighbours. */
export function paged<Entry>(
  { query, context, path }: Call,
  all: Entry[],
): { entries: Entry[]; headers: Record<string, string> } {
  const size = Math.min(Math.max(Number(query.per_page ?? 30), 1), 100);
  const page = Math.max(Number(query.page ?? 1), 1);
  const last = Math.max(Math.ceil(all.length / size), 1);
  const link = (to: number, rel: string): string => {
    const search = new URLSearchParams({ ...query, per_page: String(size), page: String(to) });
    return `<${context.api}${path}?${search}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  return {
    entries: all.slice((page - 1) * size, page * size),
    headers: links.length > 0 ? { link: links.join(', ') } : {},
  };
}
