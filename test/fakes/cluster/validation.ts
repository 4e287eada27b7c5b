import { isDeepStrictEqual } from 'node:util';
import type { Resource } from '../../../src/domain/kubernetes/resources.ts';

/** The API server's bound on the values of a ConfigMap or Secret, bytes. */
const mostDataBytes = 1024 * 1024;

interface Data {
  readonly data?: Readonly<Record<string, string>>;
  readonly immutable?: boolean;
}

/** The field that the API server would object to, among those rules that tests rely on. */
export function objectionTo(resource: Resource, current: object | undefined, next: object): string | undefined {
  const { metadata } = next as { metadata?: { name?: string; generateName?: string } };
  // the server makes the end of a generated name
  const name = metadata?.name ?? (metadata?.generateName === undefined ? undefined : `${metadata.generateName}0`);
  if (name === undefined || !/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(name)) return 'metadata.name';
  if (resource.group !== '' || !['configmaps', 'secrets'].includes(resource.plural)) return undefined;
  const { data = {} } = next as Data;
  const size = Object.values(data).reduce((sum, value) => sum + Buffer.byteLength(value), 0);
  if (size > mostDataBytes) return 'data';
  const before = current as Data | undefined;
  const sealed = before?.immutable === true;
  return sealed && !(isDeepStrictEqual(before?.data ?? {}, data) && (next as Data).immutable === true)
    ? 'data'
    : undefined;
}
