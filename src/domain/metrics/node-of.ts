import type { Node } from '../kubernetes/objects.ts';
import type { Labels } from './text-format.ts';

/** The name of the node that a sample is of: by a label that names it, else by the host of `instance`. */
export function nodeOf(labels: Labels, nodes: readonly Pick<Node, 'metadata' | 'status'>[]): string | undefined {
  const host = (labels.instance ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  const names = [labels.node, labels.kubernetes_node, labels.nodename, labels.hostname, host];
  return nodes.find(
    ({ metadata, status }) =>
      names.includes(metadata.name) || status?.addresses?.some(({ address }) => host !== '' && address === host),
  )?.metadata.name;
}
