import { type ImagePlatform, platformText } from '../../domain/image/platforms.ts';
import { clusterWide, kubectl } from '../../domain/kubernetes/kubectl.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import type { Permission } from '../../domain/task/permissions.ts';
import type { Cluster } from '../../ports/cluster.ts';
import { PortError } from '../../ports/port-error.ts';

/** What {@link platformsInUse} may read. */
export const platformPermissions: readonly Permission[] = [
  {
    resource: resources.nodes,
    verbs: ['list'],
    scope: 'cluster',
    why: 'know the platforms for which an image must exist',
  },
];

/** The operating systems and architectures of all nodes, each once. `invalid` when a node does not say. */
export async function platformsInUse(cluster: Cluster): Promise<readonly ImagePlatform[]> {
  const found = new Map<string, ImagePlatform>();
  for await (const { metadata, status } of cluster.list({ resource: resources.nodes })) {
    const { operatingSystem: os = '', architecture = '' } = status?.nodeInfo ?? {};
    if (os === '' || architecture === '') {
      throw new PortError({
        code: 'invalid',
        subject: `node/${metadata.name}`,
        message: `node/${metadata.name} does not say its operating system and architecture`,
        next: kubectl(clusterWide)`get node ${metadata.name} -o wide`,
      });
    }
    const platform = { os, architecture };
    found.set(platformText(platform), platform);
  }
  return [...found.values()];
}
