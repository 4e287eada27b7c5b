import { describe, test } from '@jest/globals';
import { expectFound, type Illness } from './illness.ts';
import { flipped, higher, removed, respoilt, shrunk, withoutRoles } from './spoil.ts';

const dump = 'database/database-backup.sql';
const blocks = 'blockchain/blocks-0001.jsonl';

const cases: readonly Illness[] = [
  [
    'a flipped bit',
    (bench) => bench.spoil(dump, flipped),
    'checksum-mismatch',
    'fail',
    /1 of 1 objects, such as database-backup.sql/,
  ],
  [
    'it is cut off',
    (bench) => bench.spoil(dump, (content) => content.subarray(0, -200)),
    'backup-incomplete',
    'fail',
    /ends within the rows/,
  ],
  ['it is empty', (bench) => bench.spoil(dump, () => Buffer.alloc(0)), 'backup-empty', 'fail', /no bytes/],
  [
    'it runs a program',
    (bench) => bench.spoil(dump, (content) => Buffer.concat([Buffer.from('\\! id\n'), content])),
    'program-in-dump',
    'fail',
    /`\\! id` is a command of psql/,
  ],
  [
    'another size than stored',
    (bench) => bench.spoil(dump, (content) => Buffer.concat([content, content])),
    'size-not-as-stored',
    'fail',
    /manifest: \d+/,
  ],
  ['much smaller than before', (bench) => shrunk(bench), 'size-outside-band', 'warn', /median of 13 earlier ones/],
  [
    'no checksum anywhere',
    (bench) => removed(bench, bench.newest('configuration/manifest.json')),
    'no-checksum',
    'warn',
    /no SHA-256 for 1 of 1/,
  ],
  [
    'a manifest that is none',
    (bench) => bench.spoil('blockchain/manifest.json', () => Buffer.from('{')),
    'manifest-not-read',
    'fail',
    /no manifest/,
  ],
  [
    'an object of the manifest is missing',
    (bench) => removed(bench, bench.newest('blockchain/blocks-0002.jsonl')),
    'backup-missing',
    'fail',
    /1 of 2 objects of the manifest/,
  ],
  [
    'a block is missing',
    (bench) => respoilt(bench, blocks, (text) => text.replace(/.*"height":110.*\n/, '')),
    'blocks-not-whole',
    'fail',
    /block 111 follows block 109/,
  ],
  ['the chain ends early', (bench) => higher(bench), 'height-not-reached', 'fail', /last block 149 \(manifest: 200\)/],
  ['no roles are kept', (bench) => withoutRoles(bench), 'roles-not-kept', 'warn', /1 role: phoenix_owner/],
];

describe('what reading backups shows', () => {
  test.each(cases)('%s', (...illness) => expectFound(illness));
});
