/** The images of one node: pulled from the registry by digest, unpacked once, and kept. */
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type ResolvedBinds, resolveBinds } from '../images/binds.ts';
import { BINDS_LABEL } from '../images/build.ts';
import { type ImageReference, parseReference } from '../images/reference.ts';
import { Registry } from '../images/registry.ts';
import { readTar, type TarEntry } from '../images/tar.ts';
import type { Container } from './objects.ts';

/** The part of an image's config that says how to run it. */
export interface ImageConfig {
  readonly User?: string;
  readonly Env?: readonly string[] | null;
  readonly Entrypoint?: readonly string[] | null;
  readonly Cmd?: readonly string[] | null;
  readonly WorkingDir?: string;
  readonly Labels?: Readonly<Record<string, string>> | null;
}

/** An image on this node. */
export interface Image {
  /** `registry/name@sha256:…`. */
  readonly id: string;
  readonly config: ImageConfig;
  /** The folder with the layer's files. */
  readonly files: string;
  readonly binds: ResolvedBinds;
}

/** An image that could not be pulled. `reason` is what the container waits with. */
export class PullError extends Error {
  override readonly name = 'PullError';
  readonly reason: 'ErrImagePull' | 'InvalidImageName' | 'ErrImageNeverPull';

  constructor(reason: PullError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Whether an image had to be fetched, and how long that took. */
export interface Pulled {
  readonly image: Image;
  readonly fetched: boolean;
  readonly ms: number;
}

const COMPLETE = 'image.json';
const TAGS = 'tags.json';

/** The store below `folder`; `defaultRegistry` (`host:port`) serves references that name none; `own` gives files to users. */
export class ImageStore {
  readonly #folder: string;
  readonly #defaultRegistry: string;
  readonly #own: typeof chownSync;
  readonly #pulling = new Map<string, Promise<Image>>();
  /** `registry/name:tag` → digest, as it was when the tag was last looked up. */
  readonly #tags = new Map<string, string>();

  constructor(folder: string, defaultRegistry: string, own: typeof chownSync = chownSync) {
    this.#folder = folder;
    this.#defaultRegistry = defaultRegistry;
    this.#own = own;
  }

  /** Has the container's image ready, by its pull policy. Throws a `PullError`. */
  async ensure(container: Pick<Container, 'image' | 'imagePullPolicy'>): Promise<Pulled> {
    const begun = performance.now();
    let reference: ImageReference;
    try {
      reference = parseReference(container.image, this.#defaultRegistry);
    } catch (error) {
      throw new PullError('InvalidImageName', (error as Error).message);
    }
    try {
      const digest = await this.#digest(reference, container.imagePullPolicy);
      const fetched = !existsSync(join(this.#place(digest), COMPLETE));
      const image = await this.#image(reference, digest);
      return { image, fetched, ms: performance.now() - begun };
    } catch (error) {
      if (error instanceof PullError) throw error;
      const message = `failed to pull and unpack image "${container.image}": ${(error as Error).message}`;
      throw new PullError('ErrImagePull', message);
    }
  }

  async #digest(reference: ImageReference, policy: Container['imagePullPolicy']): Promise<string> {
    if (reference.digest) return reference.digest;
    const tag = reference.tag ?? 'latest';
    const key = `${reference.registry}/${reference.name}:${tag}`;
    const known = this.#tags.get(key);
    if (known && (policy ?? (tag === 'latest' ? 'Always' : 'IfNotPresent')) !== 'Always') return known;
    if (policy === 'Never') {
      throw new PullError('ErrImageNeverPull', `Container image "${key}" is not present with pull policy of Never`);
    }
    const digest = await this.#resolve(reference, tag, key);
    if (!digest) throw new Error(`failed to resolve reference "${key}": ${key}: not found`);
    this.#tags.set(key, digest);
    this.#remember();
    return digest;
  }

  /**
   * Asks the registry. Where it does not answer, an image that is here from an earlier kubelet serves; otherwise that
   * memory is not used, because a sandbox that begins anew may have other images under the same tags.
   */
  async #resolve(reference: ImageReference, tag: string, key: string): Promise<string | undefined> {
    try {
      return await new Registry(reference.registry).resolve(reference.name, tag);
    } catch (error) {
      const file = join(this.#folder, TAGS);
      const earlier = existsSync(file)
        ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)[key]
        : undefined;
      if (earlier && existsSync(join(this.#place(earlier), COMPLETE))) return earlier;
      throw error;
    }
  }

  #remember(): void {
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(join(this.#folder, TAGS), JSON.stringify(Object.fromEntries(this.#tags)));
  }

  #place(digest: string): string {
    return join(this.#folder, digest.replace(':', '-'));
  }

  /** Two containers that need one image wait for one pull. */
  #image(reference: ImageReference, digest: string): Promise<Image> {
    const key = `${reference.registry}/${reference.name}@${digest}`;
    let pulling = this.#pulling.get(key);
    if (!pulling) {
      pulling = this.#pull(reference, digest, key);
      this.#pulling.set(key, pulling);
      pulling.catch(() => this.#pulling.delete(key));
    }
    return pulling;
  }

  async #pull(reference: ImageReference, digest: string, id: string): Promise<Image> {
    const place = this.#place(digest);
    if (!existsSync(join(place, COMPLETE))) await this.#fetch(reference, digest, place);
    const config = JSON.parse(readFileSync(join(place, COMPLETE), 'utf8')) as ImageConfig;
    const binds = await resolveBinds(JSON.parse(config.Labels?.[BINDS_LABEL] ?? '[]') as string[]);
    return { id, config, files: join(place, 'files'), binds };
  }

  async #fetch(reference: ImageReference, digest: string, place: string): Promise<void> {
    const registry = new Registry(reference.registry);
    const manifest = await registry.manifest(reference.name, digest);
    const { config } = JSON.parse((await registry.blob(reference.name, manifest.config.digest)).toString('utf8')) as {
      config: ImageConfig;
    };
    const aside = `${place}.new`;
    rmSync(aside, { recursive: true, force: true });
    mkdirSync(join(aside, 'files'), { recursive: true });
    for (const layer of manifest.layers) {
      unpack(readTar(gunzipSync(await registry.blob(reference.name, layer.digest))), join(aside, 'files'), this.#own);
    }
    writeFileSync(join(aside, COMPLETE), JSON.stringify(config));
    rmSync(place, { recursive: true, force: true });
    renameSync(aside, place);
  }
}

/** Folders before what they hold, links last: so no entry is written through a link of the archive. */
function unpack(entries: readonly TarEntry[], folder: string, own: typeof chownSync): void {
  const order = { folder: 0, file: 1, link: 2 };
  for (const entry of [...entries].sort((a, b) => order[a.kind] - order[b.kind] || (a.path < b.path ? -1 : 1))) {
    const at = join(folder, entry.path);
    mkdirSync(dirname(at), { recursive: true });
    if (entry.kind === 'link') {
      symlinkSync(entry.target ?? '', at);
      continue;
    }
    if (entry.kind === 'folder') mkdirSync(at, { recursive: true });
    else writeFileSync(at, entry.content ?? '', { mode: entry.mode });
    own(at, entry.uid, entry.gid);
    // After the owner: a change of owner clears set-user-id bits, and the process's mask does not count.
    chmodSync(at, entry.mode);
  }
}
