import type { Node } from '../../domain/kubernetes/objects.ts';
import { parseQuantity } from '../../domain/kubernetes/quantity.ts';
import type { Point } from '../../domain/state/documents.ts';

/** What is made of the figures of nodes: a share of what they can give away, or their sum. */
export type ClusterOf = 'cpu' | 'memory' | 'sum';

/** What a node can give away of a resource, cores or bytes; undefined where it does not say. For a sum nothing is asked. */
export function givesOf({ status }: Pick<Node, 'status'>, of: ClusterOf): number | undefined {
  if (of === 'sum') return 1;
  const amount = parseQuantity(status?.allocatable?.[of] ?? '');
  return amount !== undefined && amount > 0 ? amount : undefined;
}

/**
 * The course of all these nodes together. A moment at which a node has no figure that must have one is left out: a part is
 * not the whole. From its first figure on a node must have one; for a sum, from its making on. A share is one of those nodes
 * that have figures then.
 */
export function clusterCourse(
  courses: readonly { readonly node: Node; readonly points: readonly Point[] }[],
  of: ClusterOf,
): readonly Point[] {
  const members = courses.map(({ node, points }) => {
    const first = points[0]?.[0] ?? Number.POSITIVE_INFINITY;
    const made = Date.parse(node.metadata.creationTimestamp ?? '');
    return {
      gives: givesOf(node, of) ?? 0,
      since: of === 'sum' && made < first ? made : first,
      values: new Map(points),
    };
  });
  const times = [...new Set(courses.flatMap(({ points }) => points.map(([time]) => time)))].sort((a, b) => a - b);
  return times.flatMap((time): readonly Point[] => {
    const there = members.filter(({ since }) => since <= time);
    const values = there.flatMap(({ values }) => values.get(time) ?? []);
    if (values.length < there.length) return [];
    const sum = values.reduce((total, value) => total + value, 0);
    return [[time, of === 'sum' ? sum : sum / there.reduce((total, { gives }) => total + gives, 0)]];
  });
}
