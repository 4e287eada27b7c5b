import fc from 'fast-check';

const asked = process.env.ROOIVALK_TEST_SEED;
/** The same inputs in every run, so that a run which fails shows a change of ours, not a draw. */
const usual = 20_261_127;

/**
 * Assert a property on the tests' seed. `ROOIVALK_TEST_SEED=<number>` takes another, and `=random` a new one: that is how more of
 * the inputs are tried, at night or by hand. What fails is told with its seed.
 */
export function holds<Values>(property: fc.IProperty<Values>, parameters: fc.Parameters<Values> = {}): void {
  fc.assert(property, { ...seed(), ...parameters });
}

/** As {@link holds}, for a property that takes its time. */
export async function holdsAsync<Values>(
  property: fc.IAsyncProperty<Values>,
  parameters: fc.Parameters<Values> = {},
): Promise<void> {
  await fc.assert(property, { ...seed(), ...parameters });
}

const seed = (): { readonly seed?: number } => (asked === 'random' ? {} : { seed: Number(asked ?? usual) });

const surrogates = { from: 0xd800, until: 0xe000 };

/**
 * Any character of Unicode: what fast-check means by the unit `binary`. That one lists all 1.1 million of them before its first
 * string, which takes seconds; this one works them out.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10ffff - (surrogates.until - surrogates.from) })
  .map(
    (place) => String.fromCodePoint(place < surrogates.from ? place : place + (surrogates.until - surrogates.from)),
    placeOf,
  );

/** The way back, by which fast-check finds that a word is made of these; throws for what is not one whole character. */
function placeOf(value: unknown): number {
  if (typeof value !== 'string' || [...value].length !== 1) throw new TypeError('not a character');
  const code = value.codePointAt(0) as number;
  if (code >= surrogates.from && code < surrogates.until) throw new TypeError('half a character');
  return code < surrogates.from ? code : code - (surrogates.until - surrogates.from);
}
