import type { StatementFacts } from '../../domain/backup/dump/classify.ts';
import type { DumpEvent } from '../../domain/backup/dump/dump-reader.ts';
import type { Inventory } from '../../domain/backup/reading.ts';
import type { RefusedStatement, Restoration, RestoreRequest } from '../../ports/drill.ts';
import { exhausted, isExhausted } from './exhausted.ts';
import { createExtension } from './extensions.ts';
import { IndexBuilders } from './index-builders.ts';
import { Stock } from './inventory.ts';
import type { Server } from './server.ts';
import { Spoiled } from './spoiled.ts';
import { type Answer, RawSession } from './wire.ts';

/** What restoring has come to so far. */
export type Progress = Pick<Restoration, 'refused' | 'refusedCount' | 'leftOut' | 'missingExtensions' | 'rows'> & {
  readonly inventory: Inventory;
};

const begin = Buffer.from('BEGIN');
const commit = Buffer.from('COMMIT');
const savepoint = Buffer.from('SAVEPOINT s;');
const release = Buffer.from('RELEASE s');
const backToSavepoint = Buffer.from('ROLLBACK TO s;RELEASE s');
const mostRefused = 20;

/** Languages whose functions do nothing that their caller may not do. */
const trustedLanguages = new Set(['sql', 'plpgsql']);

/**
 * Restores what the reader finds. Tables and their rows come in one transaction, so that the server need not log the rows
 * (manual, "Populating a Database": with wal_level minimal, COPY into a table of the same transaction); a statement that is
 * refused is taken back to its savepoint, and the rest goes on. Then indexes are built, several at once.
 */
export class RestoreSession {
  readonly #server: Server;
  readonly #request: RestoreRequest;
  readonly #main: RawSession;
  readonly #stock = new Stock();
  readonly #refused: RefusedStatement[] = [];
  readonly #missing = new Map<string, 'not-listed' | 'not-installed'>();
  readonly #settings: Uint8Array[] = [];
  #builders: IndexBuilders | undefined;
  #refusedCount = 0;
  #leftOut = 0;
  #rows = 0;
  #inTransaction = false;
  #copy: { readonly label: string; readonly takes: boolean } | undefined;

  private constructor(server: Server, request: RestoreRequest, main: RawSession) {
    this.#server = server;
    this.#request = request;
    this.#main = main;
  }

  /** Begin; the database is there, and empty. */
  static async open(server: Server, request: RestoreRequest): Promise<RestoreSession> {
    return new RestoreSession(server, request, new RawSession(await server.asRestorer()));
  }

  /** What it has come to. */
  get progress(): Progress {
    return {
      refused: this.#refused,
      refusedCount: this.#refusedCount,
      leftOut: this.#leftOut,
      missingExtensions: [...this.#missing].map(([name, why]) => ({ name, why })),
      rows: this.#rows,
      inventory: this.#stock.inventory,
    };
  }

  /** Take the next thing that the reader found. Throws {@link Spoiled} for what must not be run. */
  async take(event: DumpEvent): Promise<void> {
    if (event.kind === 'statement') return this.#statement(event.bytes, event.facts);
    if (event.kind === 'rows') return this.#copy?.takes === true ? this.#main.rows(event.bytes) : undefined;
    return this.#endCopy();
  }

  /** Everything was read: commit, and wait for the last index. */
  async finish(): Promise<void> {
    await this.#commit();
    await this.#builders?.wait();
  }

  /** End the sessions. */
  async close(): Promise<void> {
    await Promise.all(
      [this.#main.client.end(), this.#builders?.close()].map((ending) => ending?.catch(() => undefined)),
    );
  }

  async #statement(bytes: Uint8Array, facts: StatementFacts): Promise<void> {
    this.#stock.add(facts);
    this.#refuseLanguage(facts);
    switch (facts.kind) {
      case 'empty':
      case 'transaction':
      case 'ownership':
      case 'extension-comment':
        return;
      case 'superuser':
        this.#leftOut += 1;
        return;
      case 'extension':
        return this.#extension(facts);
      case 'index':
        return this.#index(bytes, facts);
      case 'copy-in':
        return this.#beginCopy(bytes, facts);
      default:
        return this.#run(bytes, facts);
    }
  }

  #refuseLanguage({ language, label }: StatementFacts): void {
    if (language === undefined || trustedLanguages.has(language) || this.#request.languages.includes(language)) return;
    throw new Spoiled(
      'program',
      `\`${label.slice(0, 80)}\` is in language ${language}, which can do anything on the server`,
    );
  }

  async #extension({ extension = '', schema }: StatementFacts): Promise<void> {
    // a schema of an open transaction would not be seen by the superuser's session
    await this.#commit();
    await this.#builders?.wait();
    const listed = extension === 'plpgsql' || this.#request.extensions.includes(extension);
    const made = listed ? await createExtension(this.#server, extension, schema) : 'not-listed';
    if (made !== 'created') this.#missing.set(extension, made);
  }

  async #index(bytes: Uint8Array, facts: StatementFacts): Promise<void> {
    await this.#commit();
    this.#builders ??= new IndexBuilders(
      this.#request.jobs,
      () => this.#settled(),
      (refused, code) => this.#refuse(refused, code),
    );
    this.#builders.add(new Uint8Array(bytes), facts);
  }

  /** A session with the settings that the dump has made so far. */
  async #settled(): Promise<RawSession> {
    const session = new RawSession(await this.#server.asRestorer());
    for (const setting of this.#settings) await session.run(setting);
    return session;
  }

  async #run(bytes: Uint8Array, facts: StatementFacts): Promise<void> {
    if (facts.kind === 'setting') this.#settings.push(new Uint8Array(bytes));
    if (this.#builders !== undefined) {
      if (facts.kind === 'comment') return this.#builders.addLast(new Uint8Array(bytes), facts);
      if (facts.kind !== 'setting') await this.#builders.wait();
      this.#judge(await this.#main.run(bytes), facts);
      return;
    }
    await this.#begin();
    const answer = await this.#main.run(Buffer.concat([savepoint, bytes, release]));
    if ('refused' in answer) await this.#main.run(backToSavepoint);
    this.#judge(answer, facts);
  }

  async #beginCopy(bytes: Uint8Array, facts: StatementFacts): Promise<void> {
    await this.#builders?.wait();
    await this.#begin();
    const takes = await this.#main.beginCopy(Buffer.concat([savepoint, bytes, release]));
    this.#copy = { label: facts.label, takes };
  }

  async #endCopy(): Promise<void> {
    const { label = '', takes = false } = this.#copy ?? {};
    this.#copy = undefined;
    const answer = takes ? await this.#main.endCopy() : await this.#main.refusedCopy();
    if ('refused' in answer) await this.#main.run(backToSavepoint);
    else this.#rows += Number(/^COPY (\d+)$/.exec(answer.tag)?.[1] ?? 0);
    this.#judge(answer, { kind: 'copy-in', label });
  }

  async #begin(): Promise<void> {
    if (this.#inTransaction) return;
    this.#inTransaction = true;
    await this.#main.run(begin);
  }

  async #commit(): Promise<void> {
    if (!this.#inTransaction) return;
    this.#inTransaction = false;
    this.#judge(await this.#main.run(commit), { kind: 'transaction', label: 'commit' });
  }

  #judge(answer: Answer, facts: Pick<StatementFacts, 'kind' | 'label'>): void {
    if ('refused' in answer && !isHarmless(facts, answer.refused)) this.#refuse(facts.label, answer.refused);
  }

  #refuse(statement: string, code: string): void {
    if (isExhausted(code)) throw exhausted(code);
    this.#refusedCount += 1;
    if (this.#refused.length < mostRefused) this.#refused.push({ statement, code });
  }
}

/** `CREATE SCHEMA public` stands in dumps whose schema has another owner; a new database has one already (42P06). */
const isHarmless = ({ label }: Pick<StatementFacts, 'label'>, code: string): boolean =>
  code === '42P06' && label === 'create schema public';
