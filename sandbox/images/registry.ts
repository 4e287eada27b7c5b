/** A client of the OCI distribution API (1.1), over HTTP, as far as the sandbox needs it. */
import { type Blob, type BuiltImage, digestOf, MEDIA_TYPES } from './build.ts';

/** A registry that refused or could not be reached. `status` is the HTTP status, 0 without an answer. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

/** A manifest as the registry holds it. */
export interface Manifest {
  readonly digest: string;
  readonly config: { readonly digest: string };
  readonly layers: readonly { readonly digest: string; readonly mediaType: string }[];
}

/** The requests of one registry (`host:port`). */
export class Registry {
  readonly host: string;

  constructor(host: string) {
    this.host = host;
  }

  /** Uploads what the registry does not have yet. Resolves to true when the tag moved or is new. */
  async push(image: BuiltImage): Promise<boolean> {
    await this.#pushBlob(image.name, image.config);
    await this.#pushBlob(image.name, image.layer);
    if ((await this.resolve(image.name, image.tag)) === image.manifest.digest) return false;
    await this.#request('PUT', `/v2/${image.name}/manifests/${image.tag}`, {
      headers: { 'content-type': MEDIA_TYPES.manifest },
      body: image.manifest.bytes,
    });
    return true;
  }

  /** The digest that a tag stands for now; undefined for an unknown one. */
  async resolve(name: string, tag: string): Promise<string | undefined> {
    const headers = { accept: MEDIA_TYPES.manifest };
    const answer = await this.#fetch('HEAD', `/v2/${name}/manifests/${tag}`, { headers });
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw this.#refused('HEAD', `${name}:${tag}`, answer.status);
    return answer.headers.get('docker-content-digest') ?? undefined;
  }

  /** The manifest with this digest, checked against it. */
  async manifest(name: string, digest: string): Promise<Manifest> {
    const headers = { accept: MEDIA_TYPES.manifest };
    const answer = await this.#request('GET', `/v2/${name}/manifests/${digest}`, { headers });
    const bytes = this.#check(`${name}@${digest}`, digest, await answer.arrayBuffer());
    return { ...(JSON.parse(bytes.toString('utf8')) as Omit<Manifest, 'digest'>), digest };
  }

  /** The bytes with this digest, checked against it. */
  async blob(name: string, digest: string): Promise<Buffer> {
    const answer = await this.#request('GET', `/v2/${name}/blobs/${digest}`, {});
    return this.#check(`${name}@${digest}`, digest, await answer.arrayBuffer());
  }

  /** Removes a manifest with every tag that stands for it; one that is not there is no error. */
  async remove(name: string, digest: string): Promise<void> {
    const answer = await this.#fetch('DELETE', `/v2/${name}/manifests/${digest}`, {});
    if (!answer.ok && answer.status !== 404) throw this.#refused('DELETE', `${name}@${digest}`, answer.status);
  }

  /** The tags of a repository; empty for an unknown one. */
  async tags(name: string): Promise<string[]> {
    const answer = await this.#fetch('GET', `/v2/${name}/tags/list`, {});
    if (answer.status === 404) return [];
    if (!answer.ok) throw this.#refused('GET', `the tags of ${name}`, answer.status);
    return (((await answer.json()) as { tags?: string[] | null }).tags ?? []).sort();
  }

  async #pushBlob(name: string, blob: Blob): Promise<void> {
    const there = await this.#fetch('HEAD', `/v2/${name}/blobs/${blob.digest}`, {});
    if (there.ok) return;
    const begun = await this.#request('POST', `/v2/${name}/blobs/uploads/`, {});
    const location = new URL(begun.headers.get('location') ?? '', `http://${this.host}`);
    location.searchParams.set('digest', blob.digest);
    await this.#request('PUT', location.pathname + location.search, {
      headers: { 'content-type': 'application/octet-stream' },
      body: blob.bytes,
    });
  }

  #check(subject: string, digest: string, body: ArrayBuffer): Buffer {
    const bytes = Buffer.from(body);
    const actual = digestOf(bytes);
    if (actual === digest) return bytes;
    throw new RegistryError(`${subject} of ${this.host} has other bytes than its digest says (${actual}).`, 0);
  }

  #refused(method: string, subject: string, status: number): RegistryError {
    return new RegistryError(`The registry ${this.host} answered ${status} to ${method} ${subject}.`, status);
  }

  async #request(method: string, path: string, init: RequestInit): Promise<Response> {
    const answer = await this.#fetch(method, path, init);
    if (!answer.ok) throw this.#refused(method, path, answer.status);
    return answer;
  }

  async #fetch(method: string, path: string, init: RequestInit): Promise<Response> {
    try {
      const signal = AbortSignal.timeout(30_000);
      return await fetch(`http://${this.host}${path}`, { ...init, method, signal });
    } catch (error) {
      const cause = (error as Error).cause as { code?: string } | undefined;
      const reason = cause?.code ?? (error as Error).name;
      throw new RegistryError(`The registry ${this.host} cannot be reached (${reason}).`, 0);
    }
  }
}
