/**
 * The decisions of one simulated world, read from a list of numbers from 0 to 999: what the list does not hold any more is
 * 0, and 0 always means that nothing special happens. So a property-testing library that shortens and lowers the list finds
 * the smallest story that still breaks something.
 */
export class Tape {
  readonly #numbers: readonly number[];
  #at = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** The next number, 0 to 999. */
  next(): number {
    const number = this.#numbers[this.#at] ?? 0;
    this.#at += 1;
    return number;
  }

  /** One of the options by weight (per mille); the first when the tape says 0 or the weights do not reach. */
  pick<T extends string>(usual: T, others: Readonly<Partial<Record<T, number>>>): T {
    let number = this.next();
    if (number === 0) return usual;
    for (const [option, weight] of Object.entries(others) as [T, number][]) {
      if (number <= weight) return option;
      number -= weight;
    }
    return usual;
  }

  /** Whether something happens that does so often, per mille. */
  chance(perMille: number): boolean {
    const number = this.next();
    return number > 0 && number <= perMille;
  }

  /** A whole number from `low` to `high`. */
  between(low: number, high: number): number {
    return low + (this.next() % (high - low + 1));
  }
}
