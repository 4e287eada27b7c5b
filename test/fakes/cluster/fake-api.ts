import { type ApiStatus, apiError, forbiddenError, type Speaker } from '../../../src/adapters/kubernetes/api-error.ts';
import type { Asked } from '../../../src/adapters/kubernetes/resource-path.ts';
import type { KubernetesObject, Pod } from '../../../src/domain/kubernetes/objects.ts';
import { type Resource, resources } from '../../../src/domain/kubernetes/resources.ts';
import type { JsonPatchOperation, ListQuery, ScaleChange } from '../../../src/ports/cluster.ts';
import type { PortError } from '../../../src/ports/port-error.ts';
import { copyOf } from './copy.ts';
import { type Grant, granted } from './grants.ts';
import { PatchError, patched } from './json-patch.ts';
import { type Change, ObjectStore, type Stored } from './object-store.ts';
import { fieldSelector, labelSelector, SelectorError } from './selectors.ts';
import { objectionTo } from './validation.ts';

/**
 * The API server's side of the fake: what a request answers, whom it lets in, and what it writes. Errors are made by the
 * real adapter's translation from the status that the real server would send.
 */
export class FakeApi {
  readonly store: ObjectStore;
  readonly changes: Change[] = [];
  readonly watchers: ((change: Change) => void)[] = [];
  /** Absent: everything is allowed. */
  grants: readonly Grant[] | undefined;
  denials: readonly Grant[] = [];
  readonly #speaker: Speaker;

  constructor(now: () => number, speaker: Speaker) {
    this.store = new ObjectStore(now);
    this.#speaker = speaker;
  }

  isAllowed(asked: Asked): boolean {
    if (this.denials.some((denial) => granted(denial, asked))) return false;
    return this.grants === undefined || this.grants.some((grant) => granted(grant, asked));
  }

  allow(asked: Asked): void {
    if (!this.isAllowed(asked)) throw forbiddenError(asked, this.#speaker);
  }

  /** The stored object itself; for tests that arrange, so a missing one is their mistake. */
  stored(resource: Resource, namespace: string | undefined, name: string): Stored {
    const found = this.store.find(resource, namespace, name);
    if (found === undefined) throw new TypeError(`the fake holds no ${resource.kind} ${namespace ?? ''}/${name}`);
    return found;
  }

  /** The stored object itself, if it is there and may be touched. */
  existing(asked: Asked): Stored {
    this.allow(asked);
    const name = asked.name ?? '';
    const found = this.store.find(asked.resource, asked.namespace, name);
    if (found === undefined) throw this.#answer(asked, 404, { reason: 'NotFound', details: { name } });
    return found;
  }

  /** A pod, whether or not the caller may read pods: the API server looks it up by itself for exec and forward. */
  podOf(namespace: string, name: string): Pod {
    const found = this.store.find(resources.pods, namespace, name);
    if (found !== undefined) return found as KubernetesObject as Pod;
    const asked: Asked = { verb: 'get', resource: resources.pods, namespace, name };
    throw this.#answer(asked, 404, { reason: 'NotFound', details: { name } });
  }

  ensureNamespace(name: string): void {
    if (this.store.find(resources.namespaces, undefined, name) === undefined) {
      this.store.insert(resources.namespaces, undefined, { metadata: { name }, status: { phase: 'Active' } });
    }
  }

  get(asked: Asked): KubernetesObject | undefined {
    this.allow(asked);
    const found = this.store.find(asked.resource, asked.namespace, asked.name ?? '');
    return found === undefined ? undefined : copyOf(found);
  }

  select(query: ListQuery<KubernetesObject>): KubernetesObject[] {
    const asked: Asked = { verb: 'list', resource: query.resource, namespace: query.namespace };
    this.allow(asked);
    try {
      const hasLabels = labelSelector(query.labels);
      const hasFields = fieldSelector(query.resource, query.fields);
      const all = this.store.all(query.resource, query.namespace);
      return all.filter((object) => hasLabels(object) && hasFields(object)).map((object) => copyOf(object));
    } catch (error) {
      if (error instanceof SelectorError) throw this.#answer(asked, 400, { reason: 'BadRequest' });
      throw error;
    }
  }

  create(asked: Asked, object: object): KubernetesObject {
    const { resource, namespace, name = '' } = asked;
    this.allow({ ...asked, name: undefined });
    if (resource.namespaced && !this.store.find(resources.namespaces, undefined, namespace ?? '')) {
      throw this.#answer(asked, 404, { reason: 'NotFound', details: { kind: 'namespaces', name: namespace ?? '' } });
    }
    if (this.store.find(resource, namespace, name)) throw this.#answer(asked, 409, { reason: 'AlreadyExists' });
    this.#validate(asked, undefined, object);
    const created = this.store.insert(resource, namespace, object);
    return this.#record({ verb: 'create', resource, after: created }, created);
  }

  patch(asked: Asked, operations: readonly JsonPatchOperation[]): KubernetesObject {
    const current = this.existing(asked);
    return this.#write('patch', asked, current, this.#patched(asked, current, operations));
  }

  /** The subresources `status` and `approval` take the status of an object, and leave the rest as it is. */
  patchStatus(asked: Asked, operations: readonly JsonPatchOperation[]): KubernetesObject {
    const current = this.existing(asked);
    const { status } = this.#patched(asked, { status: {}, ...current }, operations);
    return this.#write('patch', asked, current, { ...current, status });
  }

  /** The subresource `scale` takes a workload's number of replicas, under the workload's own uid. */
  scale(asked: Asked, { uid, from, to }: ScaleChange): void {
    this.patch(asked, [
      { op: 'test', path: '/metadata/uid', value: uid },
      { op: 'test', path: '/spec/replicas', value: from },
      { op: 'add', path: '/spec/replicas', value: to },
    ]);
  }

  replace(asked: Asked, object: object): KubernetesObject {
    const current = this.existing(asked);
    const version = (object as Partial<KubernetesObject>).metadata?.resourceVersion;
    if (version === undefined) {
      throw this.#answer(asked, 422, { details: { causes: [{ field: 'metadata.resourceVersion' }] } });
    }
    if (version !== current.metadata.resourceVersion) throw this.#answer(asked, 409, { reason: 'Conflict' });
    return this.#write('replace', asked, current, copyOf(object) as Stored);
  }

  delete(asked: Asked, uid: string): void {
    this.allow(asked);
    const current = this.store.find(asked.resource, asked.namespace, asked.name ?? '');
    if (current === undefined) return;
    if (current.metadata.uid !== uid) throw this.#answer(asked, 409, { reason: 'Conflict' });
    const before = copyOf(current);
    this.store.remove(asked.resource, current);
    this.#record({ verb: 'delete', resource: asked.resource, before }, before);
  }

  #answer(asked: Asked, status: number, answer: ApiStatus): PortError {
    return apiError(asked, status, answer, this.#speaker);
  }

  #validate(asked: Asked, current: Stored | undefined, next: object): void {
    const field = objectionTo(asked.resource, current, next);
    if (field !== undefined) throw this.#answer(asked, 422, { reason: 'Invalid', details: { causes: [{ field }] } });
  }

  #patched(asked: Asked, current: Stored, operations: readonly JsonPatchOperation[]): Stored {
    try {
      return patched(current, operations);
    } catch (error) {
      if (error instanceof PatchError) throw this.#answer(asked, 422, { reason: 'Invalid', details: {} });
      throw error;
    }
  }

  #write(verb: 'patch' | 'replace', asked: Asked, current: Stored, next: Stored): KubernetesObject {
    this.#validate(asked, current, next);
    const before = copyOf(current);
    const after = this.store.update(asked.resource, current, next);
    if (after === current) return copyOf(after);
    return this.#record({ verb, resource: asked.resource, before, after }, after);
  }

  #record(change: Omit<Change, 'namespace' | 'name'>, answer: Stored): KubernetesObject {
    const { name, namespace } = answer.metadata;
    const recorded: Change = copyOf({ ...change, name, ...(namespace === undefined ? {} : { namespace }) });
    this.changes.push(recorded);
    const copy = copyOf(answer);
    for (const watcher of this.watchers) watcher(recorded);
    return copy;
  }
}
