import { isDeepStrictEqual } from 'node:util';
import type { JsonPatchOperation } from '../../../src/ports/cluster.ts';
import { copyOf } from './copy.ts';

/** Thrown when an operation does not apply; the API server answers 422 with such a text. */
export class PatchError extends Error {}

const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

type Container = Record<string, unknown> | unknown[];

function childOf(parent: Container, key: string): unknown {
  if (Array.isArray(parent)) return parent[Number(key)];
  return Object.hasOwn(parent, key) ? parent[key] : undefined;
}

/** The container that holds the last part of a pointer, and that part. */
function locate(document: Container, pointer: string): { parent: Container; key: string } {
  if (!pointer.startsWith('/')) throw new PatchError(`invalid path ${pointer}`);
  const parts = pointer.slice(1).split('/').map(unescaped);
  const key = parts.pop() ?? '';
  let parent = document;
  for (const part of parts) {
    const next = childOf(parent, part);
    if (typeof next !== 'object' || next === null)
      throw new PatchError(`doc is missing path ${pointer}: missing value`);
    parent = next as Container;
  }
  return { parent, key };
}

function addTo(parent: Container, key: string, value: unknown): void {
  if (!Array.isArray(parent)) {
    parent[key] = value;
    return;
  }
  const index = key === '-' ? parent.length : Number(key);
  if (!Number.isInteger(index) || index < 0 || index > parent.length) throw new PatchError(`invalid index ${key}`);
  parent.splice(index, 0, value);
}

function removeFrom(parent: Container, key: string): void {
  if (childOf(parent, key) === undefined) throw new PatchError(`unable to remove nonexistent key ${key}`);
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}

function replaceIn(parent: Container, key: string, value: unknown): void {
  if (childOf(parent, key) === undefined)
    throw new PatchError(`replace operation does not apply: missing value ${key}`);
  if (Array.isArray(parent)) parent[Number(key)] = value;
  else parent[key] = value;
}

function applyOperation(document: Container, operation: JsonPatchOperation): void {
  const { parent, key } = locate(document, operation.path);
  switch (operation.op) {
    case 'test': {
      // As the API server's library does it, null also means "is not there".
      const found = childOf(parent, key);
      if (!isDeepStrictEqual(found ?? null, operation.value ?? null)) {
        throw new PatchError(`testing value ${operation.path} failed: test failed`);
      }
      return;
    }
    case 'add':
      addTo(parent, key, copyOf(operation.value));
      return;
    case 'replace':
      replaceIn(parent, key, copyOf(operation.value));
      return;
    case 'remove':
      removeFrom(parent, key);
  }
}

/** A patched copy (RFC 6902, the operations of the port); all or nothing. Throws {@link PatchError}. */
export function patched<T extends object>(object: T, operations: readonly JsonPatchOperation[]): T {
  const copy = copyOf(object);
  for (const operation of operations) applyOperation(copy as Container, operation);
  return copy;
}
