import type { ObjectMeta, Workload } from '../../domain/kubernetes/objects.ts';
import { type FieldPath, imageField, replicasField } from '../../domain/owner/field.ts';
import { lastWriter, madeWhen } from '../../domain/owner/last-writer.ts';
import type { BasisWriter } from '../../domain/plan/plan.ts';
import { imagesOf } from '../../domain/rollout/images-of.ts';

const templateField: FieldPath = ['f:spec', 'f:template'];
const pausedField: FieldPath = ['f:spec', 'f:paused'];

/**
 * Who wrote what pods of a workload start from, by the paths of `StartBasis` and the number of replicas; `references` are the
 * ConfigMaps and Secrets that were looked at, by the same names. What a kubelet reports (digests) is nobody's write.
 */
export function startWriters(
  { metadata, spec }: Workload,
  references: readonly (readonly [name: string, metadata: ObjectMeta | undefined])[],
): readonly BasisWriter[] {
  const fields: readonly (readonly [path: string, field: FieldPath])[] = [
    ['template', templateField],
    ['paused', pausedField],
    ['replicas', replicasField],
    ...Object.keys(imagesOf(spec.template.spec)).map((name) => [`images.${name}`, fieldOfImage(name)] as const),
  ];
  const made = madeWhen(metadata);
  return [
    ...(made === undefined ? [] : [{ path: 'uid', ...made }]),
    ...fields.flatMap(([path, field]) => writerOf(path, metadata, field)),
    ...references.flatMap(([name, found]) => (found === undefined ? [] : writerOf(`refersTo.${name}`, found))),
  ];
}

const fieldOfImage = (container: string): FieldPath =>
  container.startsWith('init/')
    ? imageField('initContainers', container.slice('init/'.length))
    : imageField('containers', container);

/** The last writer of a part of the basis, where the object says who it was. */
export function writerOf(path: string, metadata: ObjectMeta, field?: FieldPath): readonly BasisWriter[] {
  const writer = lastWriter(metadata, field);
  return writer === undefined ? [] : [{ path, ...writer }];
}

/** The same writers where their part of the basis stands below a path. */
export function writersBelow(path: string, writers: readonly BasisWriter[]): readonly BasisWriter[] {
  return writers.map((writer) => ({ ...writer, path: `${path}.${writer.path}` }));
}
