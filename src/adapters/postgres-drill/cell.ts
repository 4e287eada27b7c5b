import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PortError } from '../../ports/port-error.ts';
import type { DrillHost } from './host.ts';
import { asRoot } from './root.ts';
import { makeFolder, removeFolder } from './work-folder.ts';

/** What a cell may use. */
export interface CellLimits {
  /** Where its files are: in memory that is gone with it, or in a folder that is removed. */
  readonly workspace: 'memory' | 'disk';
  /** Size of the files in it, bytes; in memory held by the file system itself. */
  readonly mostDiskBytes: number;
  /** Address space of each process, bytes. */
  readonly mostMemoryBytes: number;
}

/** How a program in a cell is started. */
export interface Start {
  readonly stdin: 'ignore' | 'pipe';
}

/** Where the throw-away things are. */
interface Folders {
  /** What we put there can be read in the cell. */
  readonly root: string;
  /** Seen in the cell alone. */
  readonly files: string;
  /** Belongs to the cell's user; sockets and pipes in it can be reached from outside. */
  readonly open: string;
}

/**
 * Programs in it run under a user that nobody else is (its uid is of the range that systemd keeps for such users), without
 * any capability or way to gain one, with an empty environment, in a network without interfaces, in a process table and
 * mounts of their own. All of it ends when this process does, however it does: the cell's first process reads from a pipe
 * of ours, and the kernel ends the others with it.
 */
export class Cell implements AsyncDisposable {
  readonly folders: Folders;
  readonly #limits: CellLimits;
  readonly #uid: number;
  readonly #keeper: ChildProcess;
  readonly #pid: number;

  private constructor(parts: { folders: Folders; limits: CellLimits; uid: number; keeper: ChildProcess; pid: number }) {
    this.folders = parts.folders;
    this.#limits = parts.limits;
    this.#uid = parts.uid;
    this.#keeper = parts.keeper;
    this.#pid = parts.pid;
  }

  /** Make one. Rejects with `missing-tool` where namespaces are not permitted. */
  static async open(host: DrillHost, limits: CellLimits): Promise<Cell> {
    const root = makeFolder(host);
    const folders = { root, files: join(root, 'files'), open: join(root, 'open') };
    const uid = lonelyUid(host.secret());
    try {
      prepare(folders);
      const keeper = spawnKeeper(folders, limits, uid);
      const pid = await started(keeper);
      return new Cell({ folders, limits, uid, keeper, pid });
    } catch (error) {
      await removeFolder(root);
      throw error;
    }
  }

  /** Start a program in it. Its standard error is dropped: it holds words of the backup. */
  start(program: string, args: readonly string[], { stdin }: Start): ChildProcess {
    const limits = [
      `--as=${this.#limits.mostMemoryBytes}`,
      '--nproc=256',
      '--core=0',
      `--fsize=${this.#limits.mostDiskBytes}`,
    ];
    const id = String(this.#uid);
    const argv = [
      ...['nsenter', '--target', String(this.#pid), '--net', '--mount', '--pid', '--ipc', '--uts', '--'],
      ...[
        'setpriv',
        '--reuid',
        id,
        '--regid',
        id,
        '--clear-groups',
        '--no-new-privs',
        '--inh-caps=-all',
        '--bounding-set=-all',
        '--',
      ],
      ...['prlimit', ...limits, '--'],
      ...['env', '-i', 'LC_ALL=C', 'TZ=UTC', program, ...args],
    ];
    const [command, ...rest] = asRoot(argv);
    return spawn(command, rest, { cwd: '/', env: {}, stdio: [stdin, 'pipe', 'ignore'] });
  }

  /** Run a program to its end, with this on its standard input; answers its exit code. What it prints is dropped. */
  async run(program: string, args: readonly string[], stdin?: string): Promise<number> {
    const child = this.start(program, args, { stdin: stdin === undefined ? 'ignore' : 'pipe' });
    child.stdout?.resume();
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(stdin);
    const [code] = (await once(child, 'close')) as [number | null];
    return code ?? 137;
  }

  /** Put a file where programs of the cell can read it. */
  put(name: string, content: string | Uint8Array): string {
    const path = join(this.folders.root, name);
    writeFileSync(path, content, { mode: 0o644 });
    return path;
  }

  /** End everything in it, and leave nothing of it. */
  async close(): Promise<void> {
    const ended = this.#keeper.exitCode !== null || once(this.#keeper, 'close');
    this.#keeper.stdin?.destroy();
    await ended;
    await removeFolder(this.folders.root);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

function prepare({ root, files, open }: Folders): void {
  for (const folder of [files, open]) mkdirSync(folder, { mode: 0o700 });
  // others may go through, if they know the name; what they find there asks for a password
  chmodSync(root, 0o711);
}

/** Runs as root inside of the new namespaces; $1 … $5: folder of the files, of the open ones, bytes or `disk`, uid, root. */
const keeperScript = `set -eu
read -r pid rest < /proc/self/stat
mount --make-rprivate /
mount -t proc proc /proc
if [ "$3" = disk ]; then chown "$4:$4" "$1"; else mount -t tmpfs -o "size=$3,mode=0700,uid=$4,gid=$4,nosuid,nodev,noexec" tmpfs "$1"; fi
chown "$4:$4" "$2"; chmod 0711 "$2"
printf 'root:x:0:0::/:/bin/false\\ndrill:x:%s:%s::/:/bin/false\\n' "$4" "$4" > "$5/passwd"
chmod 0644 "$5/passwd"
mount --bind "$5/passwd" /etc/passwd
printf 'ready %s\\n' "$pid"
exec cat > /dev/null
`;

function spawnKeeper(
  { root, files, open }: Folders,
  { workspace, mostDiskBytes }: CellLimits,
  uid: number,
): ChildProcess {
  const size = workspace === 'disk' ? 'disk' : String(mostDiskBytes);
  const argv = [
    ...['unshare', '--net', '--mount', '--pid', '--ipc', '--uts', '--fork', '--kill-child', '--'],
    ...['sh', '-c', keeperScript, 'keeper', files, open, size, String(uid), root],
  ];
  const [command, ...args] = asRoot(argv);
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };
  return spawn(command, args, { cwd: '/', env, stdio: ['pipe', 'pipe', 'ignore'] });
}

async function started(keeper: ChildProcess): Promise<number> {
  const said = await new Promise<string>((resolve) => {
    let text = '';
    keeper.once('error', () => resolve(''));
    keeper.once('close', () => resolve(text));
    keeper.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (text.includes('\n')) resolve(text);
    });
  });
  const pid = /^ready (\d+)\n/.exec(said)?.[1];
  if (pid !== undefined) return Number(pid);
  keeper.stdin?.destroy();
  throw new PortError({
    code: 'missing-tool',
    subject: 'namespaces on the runner',
    message:
      'a throw-away database needs namespaces of its own (network, mounts, processes), and this runner does not permit them',
    next: 'run the job on a machine where `sudo -n unshare --net --mount --pid --fork true` works (GitHub-hosted runners do)',
  });
}

/** One of the user ids that systemd keeps for users that come and go (systemd.exec(5), DynamicUser: 61184 to 65519). */
function lonelyUid(secret: string): number {
  return 61_184 + (Number.parseInt(secret.slice(0, 8), 16) % (65_519 - 61_184));
}
