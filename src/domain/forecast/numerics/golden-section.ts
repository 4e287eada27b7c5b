const ratio = (Math.sqrt(5) - 1) / 2;

/** Where between two ends a function of one variable is least, for one with a single valley (Kiefer, Proc. AMS 4 (1953) 502). */
export function goldenSection(f: (x: number) => number, from: number, until: number, rounds: number): number {
  let [low, high] = [from, until];
  let [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
  let [atLeft, atRight] = [f(left), f(right)];
  for (let round = 0; round < rounds; round += 1) {
    if (atLeft < atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - ratio * (high - low);
      atLeft = f(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + ratio * (high - low);
      atRight = f(right);
    }
  }
  return (low + high) / 2;
}
