import { describe, expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import rotateLogs from '../../../src/steps/rotate-logs.ts';
import task from '../../../src/tasks/rotate-logs/index.ts';
import { FakeCluster, missingTool, printed } from '../../fakes/cluster/fake-cluster.ts';
import { run } from '../environment.ts';

const namespace = 'phoenix-rooivalk';
const log = '/var/log/node/node.log';
const platform = { logs: [{ selector: 'app=node' }] };

/** What the programs of a container say. */
interface Programs {
  readonly logrotate: boolean;
  readonly opened?: { readonly stdout?: string; readonly stderr?: string };
  readonly listed?: { readonly stdout?: string; readonly stderr?: string };
}

const said = ({ stdout = '', stderr = '' }: { readonly stdout?: string; readonly stderr?: string } = {}) => ({
  ...printed(stdout),
  stderr: Buffer.from(stderr),
  exitCode: stderr === '' ? 0 : 1,
});

async function findingsOf(programs: Programs) {
  const cluster = new FakeCluster();
  cluster.add(resources.pods, {
    metadata: { name: 'node-0', namespace, labels: { app: 'node' } },
    spec: { containers: [{ name: 'node' }] },
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
  });
  cluster.onExec((target, [program = '', first]) => {
    if (program === 'logrotate' && !programs.logrotate) throw missingTool(target, program);
    if (program === 'find') return said(first === '/proc' ? programs.opened : programs.listed);
    return printed(`considering log ${log}\n  log does not need rotating (already rotated)\n`);
  });
  const outcome = await run(task, { ports: { cluster }, executors: { 'rotate-logs': rotateLogs }, platform });
  return outcome.findings.map(({ code, severity }) => `${code}: ${severity}`);
}

const busyBox = { stderr: 'find: unrecognized: -printf\n' };
const denied = { stderr: "find: '/proc/7/fd': Permission denied\n" };
const opened = { stdout: `300 /proc/7/fd/3 ${log}\0` };
const ended = { ...opened, stderr: "find: '/proc/9/fd': No such file or directory\n" };
const listed = { stdout: `5000 1.5 ${log}\0` };

describe('what a find says of open files', () => {
  test.each<[string, Programs, readonly string[]]>([
    ['no logrotate, nothing open', { logrotate: false }, []],
    ['no logrotate, a log open', { logrotate: false, opened }, ['logrotate-missing: warn']],
    ['no logrotate, BusyBox', { logrotate: false, opened: busyBox }, ['logs-not-visible: unknown']],
    ['no logrotate, denied', { logrotate: false, opened: denied }, ['logs-not-visible: unknown']],
    [
      'no logrotate, denied but a log open',
      { logrotate: false, opened: { ...denied, ...opened } },
      ['logrotate-missing: warn'],
    ],
    ['logrotate, all seen', { logrotate: true, opened, listed }, []],
    ['logrotate, a process ended meanwhile', { logrotate: true, opened: ended, listed }, []],
    ['logrotate, BusyBox', { logrotate: true, opened: busyBox, listed: busyBox }, ['open-files-not-seen: unknown']],
    ['logrotate, denied', { logrotate: true, opened: denied, listed }, ['open-files-not-seen: unknown']],
    [
      'logrotate, sizes denied',
      { logrotate: true, opened, listed: { stderr: "find: '/var/log/node': Permission denied\n" } },
      ['open-files-not-seen: unknown'],
    ],
  ])('%s', async (_name, programs, codes) => {
    expect(await findingsOf(programs)).toEqual(codes);
  });
});
