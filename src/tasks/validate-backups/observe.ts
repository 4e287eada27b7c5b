import { baseName, nameIn } from '../../domain/backup/artifacts.ts';
import { type BackupSet, backupSets } from '../../domain/backup/backup-set.ts';
import { isManifest, longestManifest, type Manifest, readManifest } from '../../domain/backup/manifest.ts';
import { mapBounded } from '../../domain/bounded.ts';
import type { Point } from '../../domain/state/documents.ts';
import { attempt, type Trouble } from '../../observation/trouble.ts';
import type { TaskContext } from '../../ports/context.ts';
import { noCredentials, type ObjectStore, type StoredObject } from '../../ports/object-store.ts';
import { PortError } from '../../ports/port-error.ts';
import { mostObjects } from './content.ts';
import { type BackupKind, backupKinds } from './kinds.ts';

/** A manifest of the newest set, or why it cannot be read. */
export type SeenManifest =
  | { readonly name: string; readonly manifest: Manifest }
  | { readonly name: string; readonly trouble: Trouble };

/** The backups of one kind, or why they could not be listed. */
export type SeenBackups =
  | {
      readonly kind: BackupKind;
      readonly sets: readonly BackupSet[];
      readonly manifests: readonly SeenManifest[];
      /** Of a blockchain: the height that the manifest of the backup before says, where there is one. */
      readonly heightBefore?: number;
    }
  | { readonly kind: BackupKind; readonly trouble: Trouble; readonly withoutKey: boolean };

/** What validate-backups saw. The basis is which objects the newest backups consist of. */
export interface BackupsObservation {
  readonly basis: Readonly<Record<string, readonly { readonly key: string; readonly bytes: number }[]>>;
  readonly measurements: {
    readonly kinds: readonly SeenBackups[];
    /** Earlier restore times, ms; absent where they cannot be read. */
    readonly restoreTimes?: readonly Point[];
  };
}

/** The name under which the time of all restores of a run is kept. */
export const restoreTimeSeries = 'backup-restore-time';

/** List the backups of each kind, and read the manifests of the newest. Their contents are read by steps. */
export async function observe(context: TaskContext<'objectStore' | 'history'>): Promise<BackupsObservation> {
  const kinds: SeenBackups[] = [];
  for (const kind of backupKinds) kinds.push(await look(context, kind));
  const history = await attempt('stored history', () => context.ports.history.series(restoreTimeSeries));
  const basis = Object.fromEntries(
    kinds.map((seen) => [seen.kind, newestOf(seen).map(({ key, bytes }) => ({ key, bytes }))]),
  );
  return { basis, measurements: { kinds, ...('value' in history ? { restoreTimes: history.value } : {}) } };
}

const newestOf = (seen: SeenBackups) => ('sets' in seen ? (seen.sets.at(-1)?.objects ?? []) : []);

async function look(context: TaskContext<'objectStore'>, kind: BackupKind): Promise<SeenBackups> {
  const prefix = context.platform.backups.prefixes[kind];
  const { objectStore } = context.ports;
  let withoutKey = false;
  const listed = await attempt(`${kind} backups`, async () => {
    const objects: StoredObject[] = [];
    try {
      for await (const object of objectStore.list(prefix, context.signal)) objects.push(object);
    } catch (error) {
      withoutKey = error instanceof PortError && error.subject === noCredentials;
      throw error;
    }
    return backupSets(objects, prefix);
  });
  if ('trouble' in listed) return { kind, trouble: listed.trouble, withoutKey };
  const newest = listed.value.at(-1);
  const manifests = newest === undefined ? [] : await readManifests(objectStore, newest, context.signal);
  const before = kind === 'blockchain' ? listed.value.at(-2) : undefined;
  const heightBefore = before && heightOf(await readManifests(objectStore, before, context.signal));
  return { kind, sets: listed.value, manifests, ...(heightBefore === undefined ? {} : { heightBefore }) };
}

/** The height that the first manifest with one says. */
export function heightOf(manifests: readonly SeenManifest[]): number | undefined {
  return manifests.flatMap((seen) => ('manifest' in seen ? (seen.manifest.height ?? []) : []))[0];
}

/** One for each object is usual (`<name>.sha256`); more than objects are read need not be. */
const mostManifests = mostObjects;

async function readManifests(
  store: ObjectStore,
  set: BackupSet,
  signal: AbortSignal,
): Promise<readonly SeenManifest[]> {
  const found = set.objects.filter((object) => isManifest(object.key)).slice(-mostManifests);
  return mapBounded(found, 8, async ({ key, bytes }): Promise<SeenManifest> => {
    const name = nameIn(set, key);
    const read = await attempt(name, async () => {
      const text = await textOf(store, key, bytes, signal);
      const manifest = readManifest(text, baseName(key));
      if (manifest === undefined) throw notManifest(key, bytes);
      return manifest;
    });
    return 'value' in read ? { name, manifest: read.value } : { name, trouble: read.trouble };
  });
}

async function textOf(store: ObjectStore, key: string, bytes: number, signal: AbortSignal): Promise<string> {
  if (bytes > longestManifest) throw notManifest(key, bytes);
  const { chunks } = await store.open(key, signal);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  try {
    for await (const chunk of chunks) text += decoder.decode(chunk, { stream: true });
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw notManifest(key, bytes);
    throw error;
  }
}

const notManifest = (key: string, bytes: number): PortError =>
  new PortError({
    code: 'invalid',
    subject: key,
    message: `${key.slice(0, 300)} (${bytes} bytes) is no manifest: JSON with \`objects\`, or lines of sha256sum`,
    next: 'let the backup job write it anew',
  });
