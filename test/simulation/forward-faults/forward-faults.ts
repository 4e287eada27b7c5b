/** What can happen to a request on its way through a forward, or to its answer. */
export interface ForwardFault {
  readonly name: string;
  /** Cut without a word, held for ever, reset or ended by the pod's side, or answered late. */
  readonly how: 'cut' | 'half-open' | 'pod resets' | 'ends' | 'slow';
  /** It happens before the server sees the request, when it has done what was asked, or in the middle of the answer. */
  readonly when: 'before' | 'after' | 'half-way';
}

/** Each way with each moment that it differs for. */
export const forwardFaults: readonly ForwardFault[] = [
  ...(['cut', 'half-open'] as const).flatMap((how) =>
    (['before', 'after', 'half-way'] as const).map((when) => ({ name: `${how} ${when}`, how, when })),
  ),
  ...(['pod resets', 'ends'] as const).flatMap((how) =>
    (['before', 'half-way'] as const).map((when) => ({ name: `${how} ${when}`, how, when })),
  ),
  { name: 'slow', how: 'slow', when: 'before' },
];

/** What can happen when a forward is opened. */
export interface OpeningFault {
  readonly name: string;
  readonly status?: 410 | 429 | 500;
  readonly how?: 'cut' | 'half-open' | 'nothing listens' | 'slow';
}

/** The faults of issue 4 §5 at an opening, and a port that nobody listens on. */
export const openingFaults: readonly OpeningFault[] = [
  { name: '429 with Retry-After', status: 429 },
  { name: '500', status: 500 },
  { name: '410', status: 410 },
  { name: 'cut', how: 'cut' },
  { name: 'half-open', how: 'half-open' },
  { name: 'nothing listens', how: 'nothing listens' },
  { name: 'slow', how: 'slow' },
];

/** How long something slow takes, ms. */
export const slowMs = 9_000;
