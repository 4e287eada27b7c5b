/** `kubectl logs`: the lines of one instance of a container, from its two log files. */
import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ContainerRunner } from '../container-runner.ts';
import type { PodWorker } from '../pod-worker.ts';
import { Refusal } from './refusal.ts';

/** What of a log is wanted. */
export interface LogOptions {
  readonly follow: boolean;
  readonly timestamps: boolean;
  readonly previous: boolean;
  /** Lines before the end; undefined for all. */
  readonly tailLines?: number;
  readonly limitBytes?: number;
  /** Nothing before this moment. */
  readonly since?: Date;
  /** `Stdout` or `Stderr` alone. */
  readonly stream?: string;
}

/** One record of the container runtime interface's log format. */
export interface LogRecord {
  readonly time: string;
  readonly stream: string;
  /** Whether a line end follows. */
  readonly whole: boolean;
  readonly text: string;
}

const POLL_MS = 100;

/** Reads the query of a request. Throws a `Refusal` for a number that is none. */
export function logOptions(query: URLSearchParams, now: Date): LogOptions {
  const flag = (name: string): boolean => ['true', '1'].includes(query.get(name) ?? '');
  const number = (name: string): number | undefined => {
    const text = query.get(name);
    if (text === null || text === '') return undefined;
    const value = Number(text);
    if (!Number.isInteger(value) || value < 0) throw new Refusal(400, `invalid ${name}: ${text}`);
    return value;
  };
  const tailLines = number('tailLines');
  const limitBytes = number('limitBytes');
  const seconds = number('sinceSeconds');
  const time = query.get('sinceTime');
  const since = seconds !== undefined ? new Date(now.getTime() - seconds * 1000) : time ? new Date(time) : undefined;
  const stream = query.get('stream');
  return {
    follow: flag('follow'),
    timestamps: flag('timestamps'),
    previous: flag('previous'),
    ...(tailLines !== undefined && { tailLines }),
    ...(limitBytes !== undefined && { limitBytes }),
    ...(since !== undefined && { since }),
    ...(stream && stream !== 'All' && { stream }),
  };
}

/** Parses `time stream F|P text`; undefined for anything else. */
export function parseRecord(line: string): LogRecord | undefined {
  const match = /^(\S+) (stdout|stderr) ([FP]) ?([\s\S]*)$/.exec(line);
  if (!match) return undefined;
  const [, time = '', stream = '', mark, text = ''] = match;
  return { time, stream, whole: mark === 'F', text };
}

/** The records that the options choose, in order. */
export function chooseRecords(records: readonly LogRecord[], options: LogOptions): LogRecord[] {
  const since = options.since?.getTime();
  const chosen = records.filter(
    ({ time, stream }) =>
      (since === undefined || Date.parse(time) >= since) &&
      (options.stream === undefined || stream === options.stream.toLowerCase()),
  );
  if (options.tailLines === undefined) return chosen;
  let from = chosen.length;
  // A line ends with a whole record; the parts before it belong to it.
  for (let lines = 0; from > 0; from--) {
    if (chosen[from - 1]?.whole && lines++ === options.tailLines) break;
  }
  return options.tailLines === 0 ? [] : chosen.slice(from);
}

/** The text of records. Only the first part of a line has a time stamp. */
export function renderRecords(records: readonly LogRecord[], timestamps: boolean): string {
  let begins = true;
  return records
    .map(({ time, text, whole }) => {
      const stamp = timestamps && begins ? `${time} ` : '';
      begins = whole;
      return stamp + text + (whole ? '\n' : '');
    })
    .join('');
}

/** Answers a request for logs. */
export async function serveLogs(
  worker: PodWorker,
  runner: ContainerRunner,
  query: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  const options = logOptions(query, new Date());
  const name = runner.container.name;
  const file = runner.log(options.previous);
  if (options.previous && !exists(file)) {
    throw new Refusal(400, `previous terminated container "${name}" in pod "${worker.pod.metadata.name}" not found`);
  }
  if (!exists(file)) {
    const reason = runner.record.state.waiting?.reason ?? 'ContainerCreating';
    throw new Refusal(400, `container "${name}" in pod "${worker.pod.metadata.name}" is waiting to start: ${reason}`);
  }
  response.writeHead(200, { 'content-type': 'text/plain' });
  const follower = new LogFollower(file);
  let left = options.limitBytes ?? Number.POSITIVE_INFINITY;
  const send = (records: readonly LogRecord[]): void => {
    const text = Buffer.from(renderRecords(records, options.timestamps));
    const part = text.subarray(0, Math.min(text.length, left));
    left -= part.length;
    if (part.length > 0) response.write(part);
  };
  send(chooseRecords([...oldRecords(file), ...follower.read()], options));
  const { tailLines: _, ...lines } = options;
  while (options.follow && left > 0 && !response.destroyed) {
    const over = options.previous || runner.log() !== file || !runner.instance;
    send(chooseRecords(follower.read(), lines));
    if (over) break;
    await sleep(POLL_MS);
  }
  follower.close();
  response.end();
}

function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

function oldRecords(file: string): LogRecord[] {
  const old = `${file}.1`;
  return exists(old) ? parseAll(readFileSync(old, 'utf8').split('\n')) : [];
}

function parseAll(lines: readonly string[]): LogRecord[] {
  return lines.map(parseRecord).filter((record) => record !== undefined);
}

/** Reads what is new in a log file, also across the change to a new one. */
class LogFollower {
  readonly #path: string;
  #descriptor: number;
  #rest = Buffer.alloc(0);

  constructor(path: string) {
    this.#path = path;
    this.#descriptor = openSync(path, 'r');
  }

  read(): LogRecord[] {
    const records = this.#readOpen();
    const now = statSync(this.#path, { throwIfNoEntry: false });
    if (!now || now.ino === fstatSync(this.#descriptor).ino) return records;
    closeSync(this.#descriptor);
    this.#descriptor = openSync(this.#path, 'r');
    return [...records, ...this.#readOpen()];
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #readOpen(): LogRecord[] {
    const parts = [this.#rest];
    const buffer = Buffer.alloc(256 * 1024);
    for (let count = readSync(this.#descriptor, buffer); count > 0; count = readSync(this.#descriptor, buffer)) {
      parts.push(Buffer.from(buffer.subarray(0, count)));
    }
    const all = Buffer.concat(parts);
    const end = all.lastIndexOf(10) + 1;
    this.#rest = all.subarray(end);
    return parseAll(all.subarray(0, end).toString('utf8').split('\n'));
  }
}
