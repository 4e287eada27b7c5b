import { setTimeout as sleep } from 'node:timers/promises';
import { unzippedIfSound } from '../act/unzip.ts';
import type { Blobs } from './blobs.ts';
import { cast, standardEnvironments } from './cast.ts';
import { recordReview } from './gates.ts';
import type { Account, Environment, Gate, Run } from './model.ts';
import type { Act, ReviewScript } from './script.ts';
import { type Store, timestamp } from './state.ts';

/** What a person reads of a plan before the click. */
interface Reading {
  digits: string;
  /** Milliseconds since 1970. */
  notAfter: number;
}

/** Where a plan shows its digits, in the text for people. */
export const digitsOf = /Approval `([0-9a-f]{20})`/;
/** Where it shows until when it may be approved. */
const validityOf = /Valid until .*?\((\d{4}-\d\d-\d\dT[0-9:.]+Z)\)/;

/**
 * The scripted reviewer: looks at a run that waits, reads the plan in its artifacts as a person would, and reviews as the
 * script says. What environments look like meanwhile is part of the script.
 */
export class Reviewer {
  readonly #store: Store;
  readonly #blobs: Blobs;
  readonly #now: () => number;
  readonly #seen = new Set<Gate>();
  #reads = 0;

  constructor(store: Store, blobs: Blobs, now: () => number) {
    this.#store = store;
    this.#blobs = blobs;
    this.#now = now;
  }

  /** Takes up a script: every environment is as it should be, except for what the script says of the gated ones. */
  take(script: ReviewScript): void {
    const { state } = this.#store;
    state.script = script;
    state.environments = standardEnvironments(timestamp(this.#now()));
    this.#change(script.environment ?? {});
    this.#reads = 0;
  }

  #change(change: Partial<Environment>): void {
    for (const environment of this.#store.state.environments) {
      if (environment.preventSelfReview || environment.reviewers.length > 0) Object.assign(environment, change);
    }
    this.#store.save();
  }

  /** Hears that somebody has read an environment; scripts may change it afterwards. */
  wasRead(name: string): void {
    const { afterReads } = this.#store.state.script;
    const environment = this.#store.state.environments.find((known) => known.name === name);
    if (afterReads === undefined || environment === undefined || environment.reviewers.length === 0) return;
    this.#reads += 1;
    if (this.#reads === afterReads.count) this.#change(afterReads.change);
  }

  /** Reviews a gate as the script says, once. */
  async review(run: Run, gate: Gate, environment: Environment): Promise<void> {
    if (this.#seen.has(gate) || gate.decision !== null) return;
    this.#seen.add(gate);
    for (const act of this.#store.state.script.acts) await this.#act(act, run, environment);
  }

  async #act(act: Act, run: Run, environment: Environment): Promise<void> {
    const reading = this.#read(run, environment);
    if (act.late === true) await sleep(Math.max(0, (reading?.notAfter ?? 0) + 1000 - this.#now()));
    const comment = worded(act, reading?.digits);
    recordReview(this.#store, run, { environments: [environment], state: act.state, user: this.#player(act), comment });
  }

  /** Whoever has the login of the part by now: another account may have taken it over. */
  #player({ by }: Act): Account {
    return this.#store.account(cast[by].login) ?? cast[by];
  }

  /** The plan that is for this environment, among the artifacts of the run. */
  #read(run: Run, { name }: Environment): Reading | undefined {
    const plans = this.#store.state.artifacts.filter(
      (artifact) => artifact.finalized && artifact.runId === run.id && artifact.mimeType === 'application/zip',
    );
    const texts = plans.flatMap(({ blob }) =>
      (unzippedIfSound(this.#blobs.fileOf(blob)) ?? [])
        .filter((entry) => entry.name.endsWith('.md'))
        .map(({ content }) => content.toString('utf8')),
    );
    const text = texts.find((each) => each.includes(`\`${name}\``) && digitsOf.test(each));
    const digits = digitsOf.exec(text ?? '')?.[1];
    const notAfter = Date.parse(validityOf.exec(text ?? '')?.[1] ?? '');
    return digits === undefined ? undefined : { digits, notAfter };
  }
}

function worded({ comment }: Act, digits: string | undefined): string {
  if (typeof comment !== 'string') return comment.text;
  if (comment === 'nothing') return '';
  if (digits === undefined) return 'There is no plan to be read.';
  switch (comment) {
    case 'digits':
      return digits;
    case 'digits in a sentence':
      return `Read it, agreed: ${digits}`;
    case 'seven digits':
      return digits.slice(0, 7);
    case 'digits of another plan':
      return [...digits].reverse().join('') === digits ? '0'.repeat(20) : [...digits].reverse().join('');
  }
}
