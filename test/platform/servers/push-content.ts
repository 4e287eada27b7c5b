import { manifestTypes } from '../../../src/domain/image/manifest.ts';
import type { RegistryContent } from '../../contracts/registry-content.ts';
import type { MadeDocument } from '../../fakes/registry/made-images.ts';

type Headers = Readonly<Record<string, string>>;

const manifestKinds = new Set<string>(Object.values(manifestTypes));

/** Uploads everything to the registry at `host:port`: what others refer to first, then every tag. */
export async function pushContent(host: string, { images, repository }: RegistryContent, headers: Headers) {
  const documents = [...images.documents.values()];
  const isIndex = ({ type }: MadeDocument) => type === manifestTypes.ociIndex;
  for (const document of documents.filter(({ type }) => !manifestKinds.has(type))) {
    await pushBlob(host, repository, document, headers);
  }
  const manifests = documents.filter(({ type }) => manifestKinds.has(type));
  for (const document of [...manifests.filter((one) => !isIndex(one)), ...manifests.filter(isIndex)]) {
    await put(host, `${repository}/manifests/${document.digest}`, document, headers);
  }
  for (const [key, digest] of images.tags) {
    const document = images.documents.get(digest);
    if (document !== undefined) await put(host, key.replace(':', '/manifests/'), document, headers);
  }
}

async function pushBlob(host: string, repository: string, document: MadeDocument, headers: Headers): Promise<void> {
  const begun = await fetch(`http://${host}/v2/${repository}/blobs/uploads/`, { method: 'POST', headers });
  if (begun.status !== 202) throw new Error(`upload begun: ${begun.status}`);
  const location = new URL(begun.headers.get('location') ?? '', `http://${host}`);
  location.searchParams.set('digest', document.digest);
  const bytes = { ...headers, 'content-type': 'application/octet-stream' };
  const ended = await fetch(location, { method: 'PUT', headers: bytes, body: new Uint8Array(document.bytes) });
  if (ended.status !== 201) throw new Error(`blob ${document.digest}: ${ended.status}`);
}

async function put(host: string, path: string, { type, bytes }: MadeDocument, headers: Headers): Promise<void> {
  const answer = await fetch(`http://${host}/v2/${path}`, {
    method: 'PUT',
    headers: { ...headers, 'content-type': type },
    body: new Uint8Array(bytes),
  });
  if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}
