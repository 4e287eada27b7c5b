/** How many runs were killed, and after how many of these kills the platform was found in a state that somebody chose. */
export class KillTally {
  readonly #kills = new Map<string, { kills: number; chosen: number }>();

  /** One kill, of a run of `what`. Chosen: the journal is closed, and every unit is whole, as planned or as it was before. */
  add(what: string, chosen: boolean): void {
    const counted = this.#kills.get(what) ?? { kills: 0, chosen: 0 };
    this.#kills.set(what, { kills: counted.kills + 1, chosen: counted.chosen + (chosen ? 1 : 0) });
  }

  /** A line for each, and one for all. */
  text(): string {
    const rows = [...this.#kills].map(([what, { kills, chosen }]) => lineOf(what, kills, chosen));
    const sum = (of: 'kills' | 'chosen') => [...this.#kills.values()].reduce((all, each) => all + each[of], 0);
    return [...rows, lineOf('in all', sum('kills'), sum('chosen'))].join('\n');
  }
}

const lineOf = (what: string, kills: number, chosen: number): string =>
  `${what}: ${kills} kills, the platform in a chosen state after ${chosen} of them`;
