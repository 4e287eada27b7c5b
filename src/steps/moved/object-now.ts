import type { KubernetesObject, ObjectMeta } from '../../domain/kubernetes/objects.ts';
import type { Resource } from '../../domain/kubernetes/resources.ts';
import type { FieldPath } from '../../domain/owner/field.ts';
import { lastWriter, madeWhen, writerWords } from '../../domain/owner/last-writer.ts';
import type { Cluster } from '../../ports/cluster.ts';

/** The very object that a step is about. */
export interface ObjectRef<T extends KubernetesObject> {
  readonly resource: Resource<T>;
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
}

/** What an object holds where a step looks, as a clause (`it has 4 replicas`; none where it is secret), and the field that holds it. */
export interface Held {
  readonly words?: string;
  readonly field?: FieldPath;
}

/** Values come from the cluster; more of one is not shown, characters. */
const mostShown = 120;

/** A value as it is quoted in a clause. */
export function shownValue(value: string | number | null | undefined): string {
  const text = value == null ? 'none' : String(value);
  return text.length > mostShown ? `${text.slice(0, mostShown - 1)}…` : text;
}

/**
 * What became of an object, for a reader: gone, made anew, or what it holds now and who wrote that. Undefined when `tell`
 * finds nothing of the step's that moved.
 */
export async function objectNow<T extends KubernetesObject>(
  cluster: Pick<Cluster, 'get'>,
  { resource, namespace, name, uid }: ObjectRef<T>,
  tell: (object: T) => Held | undefined,
): Promise<string | undefined> {
  const object = await cluster.get(resource, namespace, name);
  return becameOf(object?.metadata, uid, () => object && tell(object));
}

/** The same of an object of which nothing but its metadata is read. */
export function becameOf(
  metadata: ObjectMeta | undefined,
  uid: string,
  tell: () => Held | undefined,
): string | undefined {
  if (metadata === undefined) return 'there is none of its name any more';
  if (metadata.uid !== uid) return `another one of its name is there${madeAt(metadata)}`;
  const held = tell();
  const writer = held && lastWriter(metadata, held.field);
  if (writer === undefined) return held?.words;
  return held?.words === undefined ? writerWords(writer) : `${held.words} (${writerWords(writer)})`;
}

const madeAt = (metadata: ObjectMeta): string => {
  const made = madeWhen(metadata);
  return made === undefined ? '' : `, ${writerWords(made)}`;
};
