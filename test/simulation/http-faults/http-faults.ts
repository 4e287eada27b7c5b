/** What a server, or something on the way to it, can do to a request. */
export interface HttpFault {
  readonly name: string;
  /** Answer with this status. */
  readonly status?: 200 | 410 | 429 | 500;
  /** Cut the connection before or after the request took effect, in the middle of the answer, or never answer. */
  readonly how?: 'reset' | 'reset, and yet done' | 'reset half-way' | 'half-open' | 'slow';
}

/** The faults of issue 4 §5, and a page of something in between that calls itself a success. */
export const httpFaults: readonly HttpFault[] = [
  { name: '429 with Retry-After', status: 429 },
  { name: '500', status: 500 },
  { name: '410', status: 410 },
  { name: 'a page of a proxy', status: 200 },
  { name: 'reset', how: 'reset' },
  { name: 'reset, and yet done', how: 'reset, and yet done' },
  { name: 'reset half-way', how: 'reset half-way' },
  { name: 'half-open', how: 'half-open' },
  { name: 'slow', how: 'slow' },
];

/** How long something slow takes, ms. */
export const slowMs = 100;

/** Those that differ for what only reads, and is asked in no hurry. */
export const faultsOfReads: readonly HttpFault[] = httpFaults.filter(
  ({ how }) => how !== 'reset, and yet done' && how !== 'slow',
);
