import { describe, expect, test } from '@jest/globals';
import {
  keySpacesOf,
  mastersOf,
  memoryCountMs,
  memoryOf,
  parseInfo,
  roleOf,
} from '../../../src/adapters/redis/read-info.ts';

test('INFO: sections are left out, values may hold colons', () => {
  const info = parseInfo(
    '# Server\r\nredis_version:7.0.15\r\nconfig_file:/a:b\r\n\r\n# Keyspace\r\ndb0:keys=2,expires=1,avg_ttl=3\r\n',
  );
  expect([...info]).toEqual([
    ['redis_version', '7.0.15'],
    ['config_file', '/a:b'],
    ['db0', 'keys=2,expires=1,avg_ttl=3'],
  ]);
});

test('key spaces: newer servers say more, and a database is a number', () => {
  const info = parseInfo('db0:keys=12,expires=7,avg_ttl=0,subexpiry=1\ndb15:keys=1,expires=0\ndbx:keys=9\ndbsize:4');
  expect(keySpacesOf(info)).toEqual([
    { index: 0, keys: 12, expiring: 7 },
    { index: 15, keys: 1, expiring: 0 },
  ]);
});

describe('memory', () => {
  const text =
    'used_memory:10\nused_memory_rss:40\nmaxmemory:0\nmaxmemory_policy:noeviction\nallocator_resident:30\nallocator_active:12';
  test.each([
    ['jemalloc', `${text}\nmem_allocator:jemalloc-5.3.0`, { reclaimableBytes: 18 }],
    ['another allocator', `${text}\nmem_allocator:libc`, { reclaimableBytes: undefined }],
    ['a limit', `${text}\nmem_allocator:libc`.replace('maxmemory:0', 'maxmemory:99'), { limitBytes: 99 }],
    ['nothing at all', '', { usedBytes: 0, residentBytes: 0, policy: 'unknown' }],
  ])('%s', (_title, info, expected) => {
    expect({ reclaimableBytes: undefined, ...memoryOf(parseInfo(info)) }).toMatchObject(expected);
  });

  test.each([
    ['hz:10', 150],
    ['hz:1', 1050],
    ['hz:500', 150],
    ['', 1050],
  ])('is counted anew after %s', (info, ms) => {
    expect(memoryCountMs(parseInfo(info))).toBe(ms);
  });
});

test('ROLE', () => {
  expect(roleOf(['master', 7, [['10.0.0.2', '6379', '7']]])).toEqual({ role: 'master', replicas: 1 });
  const following = { role: 'replica', master: '10.0.0.1:6379', replicas: 0 };
  expect(roleOf(['slave', '10.0.0.1', 6379, 'connected', 9])).toEqual({ ...following, linkUp: true });
  expect(roleOf(['slave', '10.0.0.1', 6379, 'connect', -1])).toEqual({ ...following, linkUp: false });
});

test('CLUSTER NODES: masters that hold slots, and who we are', () => {
  const nodes = [
    'aaa 10.0.0.1:6379@16379,redis-0 myself,master - 0 0 1 connected 0-8000 [93->-bbb]',
    'bbb 10.0.0.2:6379@16379 master,fail - 0 0 2 connected 8001-16383',
    'ccc 10.0.0.3:6379@16379 slave aaa 0 0 1 connected',
    'ddd 10.0.0.4:6379@16379 master - 0 0 3 connected',
    '',
  ].join('\n');
  expect(mastersOf(nodes)).toEqual({
    id: 'aaa',
    masters: [
      { id: 'aaa', address: '10.0.0.1:6379', failed: false },
      { id: 'bbb', address: '10.0.0.2:6379', failed: true },
    ],
  });
});
