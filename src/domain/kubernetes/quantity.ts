/**
 * Factors of a quantity's suffix (apimachinery `resource.Quantity`): decimal SI down to nano, binary SI, and a decimal
 * exponent (`12e6`, `12E6`; a bare `E` is exa).
 */
const factors: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

const grammar = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/;

/**
 * The value of a Kubernetes quantity: `250m` is 0.25, `1.5Gi` is 1610612736, `129e6` is 129000000. CPU comes in cores,
 * memory and storage in bytes. Undefined when the text is not a quantity.
 */
export function parseQuantity(text: string): number | undefined {
  const [whole, number = '', exponent, suffix = ''] = grammar.exec(text) ?? [];
  if (whole === undefined) return undefined;
  // One conversion for a decimal exponent: multiplying would add an error of its own.
  if (exponent !== undefined) return Number(`${number.replace(/\.$/, '')}${exponent}`);
  const factor = factors[suffix];
  if (factor === undefined) return undefined;
  // Dividing by a whole power of ten is exact where multiplying by its inverse is not (3m = 0.003).
  return factor < 1 ? Number(number) / Math.round(1 / factor) : Number(number) * factor;
}

const binaryUnits = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi'] as const;

/** Cores as the API server writes them: `2`, `750m`; rounded up to a thousandth. */
export function cpuQuantity(cores: number): string {
  const thousandths = Math.ceil(Number((cores * 1000).toFixed(6)));
  return thousandths % 1000 === 0 ? String(thousandths / 1000) : `${thousandths}m`;
}

/** Bytes as the API server writes them, in the largest binary unit that divides them: `160Mi`, `2Gi`, `1000`. */
export function bytesQuantity(bytes: number): string {
  let value = Math.ceil(bytes);
  let unit = '';
  for (const next of binaryUnits) {
    if (value === 0 || value % 1024 !== 0) break;
    value /= 1024;
    unit = next;
  }
  return `${value}${unit}`;
}
