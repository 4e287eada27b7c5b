import { createHash } from 'node:crypto';
import { type Digest, digestOf } from '../../domain/json.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { isProgress, type JournalContent, type JournalRecord, type StepProgress } from '../../domain/state/journal.ts';
import { type Authenticated, authenticityOf, journalMac } from '../../domain/state/journal-mac.ts';
import { rememberLeft } from '../../domain/state/left.ts';
import { rememberUntold } from '../../domain/state/untold.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Cluster } from '../../ports/cluster.ts';
import type { Journal, JournalWriter, Opening } from '../../ports/journal.ts';
import { PortError } from '../../ports/port-error.ts';
import type { State } from '../../ports/state.ts';
import {
  damaged,
  isLostAnswer,
  maintenanceNamespace,
  mostTextBytes,
  type StoredText,
  TextStore,
} from './stored-text.ts';

const headName = 'journal';
const headKey = 'head';
/** In a closed head: when it was moved on, epoch ms, because an opening was lost on its way. */
const lostKey = 'lostAt';
const chunkKey = 'part';
const chunkLabels = { 'rooivalk.maintenance/journal': 'plan' };
/** A UTF-16 unit is at most three bytes of UTF-8: so a chunk is at most 512 KiB. */
const unitsPerChunk = Math.floor((512 * 1024) / 3);
const mostChunks = 32;

/** The head: what changes. A record is [index of the step in the plan, progress, epoch ms]; its sequence is its place. */
interface Head {
  readonly version: 1;
  readonly id: string;
  readonly run: string;
  readonly task: string;
  readonly digest: Digest;
  readonly chunks: readonly string[];
  /** SHA-256 of the chunks' text, hex. */
  readonly text: string;
  readonly records: readonly (readonly [step: number, progress: StepProgress, at: number])[];
  /** When it was taken over, epoch ms; not authenticated, and gone with the next record. */
  readonly takenOverAt?: number;
  /** Absent: no key was configured. */
  readonly mac?: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Pieces of a text that each fit into an object, never between the halves of a character. */
export function chunksOf(text: string, units = unitsPerChunk): readonly string[] {
  const chunks: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + units);
    const code = text.charCodeAt(end - 1);
    if (end < text.length && code >= 0xd800 && code <= 0xdbff) end -= 1;
    chunks.push(text.slice(at, end));
    at = end;
  }
  return chunks;
}

const digestOfPlan = ({ task, inputs, steps, basis }: Plan): Digest => digestOf({ task, inputs, steps, basis });

const conflict = (message: string): PortError =>
  new PortError({
    code: 'conflict',
    subject: `configmaps/${headName} in ${maintenanceNamespace}`,
    message,
    next: 'Let the other run end; the next one goes on from what it left',
  });

function headOf(object: StoredText | undefined): Head | undefined {
  const text = object?.data[headKey];
  if (text === undefined) return undefined;
  let head: Partial<Head>;
  try {
    head = JSON.parse(text) as Partial<Head>;
  } catch {
    throw damaged(headName, 'no JSON');
  }
  if (head?.version !== 1 || !Array.isArray(head.chunks) || !Array.isArray(head.records)) {
    throw damaged(headName, 'a head of another version');
  }
  return head as Head;
}

function recordsOf({ records }: Head, plan: Plan): readonly JournalRecord[] {
  return records.map((record: unknown, place) => {
    const [index, progress, at] = Array.isArray(record) ? (record as readonly unknown[]) : [];
    const step = typeof index === 'number' ? plan.steps[index] : undefined;
    if (step === undefined) throw damaged(headName, 'a record of a step that the plan does not have');
    if (!isProgress(progress)) throw damaged(headName, 'a record that does not say how far its step came');
    return { sequence: place + 1, step: step.id, progress, at: timeOf(at) };
  });
}

/** ISO 8601 of what a head says in epoch ms. */
function timeOf(at: unknown): string {
  const time = new Date(typeof at === 'number' ? at : Number.NaN);
  if (Number.isNaN(time.getTime())) throw damaged(headName, 'a time that is none');
  return time.toISOString();
}

/**
 * Names that no other opening has: each moves the head on from another version. So a request that removes what a closed
 * opening left, and arrives late, meets nothing that is in use, though the same plan may be open again.
 */
function chunkNames(count: number, hash: string, previous: StoredText | undefined): readonly string[] {
  const { uid = '', resourceVersion = '' } = previous?.object.metadata ?? {};
  const word = sha256(`${hash} ${uid} ${resourceVersion}`).slice(0, 20);
  return Array.from({ length: count }, (_, index) => `journal-plan-${word}-${index}`);
}

/**
 * The journal: a head that is replaced, each time on the version that this run last wrote, and the plan in immutable
 * chunks named after their content and their opening. Closed, the head is there and empty.
 */
export class KubernetesJournal implements Journal {
  readonly #cluster: Cluster;
  readonly #texts: TextStore;
  readonly #clock: Clock;
  readonly #key: Uint8Array | undefined;
  readonly #state: State;
  #uid: Promise<string> | undefined;

  /** `state`: where it is kept what reports have to tell; `key`: what records are authenticated with, at least 32 bytes; absent: they are not (advisory). */
  constructor(cluster: Cluster, clock: Clock, state: State, key?: Uint8Array) {
    this.#state = state;
    this.#cluster = cluster;
    this.#texts = new TextStore(cluster);
    this.#clock = clock;
    this.#key = key;
  }

  async read(): Promise<JournalContent | undefined> {
    const head = headOf(await this.#texts.read(headName));
    if (head === undefined) return undefined;
    const plan = await this.#plan(head);
    const { id, run, task, digest } = head;
    const authenticity = authenticityOf(this.#key, await this.#authenticated(head), head.mac);
    const taken = head.takenOverAt === undefined ? {} : { takenOverAt: timeOf(head.takenOverAt) };
    return { id, authenticity, run, task, plan, digest, records: recordsOf(head, plan), ...taken };
  }

  async open({ run, id, plan }: Opening): Promise<JournalWriter> {
    const previous = await this.#texts.read(headName);
    const open = headOf(previous);
    if (open !== undefined) throw conflict(`A plan of ${open.task} is open there`);
    const text = JSON.stringify(plan);
    const parts = chunksOf(text);
    if (parts.length > mostChunks) throw tooLarge(`The plan of ${plan.task} has ${text.length} characters`);
    const hash = sha256(text);
    const chunks = chunkNames(parts.length, hash, previous);
    for (const [index, name] of chunks.entries()) await this.#writeChunk(name, parts[index] ?? '');
    const { task, digest } = plan;
    const head = await this.#sealed({ version: 1, id, run, task, digest, chunks, text: hash, records: [] });
    return this.#writer(head, await this.#writeFirst(previous, JSON.stringify(head)), plan);
  }

  /**
   * Write the head that opens the journal. When it is lost on its way it might arrive after this run, and leave a journal
   * open that nobody knows of: so the closed head is moved on, and what arrives then meets another version.
   */
  async #writeFirst(previous: StoredText | undefined, text: string): Promise<StoredText> {
    try {
      return await this.#texts.write(headName, previous, { [headKey]: text });
    } catch (error) {
      if (!isLostAnswer(error)) throw error;
      await this.#texts.write(headName, previous, { [lostKey]: `${this.#clock.now()}` }).catch(() => undefined);
      const now = await this.#texts.read(headName);
      if (now?.data[headKey] === text) return now;
      throw error;
    }
  }

  async takeOver(run: string): Promise<JournalWriter | undefined> {
    const previous = await this.#texts.read(headName);
    const open = headOf(previous);
    if (open === undefined) return undefined;
    const plan = await this.#plan(open);
    const { takenOverAt: _earlier, ...rest } = open;
    const head = await this.#sealed({ ...rest, run });
    // Even for the same run the text must differ, or the old writer's version would stay the present one.
    const text = JSON.stringify({ ...head, takenOverAt: this.#clock.now() });
    return this.#writer(head, await this.#texts.write(headName, previous, { [headKey]: text }), plan);
  }

  async #authenticated({ id, task, digest, text, run, records }: Head): Promise<Authenticated> {
    this.#uid ??= this.#cluster.identity().then(
      ({ uid }) => uid ?? '',
      (error) => {
        this.#uid = undefined;
        throw error;
      },
    );
    return { cluster: await this.#uid, id, task, digest, text, run, records };
  }

  async #sealed(head: Head): Promise<Head> {
    if (this.#key === undefined) return head;
    return { ...head, mac: journalMac(this.#key, await this.#authenticated(head)) };
  }

  async #plan(head: Head): Promise<Plan> {
    const parts = await Promise.all(head.chunks.map((name) => this.#texts.read(name)));
    const text = parts.map((part) => part?.data[chunkKey] ?? '').join('');
    if (sha256(text) !== head.text) throw damaged(headName, 'the plan’s chunks are missing or are not those it names');
    const plan = JSON.parse(text) as Plan;
    if (digestOfPlan(plan) !== head.digest) throw damaged(headName, 'the plan does not have the digest it names');
    return plan;
  }

  /** A chunk that is there already has this very content: it is named after it, and immutable. */
  async #writeChunk(name: string, text: string): Promise<void> {
    try {
      await this.#texts.write(name, undefined, { [chunkKey]: text }, { immutable: true, labels: chunkLabels });
    } catch (error) {
      if (!(error instanceof PortError && error.code === 'conflict')) throw error;
    }
  }

  /** What was changed, and what was left as it is, must be told, whatever becomes of this run: written down before the journal is empty. */
  async #leave(head: Head, plan: Plan): Promise<void> {
    const { run, task, digest } = head;
    const content = { run, task, digest, plan, records: recordsOf(head, plan) };
    const at = new Date(this.#clock.now()).toISOString();
    if (rememberLeft([], content, at).length > 0) {
      await this.#state.update('left', (left) => rememberLeft(left, content, at));
    }
    if (rememberUntold([], content, at).length > 0) {
      await this.#state.update('untold', (untold) => rememberUntold(untold, content, at));
    }
  }

  #writer(start: Head, object: StoredText, plan: Plan): JournalWriter {
    const indexOf = new Map(plan.steps.map(({ id }, index) => [id, index]));
    let head = start;
    let last = object;
    const put = async (data: Readonly<Record<string, string>>): Promise<void> => {
      try {
        last = await this.#texts.write(headName, last, data);
      } catch (error) {
        const moved = error instanceof PortError && (error.code === 'conflict' || error.code === 'not-found');
        throw moved ? conflict('Another run has written the journal since; this one must stop') : error;
      }
    };
    return {
      write: async (step, progress) => {
        const index = indexOf.get(step);
        if (index === undefined) throw new TypeError(`the journal's plan has no step ${step}`);
        const next = await this.#sealed({ ...head, records: [...head.records, [index, progress, this.#clock.now()]] });
        const text = JSON.stringify(next);
        if (text.length > mostTextBytes) throw tooLarge(`The journal has ${next.records.length} records`);
        await put({ [headKey]: text });
        head = next;
      },
      close: async () => {
        await this.#leave(head, plan);
        await put({});
        // What is left of the plan is of no use to anybody; if it cannot be removed now, a later close does it.
        await this.#texts.sweep(chunkLabels, head.chunks).catch(() => undefined);
      },
    };
  }
}

const tooLarge = (message: string): PortError =>
  new PortError({
    code: 'invalid',
    subject: `configmaps/${headName} in ${maintenanceNamespace}`,
    message: `${message}: more than can be journalled`,
    next: 'Narrow the task’s inputs, so that it plans fewer steps at a time',
  });
