/**
 * A field of a workload as `managedFields` writes it (FieldsV1, structured-merge-diff): a key of the path stands as
 * `f:<name>`, a member of a list with a merge key as `k:<its key as JSON>`.
 */
export type FieldPath = readonly string[];

/** How many pods are wanted. */
export const replicasField: FieldPath = ['f:spec', 'f:replicas'];

/** Lists of containers in a pod's template. */
export type ContainerList = 'containers' | 'initContainers';

const containerPath = (list: ContainerList, container: string): FieldPath => [
  'f:spec',
  'f:template',
  'f:spec',
  `f:${list}`,
  `k:${JSON.stringify({ name: container })}`,
];

/** The image of one container. */
export function imageField(list: ContainerList, container: string): FieldPath {
  return [...containerPath(list, container), 'f:image'];
}

/** Requests and limits of one container. */
export function resourcesField(list: ContainerList, container: string): FieldPath {
  return [...containerPath(list, container), 'f:resources'];
}

/** An annotation of the template, such as the one that restarts the pods. */
export function templateAnnotationField(name: string): FieldPath {
  return ['f:spec', 'f:template', 'f:metadata', 'f:annotations', `f:${name}`];
}

/**
 * Whether a set of fields holds a path. A set that ends on the way there holds everything below (an atomic field); a path
 * that ends within the set is held in parts, which counts as held.
 */
export function holdsField(fields: unknown, path: FieldPath): boolean {
  let node = fields;
  for (const [depth, key] of path.entries()) {
    if (typeof node !== 'object' || node === null) return false;
    if (!Object.hasOwn(node, key)) return depth > 0 && Object.keys(node).length === 0;
    node = (node as Readonly<Record<string, unknown>>)[key];
  }
  return true;
}
