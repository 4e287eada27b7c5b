import { describe, expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import rotateLogs from '../../../src/steps/rotate-logs.ts';
import task from '../../../src/tasks/rotate-logs/index.ts';
import { FakeCluster, missingTool, printed } from '../../fakes/cluster/fake-cluster.ts';
import { run, testNow } from '../environment.ts';

const log = '/var/log/app/app.log';
const hoursAgo = (hours: number) => testNow / 1000 - hours * 3600;

interface Scene {
  readonly entry?: object;
  readonly logrotate?: boolean;
  /** Links of /proc, with their modes. */
  readonly open?: string;
  readonly listed?: string;
  readonly debug?: string;
}

async function look({ entry = {}, logrotate = false, open = `300 /proc/7/fd/3 ${log}\0`, listed, debug = '' }: Scene) {
  const cluster = new FakeCluster();
  cluster.add(resources.pods, {
    metadata: { name: 'app-0', namespace: 'phoenix-rooivalk', labels: { app: 'app' } },
    spec: { containers: [{ name: 'app' }] },
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
  });
  cluster.onExec((target, [program = '', first]) => {
    if (program === 'logrotate' && logrotate) return printed(debug);
    if (program === 'logrotate') throw missingTool(target, program);
    return printed(first === '/proc' ? open : (listed ?? `5000000 ${hoursAgo(0)} ${log}\0`));
  });
  const platform = { logs: [{ selector: 'app=app', ...entry }] };
  const { entry: told, findings } = await run(task, {
    ports: { cluster },
    executors: { 'rotate-logs': rotateLogs },
    platform,
  });
  return { told, findings, codes: findings.map(({ code, severity }) => `${code}: ${severity}`) };
}

const rotated = `5000000 ${hoursAgo(0)} ${log}\x003000000 ${hoursAgo(8)} ${log}.1.gz\0`;
const declared = { rotates: 'application' };

describe('a log that an application rotates by itself', () => {
  test('is told as such by the rotated files beside it, with what was seen', async () => {
    const { told, findings, codes } = await look({ listed: rotated });
    expect(codes).toEqual(['rotated-by-application: info']);
    expect(told.verdict).toBe('pass');
    expect(findings[0]?.evidence).toBe(`${log}, 5 MB; 1 rotated file beside it, 3 MB, the newest 8 h old`);
    expect(told.measurements).toMatchObject([{ name: 'log-bytes', subject: 'pod/app-0', value: 8_000_000 }]);
  });

  test.each<[string, Scene, readonly string[]]>([
    ['nobody rotates it', {}, ['logrotate-missing: warn']],
    ['it is said', { entry: declared }, ['rotated-by-application: info']],
    ['it is said, and logrotate is there too', { entry: declared, logrotate: true }, ['rotated-by-application: info']],
    ['it is said, but none is open', { entry: declared, open: '' }, ['logs-not-visible: unknown']],
    [
      'it is said, but it grows',
      { entry: declared, listed: `1000000001 ${hoursAgo(0)} ${log}\0` },
      ['log-too-large: warn'],
    ],
    [
      'it is said, but it is late',
      { entry: declared, listed: `1 ${hoursAgo(0)} ${log}\x001 ${hoursAgo(300)} ${log}-20261110\0` },
      ['rotation-overdue: warn'],
    ],
    [
      'it was removed',
      { open: `300 /proc/7/fd/3 ${log} (deleted)\0`, listed: '' },
      ['logrotate-missing: warn', 'removed-but-open: warn'],
    ],
    ['it is read alone', { open: `500 /proc/7/fd/3 ${log}\0` }, []],
  ])('%s', async (_name, scene, codes) => expect((await look(scene)).codes).toEqual(codes));
});

test('a file that several processes write to is one file', async () => {
  const debug = `considering log ${log}\n  log does not need rotating (x)\n`;
  const open = [7, 8, 9, 10].map((pid) => `300 /proc/${pid}/fd/3 ${log}.1\0`).join('');
  const { told, findings } = await look({ logrotate: true, debug, open });
  expect(findings.map(({ evidence }) => evidence)).toEqual([`1 file: ${log}.1 by pids 7, 8, 9 and 1 more`]);
  expect(told.result).toBe('nothing to do: no log of 1 pod is due; 1 file still held open by pids 7, 8, 9 and 1 more');
});

test('a log that was removed by hand is seen though logrotate considers none, and the line says who holds it', async () => {
  const debug = 'rotating pattern: /var/log/app/*.log  after 1 days\n';
  const open = `300 /proc/88/fd/3 ${log} (deleted)\x00500 /proc/9/fd/3 ${log}.1\0`;
  const { told, codes } = await look({ logrotate: true, debug, open });
  expect(codes).toEqual(['removed-but-open: warn']);
  expect(told.result).toBe('nothing to do: no log of 1 pod is due; 1 file still held open by pid 88');
});
