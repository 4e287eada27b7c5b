import { describe, expect, test } from '@jest/globals';
import type { Access } from '../../../src/adapters/kubernetes/access.ts';
import { KubernetesCluster } from '../../../src/adapters/kubernetes/kubernetes-cluster.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { LocalApi, SteppingClock } from './local-api.ts';

const object = { metadata: { name: 'a', namespace: 'shop', uid: 'u', resourceVersion: '1' } };
const random = () => 0.99;

function at(server: string) {
  const clock = new SteppingClock();
  const identification = { kind: 'none' } as const;
  const access: Access = { context: 'c', user: 'u', server: new URL(server), verify: true, identification };
  return { clock, cluster: new KubernetesCluster(access, { clock, random }) };
}

describe('a server that has never answered', () => {
  test('is given up after ten seconds, whatever the time for a request is; later requests wait no longer than a moment', async () => {
    const { clock, cluster } = at('http://127.0.0.1:1');
    const ask = async (): Promise<number> => {
      const started = clock.monotonic();
      await expect(cluster.get(resources.configMaps, 'shop', 'a')).rejects.toMatchObject({ code: 'unreachable' });
      return clock.monotonic() - started;
    };
    const first = await ask();
    expect(first).toBeGreaterThan(2_000);
    expect(first).toBeLessThanOrEqual(10_000);
    clock.advance(10_000 - clock.monotonic());
    for (let more = 0; more < 5; more += 1) expect(await ask()).toBeLessThanOrEqual(1_000);
    await cluster.close();
  });

  test('is asked with all patience once it has answered, also when it comes late', async () => {
    await using api = await LocalApi.start((_seen, number) =>
      number >= 2 && number <= 6 ? { status: 503 } : { body: object },
    );
    const cluster = api.cluster({ random });
    await cluster.get(resources.configMaps, 'shop', 'a');
    const before = api.clock.monotonic();
    await cluster.get(resources.configMaps, 'shop', 'a');
    expect(api.clock.monotonic() - before).toBeGreaterThan(10_000);
  });
});
