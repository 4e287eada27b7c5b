/** Lower case, with `-` for `_` and before a capital: how people spell a key in another convention. */
function plainSpelling(word: string): string {
  return word
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();
}

/** Edit distance with transpositions (optimal string alignment): how many slips lead from one word to the other. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/**
 * The word that was probably meant: the only one that begins so, the same in another spelling, or at most a third of its letters (and three) away;
 * undefined when none is near. Of equally near ones the first.
 */
export function nearest(word: string, words: readonly string[]): string | undefined {
  if (word === '' || word.length > 60) return undefined;
  const spelled = plainSpelling(word);
  const begun = spelled.length < 3 ? [] : words.filter((candidate) => plainSpelling(candidate).startsWith(spelled));
  if (begun.length === 1) return begun[0];
  let best: string | undefined;
  let least = Math.min(3, Math.max(1, Math.floor(spelled.length / 3))) + 1;
  for (const candidate of words) {
    const plain = plainSpelling(candidate);
    if (Math.abs(plain.length - spelled.length) >= least) continue;
    const slips = distance(spelled, plain);
    if (slips < least) [best, least] = [candidate, slips];
  }
  return best;
}
