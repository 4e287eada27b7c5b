import { expect, test } from '@jest/globals';
import { serviceClass, serviceClassWords } from '../../../src/domain/capacity/service-class.ts';
import type { ContainerResources, Pod } from '../../../src/domain/kubernetes/objects.ts';

const pod = (resources: readonly ContainerResources[], init: readonly ContainerResources[] = []): Pod['spec'] =>
  ({
    containers: resources.map((each, k) => ({ name: `c${k}`, resources: each })),
    initContainers: init.map((each, k) => ({ name: `i${k}`, resources: each })),
  }) as never;
const both = { cpu: '1', memory: '1Gi' };

test.each<[string, Pod['spec'], string]>([
  ['nothing asked for', pod([{}, {}]), 'BestEffort'],
  ['limits alone, which requests are taken from', pod([{ limits: both }]), 'Guaranteed'],
  [
    'the same written in another way',
    pod([{ requests: { cpu: '1000m', memory: '1024Mi' }, limits: both }]),
    'Guaranteed',
  ],
  ['one limit above its request', pod([{ requests: { cpu: '500m', memory: '1Gi' }, limits: both }]), 'Burstable'],
  ['one limit missing', pod([{ requests: both, limits: { cpu: '1' } }]), 'Burstable'],
  ['one container without', pod([{ limits: both }, {}]), 'Burstable'],
  ['an init container without', pod([{ limits: both }], [{}]), 'Burstable'],
  ['a request alone', pod([{ requests: { cpu: '1' } }]), 'Burstable'],
])('%s', (_, spec, expected) => {
  expect(serviceClass(spec)).toBe(expected);
});

test.each([
  [pod([{ limits: both }]), pod([{ requests: { cpu: '1' }, limits: both }]), []],
  [
    pod([{ limits: both }]),
    pod([{ requests: { cpu: '1m' }, limits: both }]),
    ['class of service Guaranteed → Burstable: its pods give way earlier when a node runs short of memory'],
  ],
  [
    pod([{}]),
    pod([{ requests: both }]),
    [
      'class of service BestEffort → Burstable: its pods give way later when a node runs short of memory, and others earlier',
    ],
  ],
] as const)('a change is told with what it means (%#)', (before, after, expected) => {
  expect(serviceClassWords(before, after)).toEqual(expected);
});
