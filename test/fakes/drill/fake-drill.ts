import { createHash } from 'node:crypto';
import type { StatementFacts } from '../../../src/domain/backup/dump/classify.ts';
import { DumpReader } from '../../../src/domain/backup/dump/dump-reader.ts';
import { formatOf } from '../../../src/domain/backup/format.ts';
import type { Inventory, Reading } from '../../../src/domain/backup/reading.ts';
import type { BackupFile, Drill, Restoration, RestoreRequest } from '../../../src/ports/drill.ts';
import { PortError, type PortErrorParts } from '../../../src/ports/port-error.ts';

/** The port `Drill` in memory: it restores plain dumps alone, by counting their rows. */
export interface FakeDrill extends Drill {
  /** Why nothing can be restored here. */
  without: PortErrorParts | undefined;
  /** What a restoration says besides what the dump itself shows. */
  besides: Partial<Restoration>;
  /** Names of the files that were restored or read. */
  readonly calls: string[];
}

interface Restored {
  readonly reading: Reading;
  readonly rows: ReadonlyMap<string, number>;
  readonly inventory: Inventory;
}

/** Make the port. */
export function createFakeDrill(): FakeDrill {
  const calls: string[] = [];
  const fake: FakeDrill = {
    without: undefined,
    besides: {},
    calls,
    read: async (file, request, signal) => {
      calls.push(`read ${file.name}`);
      return (await walk(file, signal, request.as === 'dump', request.look)).reading;
    },
    restore: async (files, request, signal) => {
      calls.push(`restore ${files.map(({ name }) => name).join(', ')}`);
      if (fake.without !== undefined) throw new PortError(fake.without);
      return { ...restoration(await walk(files[0] as BackupFile, signal, true), request), ...fake.besides };
    },
  };
  return fake;
}

/** Counts what a dump holds, by the events of its reader. */
class Counter {
  readonly reader = new DumpReader();
  readonly rows = new Map<string, number>();
  readonly roles = new Set<string>();
  #table = '';

  push(chunk: Uint8Array): void {
    for (const event of this.reader.push(chunk)) {
      if (event.kind === 'rows') this.#add(event.bytes.filter((byte) => byte === 10).length);
      else if (event.kind === 'statement') this.#note(event.facts);
    }
  }

  #note({ kind, table = '', roles = [] }: StatementFacts): void {
    for (const role of roles) this.roles.add(role);
    if (kind === 'copy-in') this.#table = table;
    if (kind === 'table') this.rows.set(table, 0);
  }

  #add(count: number): void {
    this.rows.set(this.#table, (this.rows.get(this.#table) ?? 0) + count);
  }
}

async function walk(
  file: BackupFile,
  signal: AbortSignal,
  asDump: boolean,
  look?: (bytes: Uint8Array) => void,
): Promise<Restored> {
  const hash = createHash('sha256');
  const counter = new Counter();
  const pieces: Uint8Array[] = [];
  for await (const chunk of (await file.open(signal)).chunks) {
    pieces.push(chunk);
    hash.update(chunk);
    look?.(chunk);
    if (asDump) counter.push(chunk);
  }
  if (asDump) counter.reader.finish();
  const bytes = pieces.reduce((sum, { length }) => sum + length, 0);
  const { reader, rows, roles } = counter;
  const empty = bytes === 0 ? ({ kind: 'empty', says: 'it has no bytes' } as const) : undefined;
  const fault = empty ?? (asDump ? reader.fault : undefined);
  return {
    reading: {
      formats: [formatOf(pieces[0] ?? new Uint8Array())],
      storedBytes: bytes,
      bytes,
      checksums: { [file.name]: hash.digest('hex') },
      head: reader.head,
      ...(fault === undefined ? {} : { damage: { kind: fault.kind, says: fault.says } }),
    },
    rows,
    inventory: { tables: [...rows.keys()].sort(), extensions: [], roles: [...roles].sort(), languages: [], links: 0 },
  };
}

function restoration({ reading, rows, inventory }: Restored, { expectations, amcheck }: RestoreRequest): Restoration {
  const whole = reading.damage === undefined;
  return {
    reading,
    inventory,
    server: '15.20',
    workspace: 'memory',
    restoreMs: 250,
    refused: [],
    refusedCount: 0,
    leftOut: 0,
    missingExtensions: [],
    tables: whole ? rows.size : 0,
    rows: [...rows.values()].reduce((sum, count) => sum + count, 0),
    databaseBytes: 8_000_000,
    expected: whole
      ? expectations.map(({ table, atLeast, row }) => {
          const there = rows.get(table);
          return {
            table,
            atLeast,
            ...(there === undefined ? {} : { rows: there }),
            ...(row === undefined ? {} : { rowFound: true }),
          };
        })
      : [],
    ...(whole && amcheck ? { amcheck: { outcome: 'clean' as const, says: 'pg_amcheck found nothing' } } : {}),
  };
}
