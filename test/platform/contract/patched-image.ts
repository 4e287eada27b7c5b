import { hostPort, REGISTRY } from '../../../sandbox/network.ts';
import type { Configuration } from '../../../src/domain/configuration/configuration.ts';
import type { Digest } from '../../../src/domain/json.ts';
import { FakeRegistry } from '../../fakes/registry/fake-registry.ts';
import { inside } from '../faults/world.ts';
import { image } from './contract-workload.ts';

const digestOf = async (tag: string): Promise<Digest> => {
  const accept = 'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json';
  const url = `http://${hostPort(REGISTRY)}/v2/phoenix/probe/manifests/${tag}`;
  const head = await inside('curl', '--silent', '--head', '--header', `Accept: ${accept}`, url);
  return /docker-content-digest: (sha256:[0-9a-f]{64})/i.exec(head)?.[1] as Digest;
};

/** The sandbox's registry as far as the work's image goes: it is reached from inside the sandbox alone. */
export async function registryOf() {
  const registry = new FakeRegistry();
  for (const tag of ['1.35.0', '1.35.1']) {
    const platforms = [{ os: 'linux', architecture: 'amd64' }];
    const signature = { state: 'signed', by: 'the contract' } as const;
    registry.put(image, tag, { digest: await digestOf(tag), platforms, signature });
  }
  return { registry };
}

const living = ['blockchain-node', 'api-gateway', 'postgres', 'redis'];

/** Nothing that lives on the platform already is patched. */
export function imagesOfOthers({ images, workloads }: Configuration['platform']) {
  return { images: { ...images, keys: [], ignore: [...living, ...workloads.others.map(({ name }) => name)] } };
}
