/** Files that come from the API (ConfigMaps, Secrets, tokens, the downward API), and how they are laid out in a volume. */
import {
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { Api } from './api.ts';
import { ConfigError, fieldValue, type PodContext, resourceValue } from './environment.ts';
import type { DownwardItems, NamedItems, ProjectedSource, Volume } from './objects.ts';
import type { References } from './references.ts';

/** One file of a projected volume. */
export interface ProjectedFile {
  readonly content: Buffer;
  readonly mode: number;
}

/** Path in the volume → file. */
export type Projection = Map<string, ProjectedFile>;

const DEFAULT_MODE = 0o644;
const TOKEN_SECONDS = 3600;
const DATA = '..data';

interface Token {
  readonly value: string;
  readonly renewAt: number;
}

/** Collects the files of one pod's projected volumes; keeps its tokens until most of their life is over. */
export class Projector {
  readonly #api: Api;
  readonly #references: References;
  readonly #tokens = new Map<string, Token>();

  constructor(api: Api, references: References) {
    this.#api = api;
    this.#references = references;
  }

  /** The files that the volume has now. Throws a `ConfigError` where something that is not optional is missing. */
  async files(volume: Volume, context: PodContext): Promise<Projection> {
    const { sources, mode } = sourcesOf(volume);
    const files: Projection = new Map();
    for (const source of sources) await this.#add(files, source, mode, context);
    return files;
  }

  async #add(files: Projection, source: ProjectedSource, mode: number, context: PodContext): Promise<void> {
    if (source.secret) await this.#addItems(files, 'secrets', source.secret, mode, context);
    if (source.configMap) await this.#addItems(files, 'configmaps', source.configMap, mode, context);
    if (source.downwardAPI) addDownward(files, source.downwardAPI, mode, context);
    if (source.serviceAccountToken) {
      const content = Buffer.from(await this.#token(source.serviceAccountToken, context));
      files.set(safePath(source.serviceAccountToken.path), { content, mode });
    }
  }

  async #addItems(
    files: Projection,
    kind: 'secrets' | 'configmaps',
    items: NamedItems,
    mode: number,
    context: PodContext,
  ): Promise<void> {
    const name = items.secretName ?? items.name ?? '';
    const what = kind === 'secrets' ? 'secret' : 'configmap';
    const data = await this.#references.data(kind, context.pod.metadata.namespace ?? '', name);
    if (!data) {
      if (items.optional) return;
      throw new ConfigError(`${what} "${name}" not found`);
    }
    const chosen = items.items ?? Object.keys(data).map((key) => ({ key, path: key, mode: undefined }));
    for (const item of chosen) {
      const content = data[item.key];
      if (content) files.set(safePath(item.path), { content, mode: item.mode ?? mode });
      else if (!items.optional) throw new ConfigError(`references non-existent ${what} key: ${item.key}`);
    }
  }

  async #token(source: NonNullable<ProjectedSource['serviceAccountToken']>, context: PodContext): Promise<string> {
    const key = `${source.audience ?? ''}\n${source.path}`;
    const known = this.#tokens.get(key);
    if (known && Date.now() < known.renewAt) return known.value;
    const { metadata, spec } = context.pod;
    const account = spec.serviceAccountName ?? 'default';
    const expirationSeconds = source.expirationSeconds ?? TOKEN_SECONDS;
    const path = `/api/v1/namespaces/${metadata.namespace}/serviceaccounts/${account}/token`;
    const { status } = await this.#api.create<{ status: { token: string } }>(path, {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: {
        expirationSeconds,
        ...(source.audience && { audiences: [source.audience] }),
        boundObjectRef: { apiVersion: 'v1', kind: 'Pod', name: metadata.name, uid: metadata.uid },
      },
    });
    this.#tokens.set(key, { value: status.token, renewAt: Date.now() + expirationSeconds * 800 });
    return status.token;
  }
}

function sourcesOf(volume: Volume): { sources: readonly ProjectedSource[]; mode: number } {
  const { secret, configMap, downwardAPI, projected } = volume;
  const mode = (secret ?? configMap ?? downwardAPI ?? projected)?.defaultMode ?? DEFAULT_MODE;
  if (projected) return { sources: projected.sources ?? [], mode };
  return {
    sources: [{ ...(secret && { secret }), ...(configMap && { configMap }), ...(downwardAPI && { downwardAPI }) }],
    mode,
  };
}

function addDownward(files: Projection, downward: DownwardItems, mode: number, context: PodContext): void {
  for (const item of downward.items ?? []) {
    const container = context.pod.spec.containers[0];
    const text = item.fieldRef
      ? fieldValue(item.fieldRef.fieldPath, context)
      : item.resourceFieldRef && container
        ? resourceValue(item.resourceFieldRef, container, context)
        : '';
    files.set(safePath(item.path), { content: Buffer.from(text), mode: item.mode ?? mode });
  }
}

function safePath(path: string): string {
  const normal = posix.normalize(path);
  if (normal.startsWith('/') || normal.split('/').includes('..')) {
    throw new ConfigError(`the path ${path} leaves its volume`);
  }
  return normal;
}

/**
 * Lays the files out as kubelets do: in a folder of their own, which the link `..data` names, with one link for each
 * first part of a path. So a reader sees all of an update or nothing of it. Does nothing when `previous` is the same.
 */
export function writeProjection(
  folder: string,
  files: Projection,
  group: number | undefined,
  previous?: Projection,
): void {
  if (previous && sameFiles(previous, files)) return;
  const before = currentData(folder);
  const version = `..${new Date().toISOString().replace(/[-:TZ.]/g, '_')}${process.hrtime.bigint() % 1_000_000n}`;
  for (const [path, file] of files) {
    const at = join(folder, version, path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, file.content, { mode: group === undefined ? file.mode : file.mode | 0o040 });
    if (group !== undefined) chownSync(at, 0, group);
  }
  mkdirSync(join(folder, version), { recursive: true });
  symlinkSync(version, join(folder, '..data_tmp'));
  renameSync(join(folder, '..data_tmp'), join(folder, DATA));
  relink(folder, files);
  if (before) rmSync(join(folder, before), { recursive: true, force: true });
}

function sameFiles(a: Projection, b: Projection): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([path, file]) => {
    const other = b.get(path);
    return other !== undefined && other.mode === file.mode && other.content.equals(file.content);
  });
}

function currentData(folder: string): string | undefined {
  return lstatSync(join(folder, DATA), { throwIfNoEntry: false }) ? readlinkSync(join(folder, DATA)) : undefined;
}

function relink(folder: string, files: Projection): void {
  const wanted = new Set([...files.keys()].map((path) => path.split('/')[0] ?? path));
  for (const name of readdirSync(folder)) {
    if (!name.startsWith('..') && !wanted.has(name)) rmSync(join(folder, name));
  }
  for (const name of wanted) {
    const link = join(folder, name);
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(`${DATA}/${name}`, link);
  }
}
