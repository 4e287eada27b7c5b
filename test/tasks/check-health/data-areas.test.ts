import { describe, expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { noCredentials } from '../../../src/ports/object-store.ts';
import type { PortErrorParts } from '../../../src/ports/port-error.ts';
import { Bench, hour, namespace, now } from './bench.ts';
import { foundAfter } from './found.ts';

type Row = readonly [string, (bench: Bench) => unknown, readonly string[]];

describe('storage', () => {
  const unknown = ['unknown volume-usage-unknown persistentvolumeclaims'];
  const claim = 'persistentvolumeclaim';
  const now = '2026-11-24T02:09:00Z';
  test.each<Row>([
    // the guide takes the header line of `kubectl get pv` for a broken volume
    ['no volume at all', () => undefined, []],
    ['bound and available', (bench) => [bench.volume('a', 'Bound'), bench.volume('b', 'Available')], []],
    ['failed', (bench) => bench.volume('a', 'Failed'), ['fail volume-phase persistentvolume/a']],
    ['to be kept', (bench) => bench.volume('a', 'Released', 'Retain'), ['info volume-released persistentvolume/a']],
    ['not removed', (bench) => bench.volume('a', 'Released', 'Delete'), ['fail volume-phase persistentvolume/a']],
    ['waits since long', (bench) => bench.claim('archive', 'Pending'), [`fail claim-phase ${claim}/archive`]],
    ['waits since now', (bench) => bench.claim('archive', 'Pending', now), [`warn claim-phase ${claim}/archive`]],
    ['lost', (bench) => bench.claim('archive', 'Lost', now), [`fail claim-phase ${claim}/archive`]],
    ['84 %', (bench) => bench.usage({ 'data-postgres-0': 0.84 }), []],
    ['85 %', (bench) => bench.usage({ 'data-postgres-0': 0.85 }), [`warn volume-nearly-full ${claim}/data-postgres-0`]],
    ['95 %', (bench) => bench.usage({ 'data-postgres-0': 0.95 }), [`fail volume-nearly-full ${claim}/data-postgres-0`]],
    ['nobody measures', (bench) => bench.usage({}), unknown],
    ['no Prometheus', (bench) => bench.metrics.withoutPrometheus(), unknown],
    ['one of two measured', (bench) => bench.claim('other', 'Bound'), unknown],
    [
      'the file systems of the nodes, for volumes that are on them',
      (bench) => {
        bench.usage({});
        bench.onNode('data-postgres-0');
        bench.fileSystem('node-1', '/data', 0.9);
        for (const node of ['node-2', 'node-3']) bench.fileSystem(node, '/data', 0.1);
        // somebody else’s machine, and what nothing can be written to
        bench.fileSystem('foreign', '/data', 0.99);
        bench.fileSystem('node-1', '/media', 1, { readonly: true });
      },
      ['warn volume-nearly-full file system /data of node/node-1'],
    ],
    [
      'the file systems of some nodes, for a volume that is on whichever',
      (bench) => {
        bench.usage({});
        bench.onNode('data-postgres-0');
        for (const node of ['node-1', 'node-2']) bench.fileSystem(node, '/data', 0.1);
      },
      unknown,
    ],
    [
      'the file systems of the node that a volume is on',
      (bench) => {
        bench.usage({});
        bench.onNode('data-postgres-0', 'node-2');
        bench.fileSystem('node-2', '/data', 0.1);
      },
      [],
    ],
    [
      'the file systems of another node than the volume is on',
      (bench) => {
        bench.usage({});
        bench.onNode('data-postgres-0', 'node-3');
        bench.fileSystem('node-2', '/data', 0.1);
      },
      unknown,
    ],
    [
      'the file systems of the nodes, for volumes that are elsewhere',
      (bench) => {
        bench.usage({});
        bench.fileSystem('node-1', '/data', 0.1);
      },
      unknown,
    ],
  ])('%s', async (_name, change, expected) => {
    expect(await foundAfter(change)).toEqual(expected);
  });
});

describe('certificates: their dates alone', () => {
  const day = 24 * hour;
  const subject = 'secret/api-gateway-tls';
  test.each([
    [60, undefined],
    [10, 'warn certificate-due'],
    [0.5, 'fail certificate-ends'],
    [-1, 'fail certificate-expired'],
  ])('%d days left', async (days, expected) => {
    const found = await foundAfter(() => undefined, { notBefore: now - 30 * day, notAfter: now + days * day });
    expect(found).toEqual(expected === undefined ? [] : [`${expected} ${subject}`]);
  });

  test('what cert-manager renews does not wait for a window', async () => {
    const shortLived = { notBefore: now - 2 * day, notAfter: now + 4 * day };
    const renewedByItself = (bench: Bench) =>
      bench.cluster.edit(resources.secrets, namespace, 'api-gateway-tls', ({ metadata }) => {
        metadata.annotations = { 'cert-manager.io/certificate-name': 'api-gateway' };
      });
    // by days and share it is not due, and the next weekly opening comes too late
    expect(await foundAfter(renewedByItself, shortLived)).toEqual([]);
    expect(await foundAfter(() => undefined, shortLived)).not.toEqual([]);
    expect(await foundAfter(renewedByItself, { ...shortLived, notAfter: now - hour })).toEqual([
      `fail certificate-expired ${subject}`,
    ]);
  });

  test.each<Row>([
    ['not there', (bench) => bench.cluster.remove(resources.secrets, namespace, 'api-gateway-tls'), []],
    [
      'empty',
      (bench) =>
        bench.cluster.edit(resources.secrets, namespace, 'api-gateway-tls', (secret) => {
          secret.data = {};
        }),
      [],
    ],
  ])('%s', async (_name, change) => {
    expect(await foundAfter(change)).toEqual([`fail no-certificate ${subject}`]);
  });
});

describe('backups: the age of the newest', () => {
  const key = 'database/2026-11-24.tar';
  const denied = { code: 'forbidden', subject: 'x', message: 'listing is denied' } as const;
  const foundWith = (code: string) => [`${code} database backup`];
  test.each<Row>([
    ['23 h', (bench) => bench.backup(key, 23 * hour), []],
    ['25 h', (bench) => bench.backup(key, 25 * hour), foundWith('fail backup-too-old')],
    ['25 h, beside a younger one', (bench) => [bench.backup('database/a', hour), bench.backup(key, 25 * hour)], []],
    ['none', (bench) => bench.store.objects.delete(key), foundWith('fail no-backup')],
    [
      'a folder is none',
      (bench) => [bench.store.objects.delete(key), bench.backup('database/', 0, 0)],
      foundWith('fail no-backup'),
    ],
    ['the newest is empty', (bench) => bench.backup('database/z', 0, 0), foundWith('fail backup-empty')],
    ['denied', (bench) => bench.store.failures.set('database/', denied), foundWith('unknown backup-not-seen')],
  ])('%s', async (_name, change, expected) => {
    expect(await foundAfter(change)).toEqual(expected);
  });

  const without: PortErrorParts = { code: 'unauthorized', subject: noCredentials, message: 'there are none' };
  const rejected: PortErrorParts = { code: 'unauthorized', subject: 's3://b/', message: 'the key is not known' };
  test.each([
    ['no credentials, and nothing configured', {}, without, '11 of 11 areas healthy', ['backups']],
    [
      'an endpoint without credentials',
      { endpoint: 'https://s3.example' },
      without,
      '11 of 12 areas healthy; unknown: backups',
      [],
    ],
    ['credentials that are not accepted', {}, rejected, '11 of 12 areas healthy; unknown: backups', []],
  ])('%s', async (_name, backups, failure, result, notChecked) => {
    const bench = await Bench.well();
    bench.platform = { backups };
    for (const kind of ['database', 'blockchain', 'configuration']) bench.store.failures.set(`${kind}/`, failure);
    const { entry } = await bench.run();
    expect([entry.result, entry.notChecked.map(({ subject }) => subject)]).toEqual([result, notChecked]);
  });
});
