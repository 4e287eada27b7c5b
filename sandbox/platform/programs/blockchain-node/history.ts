/**
 * What a node has gathered in the weeks before the sandbox came up: a long log with old rotations, and a /tmp full of
 * leftovers with every kind of name that has broken a clean-up script. Times of access and change of content are set back;
 * the inode's own change time cannot be (no system call sets it), so it is when the pod started.
 */
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';

const DAY = 86_400_000;
const TEMPORARY = '/tmp';
/** How often the files in use are touched, in milliseconds. */
const TOUCH = 2_000;

/** File names that end, split, confuse or attack what reads them line by line or through a shell. */
const HOSTILE_NAMES: readonly string[] = [
  'two\nlines.tmp',
  '-rf',
  '--delete',
  '::error file=node.log::pretended by a file name',
  '##[error]pretended by a file name',
  '$(touch injected)',
  '`touch injected`',
  'it\'s "quoted".tmp',
  '; rm -rf data ;',
  '\u001b[31mred\u001b[0m.tmp',
  'tab\tand\rreturn',
  '<img src=x onerror=alert(1)>.tmp',
  '[link](javascript:alert(1)) | cell | @everyone',
  '\u202egnp.exe',
  ' leading and trailing ',
  `${'long-'.repeat(50)}.tmp`,
];

function back(path: string, days: number): void {
  const then = new Date(Date.now() - days * DAY);
  utimesSync(path, then, then);
}

function leave(path: string, days: number, bytes: number): void {
  if (existsSync(path)) return;
  writeFileSync(path, Buffer.alloc(bytes, 'telemetry '));
  back(path, days);
}

/** Lays the log with its old rotations, once per volume. */
export function layLog(log: string, node: string): void {
  if (existsSync(log)) return;
  const from = Date.now() - 20 * DAY;
  const lines = (count: number, start: number): string =>
    Array.from({ length: count }, (_, index) => {
      const time = new Date(start + index * 20_000).toISOString();
      const message = index % 997 === 0 ? '::error::peer said \u001b[31m<b>hello</b>\u001b[0m' : 'block followed';
      return JSON.stringify({
        time,
        level: 'info',
        message,
        node,
        height: 1_190_000 + index,
        count: 800 + (index % 400),
      });
    }).join('\n');
  writeFileSync(`${log}.2.gz`, gzipSync(`${lines(1_500, from - 8 * DAY)}\n`), { mode: 0o640 });
  writeFileSync(`${log}.1`, `${lines(2_500, from)}\n`, { mode: 0o640 });
  appendFileSync(log, `${lines(9_000, from + 14 * DAY)}\n`, { mode: 0o640 });
  back(`${log}.2.gz`, 20);
  back(`${log}.1`, 14);
}

/** Lays the leftovers of /tmp, once per pod. */
export function layTemporaryFiles(data: string): void {
  for (const name of HOSTILE_NAMES) leave(`${TEMPORARY}/${name}`, 9, 4_096);
  for (const day of [3, 8, 21]) {
    const folder = `${TEMPORARY}/ledger-export-${day}`;
    mkdirSync(`${folder}/parts`, { recursive: true });
    for (let part = 0; part < 8; part += 1) leave(`${folder}/parts/part-${String(part).padStart(4, '0')}`, day, 65_536);
    leave(`${folder}/index.json`, day, 900);
    back(`${folder}/parts`, day);
    back(folder, day);
  }
  leave(`${TEMPORARY}/node-heap.heapsnapshot`, 17, 2 * 1024 * 1024);
  leave(`${TEMPORARY}/abandoned.lock`, 30, 8);
  mkdirSync(`${TEMPORARY}/scratch`, { recursive: true });
  if (statSync(`${TEMPORARY}/cache`, { throwIfNoEntry: false })?.isDirectory() === true) {
    leave(`${TEMPORARY}/cache/other-file-system.tmp`, 40, 32_768);
  }
  if (!existsSync(`${TEMPORARY}/ledger`)) symlinkSync(data, `${TEMPORARY}/ledger`);
  if (!existsSync(`${TEMPORARY}/host-name`)) symlinkSync('/etc/hostname', `${TEMPORARY}/host-name`);
}

/** Holds files of /tmp as a working node does: one old and open, a lock, a socket, and scratch that is always young. */
export function keepScratch(data: string): void {
  const upload = openSync(`${TEMPORARY}/snapshot-upload.part`, 'a+', 0o640);
  writeSync(upload, Buffer.alloc(131_072, 'snapshot '));
  back(`${TEMPORARY}/snapshot-upload.part`, 12);
  const lock = openSync(`${TEMPORARY}/node.lock`, 'w', 0o640);
  writeSync(lock, `${process.pid} ${data}\n`);
  back(`${TEMPORARY}/node.lock`, 12);
  const socket = createServer();
  socket.listen(`${TEMPORARY}/node.sock`);
  socket.on('error', () => closeSync(lock));
  setInterval(() => {
    for (let batch = 0; batch < 4; batch += 1) {
      writeFileSync(`${TEMPORARY}/scratch/batch-${batch}.tmp`, new Date().toISOString());
    }
  }, TOUCH).unref();
}
