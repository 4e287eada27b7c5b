/** A list kept current by watching: every change once, and the whole list again after any trouble. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api, List, WatchEvent } from './api.ts';
import type { ObjectMeta } from './objects.ts';

/** Receives what happens to the objects. */
export interface ReflectorListener<T> {
  /** The whole list, at the start and after a broken watch. */
  listed(items: readonly T[]): void;
  changed(item: T): void;
  removed(item: T): void;
}

const RELIST_AFTER_MS = 500;
const RELIST_AT_MOST_MS = 5_000;
const WATCH_SECONDS = 300;

/** Lists and watches `path` (with `query`) until the signal aborts. */
export async function reflect<T extends { readonly metadata: ObjectMeta }>(
  api: Api,
  path: string,
  query: Readonly<Record<string, string>>,
  listener: ReflectorListener<T>,
  signal: AbortSignal,
): Promise<void> {
  let wait = RELIST_AFTER_MS;
  let said = '';
  while (!signal.aborted) {
    try {
      const list = await api.get<List<T>>(`${path}?${new URLSearchParams(query)}`);
      listener.listed(list.items);
      wait = RELIST_AFTER_MS;
      await follow(api, path, query, list.metadata.resourceVersion, listener, signal);
    } catch (error) {
      if (signal.aborted) return;
      const { message } = error as Error;
      // The same trouble again is not said again.
      if (message !== said) process.stderr.write(`watch of ${path}: ${message}\n`);
      said = message;
      await sleep(wait);
      wait = Math.min(RELIST_AT_MOST_MS, wait * 2);
    }
  }
}

/** Watches again and again from the last version seen; throws when the server wants a new list. */
async function follow<T extends { readonly metadata: ObjectMeta }>(
  api: Api,
  path: string,
  query: Readonly<Record<string, string>>,
  from: string,
  listener: ReflectorListener<T>,
  signal: AbortSignal,
): Promise<void> {
  let resourceVersion = from;
  for (;;) {
    const watching = {
      ...query,
      watch: 'true',
      allowWatchBookmarks: 'true',
      timeoutSeconds: String(WATCH_SECONDS),
      resourceVersion,
    };
    for await (const event of api.watch<T>(`${path}?${new URLSearchParams(watching)}`, signal)) {
      if (event.type === 'ERROR') throw new Error((event.object as { message?: string }).message ?? 'the watch ended');
      resourceVersion = event.object.metadata.resourceVersion ?? resourceVersion;
      deliver(event, listener);
    }
  }
}

function deliver<T>(event: WatchEvent<T>, listener: ReflectorListener<T>): void {
  if (event.type === 'ADDED' || event.type === 'MODIFIED') listener.changed(event.object);
  if (event.type === 'DELETED') listener.removed(event.object);
}
