/** Uses up what a node has: a share of a processor, memory, and a volume. Faults set how much. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { numberOr } from '../pod-runtime/pod.ts';
import { endOnSignal } from '../pod-runtime/web.ts';

/** One period of work and rest, in milliseconds. */
const PERIOD = 100;
/** What was missed in one span is not made up for in the next, in milliseconds. */
const SPAN = 2_000;
const MIB = 2 ** 20;

const share = numberOr('CPU_SHARE', 0);
const held: Buffer[] = [];
for (let mebibytes = numberOr('MEMORY_MIB', 0); mebibytes > 0; mebibytes -= 1)
  held.push(Buffer.alloc(MIB, held.length % 250));

const disk = numberOr('DISK_MIB', 0);
if (disk > 0) {
  const file = openSync('/var/lib/load/ballast', 'w');
  for (let mebibytes = 0; mebibytes < disk; mebibytes += 1) writeSync(file, Buffer.alloc(MIB, 1));
  closeSync(file);
}

/** Works until this process has used its share of a processor of the present span. */
function work(): void {
  if (performance.now() - began > SPAN) {
    began = performance.now();
    used = process.cpuUsage();
  }
  const { user, system } = process.cpuUsage(used);
  const due = (performance.now() - began) * share - (user + system) / 1_000;
  const end = performance.now() + Math.min(Math.max(due, 0), PERIOD);
  while (performance.now() < end);
  if (share > 0) setTimeout(work, share >= 1 ? 0 : PERIOD / 4);
}

let used = process.cpuUsage();
let began = performance.now();
setInterval(() => held.length, 60_000);
endOnSignal(() => undefined);
process.stdout.write(`${JSON.stringify({ message: 'load started', share, memoryMiB: held.length, diskMiB: disk })}\n`);
work();
