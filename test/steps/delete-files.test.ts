import { execFile } from 'node:child_process';
import {
  link,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import type { StepOf } from '../../src/domain/step/step.ts';
import executor from '../../src/steps/delete-files.ts';
import { FakeCluster, printed } from '../fakes/cluster/fake-cluster.ts';
import { stepContext } from './step-context.ts';

const namespace = 'phoenix-rooivalk';
const nobodyLocks = '1: POSIX  ADVISORY  WRITE 123 08:01:1 0 EOF\n';
let outer = '';
let directory = '';

beforeEach(async () => {
  outer = await mkdtemp(join(tmpdir(), 'files-'));
  directory = join(outer, 'scratch');
  await mkdir(join(directory, 'sub'), { recursive: true });
  for (const name of ['a', 'sub/b']) {
    await writeFile(join(directory, name), 'xxxx');
    await utimes(join(directory, name), 1, 1);
  }
});
afterEach(() => rm(outer, { recursive: true }));

/** Run a real program, with the names on stdin. */
function carriedOut([program = '', ...args]: readonly string[], stdin: Uint8Array = new Uint8Array()) {
  const { promise, resolve } = Promise.withResolvers<ReturnType<typeof printed>>();
  const child = execFile(program, args, { encoding: 'buffer' }, (error, stdout, stderr) =>
    resolve({ ...printed(stdout), stderr, exitCode: error === null ? 0 : Number(error.code) }),
  );
  child.stdin?.end(stdin);
  return promise;
}

/** A real find, which is refused one file when it deletes. */
async function found(argv: readonly string[], stdin: Uint8Array = new Uint8Array(), immutable = '') {
  if (immutable === '' || !argv.includes('-delete')) return await carriedOut(argv, stdin);
  const path = join(directory, immutable);
  const others = Buffer.from(Buffer.from(stdin).toString('latin1').replace(`${path}\0`, ''), 'latin1');
  const stderr = Buffer.from(`find: cannot delete '${path}': Operation not permitted\n`);
  return { ...(await carriedOut(argv, others)), stderr, exitCode: 1 };
}

interface Scene {
  /** What `find` says of the descriptors that it may not follow. */
  readonly denied?: string;
  readonly locks?: string;
  readonly open?: string;
  /** How the look at what the planned files are now ends, if not by itself. */
  readonly identifying?: number;
  /** A file that find may not delete, as one that is marked immutable. */
  readonly immutable?: string;
}

/** Take the step for what the folder holds now, after `meanwhile`; the deletion is a real find's. */
async function take(scene: Scene, meanwhile: () => Promise<void> = async () => undefined) {
  const cluster = new FakeCluster();
  const pod = cluster.add(resources.pods, {
    metadata: { name: 'node-0', namespace },
    spec: { containers: [{ name: 'node' }] },
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
  });
  const files = await Promise.all(
    ['a', 'sub/b'].map(async (name) => {
      const { dev, ino, size } = await stat(join(directory, name));
      const path = Buffer.from(join(directory, name)).toString('base64');
      return { path, device: dev, inode: String(ino), bytes: size };
    }),
  );
  await meanwhile();
  cluster.onExec(async (_target, argv, stdin) => {
    if (argv[0] === 'cat') return printed(scene.locks ?? nobodyLocks);
    if (scene.identifying !== undefined && argv.includes('%D %i %p\\0')) {
      return { ...printed(''), exitCode: scene.identifying };
    }
    if (argv[1] !== '-L') return await found(argv, stdin, scene.immutable);
    const stderr = Buffer.from(scene.denied ?? '');
    return { ...printed(scene.open ?? ''), stderr, exitCode: stderr.length > 0 ? 1 : 0 };
  });
  const step: StepOf<'delete-files'> = {
    id: 'delete-files pod/node-0',
    kind: 'delete-files',
    subject: 'pod/node-0',
    from: null,
    to: null,
    parameters: {
      namespace,
      pod: 'node-0',
      podUid: pod.metadata.uid,
      container: 'node',
      directory,
      minimumAgeMs: 0,
      files,
    },
    why: 'w',
    risk: 'r',
    undo: 'cannot be undone',
    deadlineMs: 60_000,
  };
  return await executor.apply(stepContext({ cluster }), step);
}

const left = async () =>
  (await readdir(outer, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;

const identity = async (name: string) => {
  const { dev, ino } = await stat(join(directory, name));
  return `${dev} ${ino}\0`;
};

describe('deleting planned files', () => {
  test('takes those that are what they were', async () => {
    await take({});
    expect(await left()).toBe(0);
  });

  test.each([
    ['of a descriptor', "find: '/proc/7/fd/3': Permission denied\n"],
    ['of a folder, in typographic quotation marks', 'find: ‘/proc/7/fd’: Permission denied\n'],
    ['in the words of another language', 'find: ‘/proc/7/fd/3’: Keine Berechtigung\n'],
    ['of a file on a server that is away', 'find: ‘/proc/7/fd/3’: Stale file handle\n'],
  ])('takes none where it may not see what is open: %s', async (_name, denied) => {
    await expect(take({ denied })).rejects.toMatchObject({ message: expect.stringContaining('process 7') });
    expect(await left()).toBe(2);
  });

  test('a process that ended meanwhile, and folders that are not descriptors, hide nothing', async () => {
    await take({
      denied: [
        "find: '/proc/7/fd/3': No such file or directory",
        "find: '/proc/9/fd': No such process",
        "find: '/proc/8/root': Permission denied",
        "find: File system loop detected; '/proc/8/fd/4' is part of the same file system loop as '/proc'.",
        '',
      ].join('\n'),
    });
    expect(await left()).toBe(0);
  });

  test('says so when it was killed before it could tell what the files are now', async () => {
    await expect(take({ identifying: 137 })).rejects.toMatchObject({
      message: expect.stringContaining('exit code 137'),
    });
    expect(await left()).toBe(2);
  });

  test('spares what was opened since it was listed', async () => {
    await take({ open: await identity('a') });
    expect(await left()).toBe(1);
  });

  test('spares what was locked since it was listed', async () => {
    const { ino } = await stat(join(directory, 'a'));
    await take({ locks: `1: FLOCK  ADVISORY  WRITE 9 08:01:${ino} 0 EOF\n` });
    expect(await left()).toBe(1);
  });

  test('does not leave the directory through a folder that became a link', async () => {
    const elsewhere = join(outer, 'elsewhere');
    await mkdir(elsewhere);
    await writeFile(join(elsewhere, 'b'), 'precious');
    await take({}, async () => {
      await rename(join(directory, 'sub'), join(outer, 'moved'));
      await symlink(elsewhere, join(directory, 'sub'));
    });
    expect(await readdir(elsewhere)).toEqual(['b']);
  });

  test('measures what the file system gains around it, and never deletes the directory', async () => {
    const { measurements, text } = await take({});
    const measured = Object.fromEntries(measurements.map(({ name, value }) => [name, value]));
    expect(measured).toMatchObject({ 'files-deleted': 2, 'bytes-deleted': 8, 'files-spared': 0 });
    expect(Number.isInteger(measured['bytes-freed'])).toBe(true);
    expect(text).toMatch(/^2 files, 8 B deleted, .* freed$/);
    expect(await readdir(directory)).toEqual(['sub']);
  });

  test('names what holes and hard links keep of the sizes', async () => {
    await truncate(join(directory, 'a'), 50_000_000);
    await writeFile(join(directory, 'sub/b'), Buffer.alloc(12_000_000, 'x'));
    await link(join(directory, 'sub/b'), join(outer, 'kept'));
    const { findings } = await take({});
    expect(findings).toMatchObject([{ code: 'freed-differs', severity: 'info' }]);
    expect(findings[0]?.evidence).toMatch(/12 MB stay under other names .*; 50 MB were holes/);
  });

  test('fails on what cannot be deleted, though others were', async () => {
    const { findings, measurements } = await take({ immutable: 'a' });
    expect(findings).toMatchObject([{ code: 'cannot-delete', severity: 'fail', subject: 'pod/node-0' }]);
    expect(measurements.find(({ name }) => name === 'files-deleted')?.value).toBe(1);
  });

  test('spares another file of the same name', async () => {
    await take({}, async () => {
      await link(join(directory, 'a'), join(outer, 'kept'));
      await rm(join(directory, 'a'));
      await writeFile(join(directory, 'a'), 'new');
    });
    expect(await readdir(directory)).toContain('a');
  });
});
