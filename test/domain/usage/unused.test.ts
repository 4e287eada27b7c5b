import { describe, expect, test } from '@jest/globals';
import type { Container } from '../../../src/domain/kubernetes/objects.ts';
import { type Unused, unusedOf } from '../../../src/domain/usage/unused.ts';
import { type ContainerUse, spreadOf } from '../../../src/domain/usage/use.ts';

const Mi = 2 ** 20;
const container = (name: string, cpu: string, memory: string, over: Partial<Container> = {}): Container => ({
  name,
  resources: { requests: { cpu, memory } },
  ...over,
});
const use = (name: string, cpu: number, memoryMi: number): ContainerUse =>
  ({ container: name, cpu: spreadOf([cpu]), memory: spreadOf([memoryMi * Mi]) }) as ContainerUse;
const of = (containers: readonly Container[], uses: readonly ContainerUse[], pods = 1): Unused | undefined =>
  unusedOf({ containers } as never, { source: 'prometheus', spanMs: 1, containers: uses }, pods);

describe('what is asked for and not used', () => {
  test.each<[string, Unused | undefined, Unused['unused'] | undefined]>([
    [
      'request less use, for each pod',
      of([container('a', '1', '100Mi')], [use('a', 0.25, 40)], 3),
      { cpu: 2.25, memory: 180 * Mi },
    ],
    [
      'what one uses beyond its request fills nobody else’s',
      of([container('a', '1', '100Mi'), container('b', '100m', '10Mi')], [use('a', 0.5, 50), use('b', 0.4, 90)]),
      { cpu: 0.5, memory: 50 * Mi },
    ],
    [
      'a limit without a request is what is asked for',
      of([{ name: 'a', resources: { limits: { cpu: '1', memory: '10Mi' } } }], [use('a', 0.5, 10)]),
      { cpu: 0.5, memory: 0 },
    ],
    ['nothing asked for', of([{ name: 'a' }], []), { cpu: 0, memory: 0 }],
    [
      'not known while one container’s use is not',
      of([container('a', '1', '1Mi'), container('b', '1', '1Mi')], [use('a', 0.5, 1)]),
      undefined,
    ],
  ])('%s', (_, unused, expected) => {
    expect(unused?.unused).toEqual(expected);
  });

  test('sidecars among the init containers count, what only starts the pod does not', () => {
    const spec = {
      initContainers: [container('side', '1', '10Mi', { restartPolicy: 'Always' }), container('init', '9', '9Gi')],
      containers: [container('a', '1', '10Mi')],
    } as never;
    const known = { source: 'prometheus', spanMs: 1, containers: [use('a', 0.5, 10), use('side', 0.75, 10)] } as const;
    expect(unusedOf(spec, known, 2)).toEqual({
      requested: { cpu: 4, memory: 40 * Mi },
      unused: { cpu: 1.5, memory: 0 },
    });
  });

  test('CPU goes by p95, memory by its peak', () => {
    const values = [...Array<number>(95).fill(0.2), ...Array<number>(5).fill(0.9)];
    const known = { container: 'a', cpu: spreadOf(values), memory: spreadOf(values.map((value) => value * 100 * Mi)) };
    const found = of([container('a', '1', '100Mi')], [known as ContainerUse]);
    expect(found?.unused.cpu).toBeCloseTo(0.8, 9);
    expect(found?.unused.memory).toBeCloseTo(10 * Mi, 0);
  });
});
