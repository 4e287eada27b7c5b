import { expect, test } from '@jest/globals';
import { storedFiles } from '../../../src/observation/backup/files.ts';
import { createFakeObjectStore } from '../../fakes/object-store/fake-object-store.ts';

const planned = (keys: readonly string[]) => keys.map((key, index) => ({ key, bytes: 1, sha256: `sum-${index}` }));

test.each<[string, readonly string[], readonly string[]]>([
  ['one object', ['database/2026-11-24/db.sql'], ['db.sql']],
  ['the files of a directory', ['d/2026/dump/toc.dat', 'd/2026/dump/3201.dat.gz'], ['toc.dat', '3201.dat.gz']],
  [
    'folders with the same names inside',
    ['c/d/ns-a/one.yaml', 'c/d/ns-b/one.yaml'],
    ['ns-a/one.yaml', 'ns-b/one.yaml'],
  ],
  ['folders whose names begin alike', ['c/node-1/b.jsonl', 'c/node-10/b.jsonl'], ['node-1/b.jsonl', 'node-10/b.jsonl']],
  ['one beside a folder', ['c/one.yaml', 'c/ns/one.yaml'], ['one.yaml', 'ns/one.yaml']],
  ['no folder in common', ['a/x', 'b/x', 'x'], ['a/x', 'b/x', 'x']],
  ['nothing', [], []],
])('every object has a name and a checksum of its own: %s', (_name, keys, names) => {
  const { files, expected } = storedFiles(createFakeObjectStore(), planned(keys));
  expect(files.map(({ name }) => name)).toEqual(names);
  expect(expected()).toEqual(Object.fromEntries(names.map((name, index) => [name, `sum-${index}`])));
});
