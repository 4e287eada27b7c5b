import { describe, test } from '@jest/globals';
import { plainDump } from '../../backups/dumps.ts';
import { expectFound, type Illness } from './illness.ts';
import { flipped, higher, removed, respoilt, shrunk, withoutRoles } from './spoil.ts';

const dump = 'database/database-backup.sql';
const globals = 'database/globals.sql';
const marker = '--\n-- PostgreSQL database cluster dump complete';
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
  ['the chain ends early', (bench) => higher(bench), 'height-not-reached', 'fail', /last block 162 \(manifest: 200\)/],
  [
    'a whole cluster under the name of roles',
    (bench) => respoilt(bench, globals, (text) => text.replace(marker, `\\connect template1\n${marker}`)),
    'backup-format-unknown',
    'unknown',
    /a dump of a whole cluster, databases and all \(`\\connect template1`\)/,
  ],
  [
    'tables under the name of roles',
    (bench) => respoilt(bench, globals, (text) => text.replace(marker, `CREATE TABLE t (id integer);\n${marker}`)),
    'backup-format-unknown',
    'unknown',
    /whole cluster, databases and all \(`create table t`\)/,
  ],
  [
    'roles of which a database is called so',
    (bench) => {
      withoutRoles(bench);
      bench.lay(`database/${bench.date(0)}`, { 'database-backup.sql': plainDump(), 'user-roles.sql': plainDump() }, 0);
    },
    'roles-not-kept',
    'warn',
    /1 role: phoenix_owner/,
  ],
  [
    'roles and no database',
    (bench) => {
      const { content = new Uint8Array() } = bench.store.objects.get(bench.newest(globals)) ?? {};
      removed(bench, 'database/');
      bench.lay(`database/${bench.date(0)}`, { 'database-backup.sql': Buffer.from(content) }, 0);
    },
    'backup-missing',
    'fail',
    /^1 object, each of pg_dumpall with roles alone/,
  ],
  [
    'the chain stands still',
    (bench) => {
      removed(bench, `blockchain/${bench.date(1)}`);
      bench.lay(`blockchain/${bench.date(1)}`, { 'blocks.tar': Buffer.from('x') }, 1, { height: 162 });
    },
    'height-not-grown',
    'warn',
    /last block 162 \(the backup before: 162\)/,
  ],
  [
    'a gap beside a genesis',
    (bench) => {
      const key = `blockchain/${bench.date(0)}`;
      removed(bench, key);
      const lines = ['{"height":1}\n{"height":3}\n', '{"chainId":7}'].map((text) => Buffer.from(text));
      bench.lay(key, { 'blocks.jsonl': lines[0] ?? Buffer.alloc(0), 'genesis.json': lines[1] ?? Buffer.alloc(0) }, 0);
    },
    'blocks-not-whole',
    'fail',
    /block 3 follows block 1/,
  ],
  [
    'an archive that shows no height',
    (bench) => {
      removed(bench, `blockchain/${bench.date(0)}`);
      bench.lay(`blockchain/${bench.date(0)}`, { 'node.bin': Buffer.alloc(900, 7) }, 0, { height: 162 });
    },
    'height-not-known',
    'warn',
    /none of 1 object/,
  ],
  [
    'more objects than a run reads',
    (bench) => {
      removed(bench, `configuration/${bench.date(0)}`);
      const small = Buffer.from('{}');
      const names = Array.from({ length: 2001 }, (_, index) => `${String(index).padStart(5, '0')}.yaml`);
      bench.lay(`configuration/${bench.date(0)}`, Object.fromEntries(names.map((name) => [name, small])), 0);
    },
    'objects-not-read',
    'unknown',
    /the last 2000 of 2.?001 objects/,
  ],
  ['no roles are kept', (bench) => withoutRoles(bench), 'roles-not-kept', 'warn', /1 role: phoenix_owner/],
];

describe('what reading backups shows', () => {
  test.each(cases)('%s', (...illness) => expectFound(illness));
});
