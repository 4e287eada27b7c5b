import type { Talker } from './talker.ts';

type Value = string | number | boolean | null | object;
type Row = Readonly<Record<string, Value>>;

/** A database with one table, and what was done to it: statements that lasted, in their order. */
export class PostgresServer {
  readonly done: string[] = [];
  readonly options: Record<string, string> = {};
  vacuums = 0;
  #pid = 100;

  /** One connection of the protocol's third version: whoever comes is let in. */
  readonly connection = (): Talker => {
    this.#pid += 1;
    const session = new ServedSession(this, this.#pid);
    let rest: Buffer = Buffer.alloc(0);
    let started = false;
    return {
      take: (bytes) => {
        rest = Buffer.concat([rest, bytes]);
        const requests: Buffer[] = [];
        for (;;) {
          const length = started ? typedLength(rest) : startupLength(rest);
          if (length === undefined) return requests;
          started = true;
          requests.push(rest.subarray(0, length));
          rest = rest.subarray(length);
        }
      },
      answer: (request) => session.answer(request),
    };
  };
}

/** A startup message has its length in front. */
const startupLength = (bytes: Buffer): number | undefined =>
  bytes.length >= 8 && bytes.length >= bytes.readInt32BE(0) ? bytes.readInt32BE(0) : undefined;

/** What belongs together: a simple query, a farewell, or everything up to Sync. */
function typedLength(bytes: Buffer): number | undefined {
  for (let at = 0; at + 5 <= bytes.length; ) {
    const type = String.fromCharCode(bytes[at] ?? 0);
    at += 1 + bytes.readInt32BE(at + 1);
    if (at > bytes.length) return undefined;
    if ('QSX'.includes(type)) return at;
  }
  return undefined;
}

const message = (type: string, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const text = (word: string): Buffer => Buffer.from(`${word}\0`);
const int16 = (number: number): Buffer => Buffer.from([number >> 8, number & 255]);
const int32 = (number: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(number);
  return bytes;
};
const ready = message('Z', Buffer.from('I'));

const oids: Readonly<Record<string, number>> = { boolean: 16, number: 701, string: 25, object: 3802 };

const columnOf = (name: string, value: Value): Buffer =>
  Buffer.concat([text(name), int32(0), int16(0), int32(oids[typeof value] ?? 25), int16(-1), int32(-1), int16(0)]);

function cellOf(value: Value): Buffer {
  if (value === null) return int32(-1);
  const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const bytes = Buffer.from(typeof value === 'boolean' ? shown.slice(0, 1) : shown);
  return Buffer.concat([int32(bytes.length), bytes]);
}

function resultOf(rows: readonly Row[]): Buffer {
  const entries = Object.entries(rows[0] ?? {});
  const columns = message('T', int16(entries.length), ...entries.map(([name, value]) => columnOf(name, value)));
  const data = rows.map((row) => message('D', int16(entries.length), ...Object.values(row).map(cellOf)));
  return Buffer.concat([columns, ...data, message('C', text('SELECT'))]);
}

/** One logged-in session: what it changed in a transaction lasts from its commit on. */
class ServedSession {
  readonly #server: PostgresServer;
  readonly #pid: number;
  #pending: (() => void)[] | undefined;
  #started = false;

  constructor(server: PostgresServer, pid: number) {
    this.#server = server;
    this.#pid = pid;
  }

  answer(request: Buffer): Buffer | undefined {
    if (!this.#started) {
      this.#started = true;
      return Buffer.concat([message('R', int32(0)), message('K', int32(this.#pid), int32(7)), ready]);
    }
    const type = String.fromCharCode(request[0] ?? 0);
    if (type === 'X') return undefined;
    const body = request.subarray(5, 1 + request.readInt32BE(1));
    if (type === 'Q') return Buffer.concat([resultOf(this.#rows(sqlIn(body))), ready]);
    const sql = sqlIn(body.subarray(body.indexOf(0) + 1));
    return Buffer.concat([message('1'), message('2'), resultOf(this.#rows(sql)), ready]);
  }

  #rows(sql: string): readonly Row[] {
    const server = this.#server;
    if (/^(begin|commit|rollback)$/.test(sql)) return this.#transaction(sql);
    if (/^(vacuum|alter|lock) /.test(sql)) return this.#change(sql);
    const known: readonly (readonly [RegExp, readonly Row[]])[] = [
      [/pg_blocking_pids/, []],
      [/pg_backend_pid\(\) as pid/, [{ pid: this.#pid, version: 170_005 }]],
      [/set_config/, [{ set: '' }]],
      [/ as used/, [{ used: 3, max: 100, reserved: 3, idleInTransaction: 0 }]],
      [/default_transaction_read_only/, [{ standby: false, readOnly: false }]],
      [/^select pg_is_in_recovery/, [{ standby: false }]],
      [/pg_stat_replication/, [{ application: 'standby', state: 'streaming', synchronous: false, lagBytes: 0 }]],
      [/pg_logical_emit_message/, [{ lsn: '0/42' }]],
      [/pg_current_wal_flush_lsn/, [{ flushed: true }]],
      [/pg_options_to_table/, [{ name: 'public.events', options: { ...server.options } }]],
      [/format\('%I\.%I'/, [{ name: 'public.events' }]],
      [/pg_stat_get_vacuum_count/, [{ vacuums: server.vacuums, analyses: 0, deadRows: server.vacuums > 0 ? 0 : 900 }]],
    ];
    const found = known.find(([pattern]) => pattern.test(sql));
    if (found === undefined) throw new TypeError(`no answer is known to: ${sql}`);
    return found[1];
  }

  #transaction(word: string): readonly Row[] {
    if (word === 'commit') for (const change of this.#pending ?? []) change();
    this.#pending = word === 'begin' ? [] : undefined;
    return [];
  }

  #change(sql: string): readonly Row[] {
    if (sql.startsWith('lock')) return [];
    const lasts = (): void => {
      this.#server.done.push(sql);
      if (sql.startsWith('vacuum')) this.#server.vacuums += 1;
      for (const [, option = '', value = ''] of sql.matchAll(/(\w+) = (\d+)/g)) this.#server.options[option] = value;
    };
    if (this.#pending === undefined) lasts();
    else this.#pending.push(lasts);
    return [];
  }
}

const sqlIn = (body: Buffer): string => body.subarray(0, body.indexOf(0)).toString('utf8').trim();
