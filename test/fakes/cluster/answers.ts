import { type Resource, resources } from '../../../src/domain/kubernetes/resources.ts';
import type { JsonPatchOperation } from '../../../src/ports/cluster.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { copyOf } from './copy.ts';
import type { FakeCluster } from './fake-cluster.ts';

/** A request to an API server. */
export interface ApiRequest {
  readonly method: string;
  readonly url: URL;
  readonly accept: string;
  readonly body: string;
}

/** What an API server answers: an object is sent as JSON, lines of a log as text. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: object | string;
}

/** What a path names. */
interface Named {
  readonly resource: Resource;
  readonly namespace: string | undefined;
  readonly name: string | undefined;
  readonly subresource: string | undefined;
}

const known: readonly Resource[] = Object.values(resources);

/** The parts of `/api/v1/namespaces/shop/pods/web-0/log` and its like; undefined: nothing that is served. */
export function namedBy(path: string): Named | undefined {
  const parts = path.split('/').slice(1).map(decodeURIComponent);
  const group = parts.shift() === 'api' ? '' : (parts.shift() ?? '');
  const version = parts.shift() ?? '';
  // namespaces/x names the namespace itself, namespaces/x/pods what is in it
  const namespace = parts[0] === 'namespaces' && parts.length > 2 ? parts.splice(0, 2)[1] : undefined;
  const [plural, name, subresource] = parts;
  const resource = known.find((each) => each.group === group && each.version === version && each.plural === plural);
  return resource && { resource, namespace, name, subresource };
}

const failure = (code: number, reason: string, more: object = {}): ApiAnswer => ({
  status: code,
  body: { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason, code, ...more },
});

const statuses: Readonly<Partial<Record<PortError['code'], readonly [number, string]>>> = {
  conflict: [409, 'Conflict'],
  forbidden: [403, 'Forbidden'],
  invalid: [422, 'Invalid'],
  'not-found': [404, 'NotFound'],
};

/** The answer that the real server would give where the fake rejects. */
function refusal(error: unknown, method: string, { resource, name, namespace }: Named): ApiAnswer {
  if (!(error instanceof PortError)) throw error;
  // an operation of a patch that does not apply
  if (error.code === 'conflict' && method === 'PATCH') return failure(422, 'Invalid', { details: {} });
  const [status, reason] = statuses[error.code] ?? [500, 'InternalError'];
  if (status !== 404)
    return failure(status, reason, status === 422 ? { details: { causes: [{ field: 'unknown' }] } } : {});
  const lost = error.message.startsWith('Namespace ') ? { kind: 'namespaces', name: namespace } : { name };
  return failure(404, reason, { details: { kind: resource.plural, ...lost } });
}

/** What the API server in front of the fake answers. Streams into pods are not requests of this kind. */
export async function answerOf(fake: FakeCluster, request: ApiRequest): Promise<ApiAnswer> {
  const { method, url, body } = request;
  if (url.pathname === '/version') {
    return { status: 200, body: { gitVersion: (await fake.identity()).version } };
  }
  if (url.pathname.endsWith('/selfsubjectaccessreviews')) return review(fake, body);
  const named = namedBy(url.pathname);
  if (named === undefined) return failure(404, 'NotFound', { details: {} });
  try {
    return await (method === 'GET' ? read(fake, named, request) : written(fake, named, method, body));
  } catch (error) {
    return refusal(error, method, named);
  }
}

async function review(fake: FakeCluster, body: string): Promise<ApiAnswer> {
  const { spec } = JSON.parse(body) as { spec: { resourceAttributes: Record<string, string> } };
  const { group = '', resource: plural, verb = '', ...rest } = spec.resourceAttributes;
  const resource = known.find((each) => each.group === group && each.plural === plural);
  const allowed = resource !== undefined && (await fake.may({ verb, resource, ...rest }));
  return { status: 201, body: { status: { allowed } } };
}

async function read(fake: FakeCluster, named: Named, { url, accept }: ApiRequest): Promise<ApiAnswer> {
  const { resource, namespace, name } = named;
  if (name === undefined) return collection(fake, named, url.searchParams, accept.includes('as=Table'));
  if (named.subresource === 'log') return printed(fake, namespace ?? '', name, url.searchParams);
  const found = accept.includes('as=PartialObjectMetadata')
    ? await fake.metadata(resource, namespace, name).then((metadata) => metadata && { metadata })
    : await fake.get(resource, namespace, name);
  return found === undefined ? failure(404, 'NotFound', { details: { name } }) : { status: 200, body: found };
}

async function printed(fake: FakeCluster, namespace: string, pod: string, query: URLSearchParams): Promise<ApiAnswer> {
  const lines = await fake.logs(
    { namespace, pod, container: query.get('container') ?? '' },
    { lines: Number(query.get('tailLines')), previous: query.get('previous') === 'true' },
  );
  return { status: 200, body: lines.map((line) => `${line}\n`).join('') };
}

async function allOf<T>(listed: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const each of listed) all.push(each);
  return all;
}

async function collection(
  fake: FakeCluster,
  { resource, namespace }: Named,
  parameters: URLSearchParams,
  table: boolean,
): Promise<ApiAnswer> {
  const [labels, fields] = [parameters.get('labelSelector'), parameters.get('fieldSelector')];
  const query = {
    resource,
    ...(namespace === undefined ? {} : { namespace }),
    ...(labels === null ? {} : { labels }),
    ...(fields === null ? {} : { fields }),
  };
  if (!table) return { status: 200, body: { metadata: {}, items: await allOf(fake.list(query)) } };
  const rows = await allOf(fake.rows(query));
  const columns = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
  return {
    status: 200,
    body: {
      columnDefinitions: columns.map((name) => ({ name })),
      rows: rows.map(({ cells, ...metadata }) => ({
        cells: columns.map((column) => cells[column]),
        object: { metadata },
      })),
    },
  };
}

async function written(fake: FakeCluster, named: Named, method: string, body: string): Promise<ApiAnswer> {
  const { resource, namespace, name = '', subresource } = named;
  // a copy as the fake keeps its own, or no two objects would ever be the same
  const content = copyOf(JSON.parse(body)) as never;
  if (method === 'POST') return { status: 201, body: await fake.create(resource, namespace, content) };
  if (method === 'PUT') return { status: 200, body: await fake.replace(resource, namespace, name, content) };
  if (method === 'DELETE') {
    const { preconditions } = content as { preconditions: { uid: string } };
    await fake.delete(resource, namespace, name, preconditions.uid);
    return { status: 200, body: { kind: 'Status', status: 'Success' } };
  }
  return { status: 200, body: await patched(fake, { resource, namespace, name, subresource }, content) };
}

async function patched(
  fake: FakeCluster,
  { resource, namespace, name = '', subresource }: Named,
  operations: readonly JsonPatchOperation[],
): Promise<object> {
  if (subresource === undefined) return fake.patch(resource, namespace, name, operations);
  const where = { name, ...(namespace === undefined ? {} : { namespace }) };
  if (subresource !== 'scale') {
    return fake.patchSubresource(resource, subresource as 'status' | 'approval', where, operations);
  }
  const [uid, from, to] = operations.map((operation) => ('value' in operation ? operation.value : undefined));
  await fake.scale(resource as never, namespace ?? '', name, {
    uid: String(uid),
    from: Number(from ?? 0),
    to: Number(to),
  });
  return {};
}
