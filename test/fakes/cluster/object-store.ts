import { isDeepStrictEqual } from 'node:util';
import type { KubernetesObject, ObjectMeta } from '../../../src/domain/kubernetes/objects.ts';
import type { Resource } from '../../../src/domain/kubernetes/resources.ts';
import { copyOf } from './copy.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
/** An object as the store holds it. */
export interface Stored extends KubernetesObject {
  metadata: Mutable<ObjectMeta> & { finalizers?: readonly string[] };
  [field: string]: unknown;
}

/** A write of the port, with the object before and after it. */
export interface Change {
  readonly verb: 'create' | 'patch' | 'replace' | 'delete';
  readonly resource: Resource;
  readonly namespace?: string;
  readonly name: string;
  /** Absent for a create. */
  readonly before?: KubernetesObject;
  /** Absent for a delete. */
  readonly after?: KubernetesObject;
}

/** The key of an object, as snapshots show it: `deployments.apps/phoenix-rooivalk/api-gateway`, `nodes/node-1`. */
export function keyOf(resource: Resource, namespace: string | undefined, name: string): string {
  const kind = resource.group === '' ? resource.plural : `${resource.plural}.${resource.group}`;
  return resource.namespaced ? `${kind}/${namespace}/${name}` : `${kind}/${name}`;
}

/** Everything but what the server counts by itself. */
function content(object: Stored): object {
  const { metadata, ...rest } = object;
  const { resourceVersion, generation, ...named } = metadata;
  return { ...rest, metadata: named };
}

/**
 * Objects with the API server's bookkeeping: uid, one rising resourceVersion for the whole store, generation with the
 * spec, finalizers, and owner references (what an owner owned goes with it).
 */
export class ObjectStore {
  readonly #objects = new Map<string, Stored>();
  readonly #resources = new Map<string, Resource>();
  readonly #now: () => number;
  #version = 1000;
  #uids = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The stored object itself, not a copy. */
  find(resource: Resource, namespace: string | undefined, name: string): Stored | undefined {
    return this.#objects.get(keyOf(resource, namespace, name));
  }

  /** All of a resource, by namespace and name as the server lists them. */
  all(resource: Resource, namespace?: string): Stored[] {
    return [...this.#objects]
      .filter(([key, { metadata }]) => {
        const stored = this.#resources.get(key);
        const same = stored?.plural === resource.plural && stored.group === resource.group;
        return same && (namespace === undefined || metadata.namespace === namespace);
      })
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, object]) => object);
  }

  /** A new object from what a client or a test wrote. */
  insert(resource: Resource, namespace: string | undefined, written: object): Stored {
    const given = copyOf(written) as Partial<Stored>;
    this.#uids += 1;
    const { generateName, ...named } = given.metadata as ObjectMeta & { readonly generateName?: string };
    const metadata: ObjectMeta = { ...named, name: named.name ?? `${generateName ?? ''}${this.#uids}` };
    const object: Stored = {
      apiVersion: resource.group === '' ? resource.version : `${resource.group}/${resource.version}`,
      kind: resource.kind,
      ...given,
      metadata: {
        ...metadata,
        ...(resource.namespaced && namespace !== undefined ? { namespace } : {}),
        uid: metadata.uid ?? `00000000-0000-4000-8000-${String(this.#uids).padStart(12, '0')}`,
        creationTimestamp: metadata.creationTimestamp ?? this.#timestamp(),
        generation: metadata.generation ?? 1,
        resourceVersion: this.#nextVersion(),
      },
    };
    const key = keyOf(resource, namespace, metadata.name);
    this.#objects.set(key, object);
    this.#resources.set(key, resource);
    return object;
  }

  /** Store a changed object; what has not changed keeps its resourceVersion, as in the API server. */
  update(resource: Resource, current: Stored, changed: Stored): Stored {
    const next: Stored = {
      // a copy: what a test wrote is of another realm, which counts as a difference
      ...copyOf(changed),
      metadata: {
        ...changed.metadata,
        uid: current.metadata.uid,
        name: current.metadata.name,
        resourceVersion: current.metadata.resourceVersion,
        generation: current.metadata.generation ?? 1,
      },
    };
    if (current.metadata.creationTimestamp !== undefined) {
      next.metadata.creationTimestamp = current.metadata.creationTimestamp;
    }
    if (isDeepStrictEqual(content(current), content(next))) return current;
    if (!isDeepStrictEqual(current.spec, next.spec)) next.metadata.generation = (next.metadata.generation ?? 1) + 1;
    next.metadata.resourceVersion = this.#nextVersion();
    const key = keyOf(resource, current.metadata.namespace, current.metadata.name);
    const finalized = next.metadata.deletionTimestamp !== undefined && (next.metadata.finalizers ?? []).length === 0;
    if (finalized) this.#drop(key, next.metadata.uid);
    else this.#objects.set(key, next);
    return next;
  }

  /** Delete an object, or mark it when a finalizer holds it; with it goes what it owned. */
  remove(resource: Resource, object: Stored): void {
    const key = keyOf(resource, object.metadata.namespace, object.metadata.name);
    if ((object.metadata.finalizers ?? []).length > 0) {
      const marked = { ...object, metadata: { ...object.metadata, deletionTimestamp: this.#timestamp() } };
      marked.metadata.resourceVersion = this.#nextVersion();
      this.#objects.set(key, marked);
      return;
    }
    this.#drop(key, object.metadata.uid);
  }

  /** Every object by key, without what the server counts by itself: two equal worlds give equal snapshots. */
  snapshot(): Record<string, object> {
    const keys = [...this.#objects.keys()].sort();
    return Object.fromEntries(keys.map((key) => [key, copyOf(content(this.#objects.get(key) as Stored))]));
  }

  #drop(key: string, uid: string): void {
    this.#objects.delete(key);
    this.#version += 1;
    for (const [ownedKey, owned] of [...this.#objects]) {
      const owners = owned.metadata.ownerReferences ?? [];
      const resource = this.#resources.get(ownedKey);
      if (resource !== undefined && owners.some((owner) => owner.uid === uid)) this.remove(resource, owned);
    }
  }

  #nextVersion(): string {
    this.#version += 1;
    return String(this.#version);
  }

  #timestamp(): string {
    return `${new Date(this.#now()).toISOString().slice(0, 19)}Z`;
  }
}
