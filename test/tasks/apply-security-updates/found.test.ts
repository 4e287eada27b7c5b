import { describe, expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { Bench, host, namespace, signed } from './bench.ts';
import { codes, type Draft } from './outcome.ts';

describe('what is found', () => {
  test('a tag that stands for another image than our record knows is a failure, and does not go out', async () => {
    const bench = new Bench();
    bench.known('api-gateway', '2.1.1', `sha256:${'b'.repeat(64)}`, 30);
    bench.push('api-gateway', '2.1.1', { signature: signed });
    const outcome = await bench.run();
    expect(outcome.entry.verdict).toBe('fail');
    expect(outcome.findings).toMatchObject([
      { code: 'tag-moved', severity: 'fail', subject: `image ${host}/api-gateway:2.1.1` },
    ]);
    expect(bench.images()['api-gateway']).toBe(`${host}/api-gateway:2.1.0`);
    // and it stays one next week: the record keeps both
    expect((await bench.run()).entry.verdict).toBe('fail');
  });

  test('a tag that stands for another image than its pods run, although our record is new', async () => {
    const bench = new Bench();
    bench.record.images = {};
    bench.push('api-gateway', '2.1.0', { content: 'pushed over' });
    expect(codes(await bench.run())).toEqual(['fail tag-moved']);
  });

  test('a moved tag that somebody accepts with a reason is none', async () => {
    const bench = new Bench();
    const digest = bench.push('api-gateway', '2.1.0', { content: 'rebuilt' });
    expect((await bench.run('plan')).entry.verdict).toBe('fail');
    const accept = [{ image: `${host}/api-gateway@${digest}`, reason: 'rebuilt on a patched base' }];
    const accepting = new Bench({ platform: { images: { accept } } });
    accepting.push('api-gateway', '2.1.0', { content: 'rebuilt' });
    expect((await accepting.run('plan')).entry.verdict).toBe('pass');
  });

  test.each<[string, string, string]>([
    ['latest', `${host}/api-gateway:latest`, 'warn floating-tag'],
    ['no tag at all', `${host}/api-gateway@sha256:${'a'.repeat(64)}`, 'warn image-without-tag'],
    ['a name that is none', 'Not An Image', 'warn image-unreadable'],
  ])('an image with %s cannot be kept up to date', async (_name, image, code) => {
    const bench = new Bench();
    bench.edit('Deployment', 'api-gateway', (({ spec }: Draft) => {
      for (const container of spec.template.spec.containers) container.image = image;
    }) as never);
    bench.push('api-gateway', 'latest');
    const outcome = await bench.run('plan');
    expect(codes(outcome)).toContain(code);
  });

  test('a configured workload that does not exist', async () => {
    const bench = new Bench();
    bench.cluster.remove(resources.deployments, namespace, 'monitoring-stack');
    const outcome = await bench.run();
    expect(codes(outcome)).toEqual(['warn workload-missing']);
  });
});

describe('what could not be read is unknown, and the rest goes on', () => {
  test('a registry that is down', async () => {
    const bench = new Bench();
    bench.push('api-gateway', '2.1.1', { signature: signed });
    bench.edit('Deployment', 'monitoring-stack', (({ spec }: Draft) => {
      for (const container of spec.template.spec.containers) container.image = 'down.example.com/m:1.0.0';
    }) as never);
    const subject = 'registry down.example.com';
    bench.registry.failures.set('down.example.com', { code: 'unreachable', subject, message: `${subject} refused` });
    const outcome = await bench.run();
    expect(outcome.entry).toMatchObject({ status: 'done', verdict: 'unknown' });
    expect(codes(outcome)).toEqual(['unknown registry-not-asked']);
    expect(bench.images()['api-gateway']).toContain('2.1.1@');
  });

  test('a Secret that the configuration does not name', async () => {
    const bench = new Bench();
    bench.push('api-gateway', '2.1.1', { signature: signed });
    bench.cluster.forbid({ resource: resources.secrets, verbs: ['get'] });
    const outcome = await bench.run();
    expect(outcome.findings).toMatchObject([
      {
        code: 'workload-not-read',
        severity: 'unknown',
        subject: 'deployment/api-gateway',
        next: expect.stringContaining('platform.workloads.secrets'),
      },
    ]);
    expect(bench.images()['api-gateway']).toBe(`${host}/api-gateway:2.1.0`);
  });

  test.each<[string, (bench: Bench) => void, string]>([
    [
      'our own record',
      (bench) => {
        bench.record.failure = new PortError({ code: 'forbidden', subject: 'configmaps', message: 'may not get' });
      },
      'our own record of images',
    ],
    ['the nodes', (bench) => bench.cluster.forbid({ resource: resources.nodes, verbs: ['list'] }), 'nodes'],
    [
      'a node that does not say its platform',
      (bench) => void bench.cluster.add(resources.nodes, { metadata: { name: 'odd' } }),
      'nodes',
    ],
  ])('%s: nothing goes out', async (_name, change, subject) => {
    const bench = new Bench();
    bench.push('api-gateway', '2.1.1', { signature: signed });
    change(bench);
    const outcome = await bench.run();
    expect(outcome.findings).toMatchObject([{ code: 'cannot-decide', severity: 'unknown', subject }]);
    expect(bench.images()['api-gateway']).toBe(`${host}/api-gateway:2.1.0`);
  });
});
