import { expect, test } from '@jest/globals';
import { nodeFileSystems } from '../../../src/domain/kubernetes/node-summary.ts';

const fs = (capacityBytes: unknown, availableBytes: unknown) => ({ capacityBytes, availableBytes, usedBytes: 1 });
const own = { name: 'nodefs', capacityBytes: 100, availableBytes: 40 };

test.each<[string, unknown, unknown]>([
  ['its own', { node: { fs: fs(100, 40) } }, [own]],
  ['its own, which holds the images as well', { node: { fs: fs(100, 40), runtime: { imageFs: fs(100, 40) } } }, [own]],
  [
    'another one for images',
    { node: { fs: fs(100, 40), runtime: { imageFs: fs(50, 5) } } },
    [own, { name: 'imagefs', capacityBytes: 50, availableBytes: 5 }],
  ],
  [
    'images alone',
    { node: { runtime: { imageFs: fs(50, 5) } } },
    [{ name: 'imagefs', capacityBytes: 50, availableBytes: 5 }],
  ],
  ['none without a size', { node: { fs: fs(0, 0) } }, []],
  ['none that has more than its size', { node: { fs: fs(10, 11) } }, []],
  ['none that is no number', { node: { fs: fs('100', null) } }, []],
  ['none in another document', ['node'], []],
  ['none in nothing', null, []],
])('file systems of a node: %s', (_title, summary, found) => {
  expect(nodeFileSystems(summary)).toEqual(found);
});
