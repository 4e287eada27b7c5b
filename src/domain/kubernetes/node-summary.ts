/** A file system of a node, as its kubelet counts it. Bytes. */
export interface NodeFileSystem {
  /** `nodefs` holds logs, volumes and the writable layers of containers; `imagefs` the images, where it is another one. */
  readonly name: 'nodefs' | 'imagefs';
  readonly capacityBytes: number;
  readonly availableBytes: number;
}

/**
 * The file systems in a kubelet's summary (`/stats/summary`, kubelet/pkg/apis/stats/v1alpha1). An image file system of the same
 * size and with the same space left is the node's own. What is missing or no number is left out.
 */
export function nodeFileSystems(summary: unknown): readonly NodeFileSystem[] {
  const node = part(summary, 'node');
  const own = fileSystem('nodefs', part(node, 'fs'));
  const images = fileSystem('imagefs', part(part(node, 'runtime'), 'imageFs'));
  const shared =
    images?.capacityBytes === own?.capacityBytes && images?.availableBytes === own?.availableBytes && own !== undefined;
  return [own, shared ? undefined : images].filter((each) => each !== undefined);
}

function fileSystem(name: NodeFileSystem['name'], from: unknown): NodeFileSystem | undefined {
  const [capacityBytes, availableBytes] = [part(from, 'capacityBytes'), part(from, 'availableBytes')];
  if (typeof capacityBytes !== 'number' || typeof availableBytes !== 'number') return undefined;
  const sound = capacityBytes > 0 && availableBytes >= 0 && availableBytes <= capacityBytes;
  return sound ? { name, capacityBytes, availableBytes } : undefined;
}

function part(of: unknown, key: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Readonly<Record<string, unknown>>)[key] : undefined;
}
