/** Kubernetes quantities (`500m`, `64Mi`, `1e3`) as numbers. */

const FACTORS: Readonly<Record<string, number>> = {
  '': 1,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
};

/** The value in the unit itself (cores, bytes). Throws for text that is not a quantity. */
export function quantity(text: string): number {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)([A-Za-z]*)$/.exec(text.trim());
  const factor = FACTORS[match?.[2] ?? ''];
  if (!match || factor === undefined) throw new Error(`"${text}" is not a quantity such as 500m, 2 or 64Mi.`);
  return Number(match[1]) * factor;
}
