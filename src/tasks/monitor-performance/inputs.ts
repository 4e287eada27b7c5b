import type { InputValues } from '../../domain/task/inputs.ts';

/** What can be set about measuring; thresholds are the configuration's. */
export const inputs = {
  requests: {
    kind: 'integer',
    description: 'How many requests the response time is measured with, over all pods of the gateway.',
    default: 30,
    min: 1,
    max: 1000,
    unit: 'requests',
  },
  'round-trips': {
    kind: 'integer',
    description: 'How many round trips the network latency is measured with, between each two ends.',
    default: 20,
    min: 1,
    max: 200,
    unit: 'round trips',
  },
  'request-timeout': {
    kind: 'duration',
    description: 'How long one request, scrape or round trip may take. More than the critical response time.',
    default: '10s',
    min: '100ms',
    max: '2m',
  },
  'query-timeout': {
    kind: 'duration',
    description: 'How long one query of Prometheus, or df in a pod, may take.',
    default: '10s',
    min: '1s',
    max: '2m',
  },
  'scrape-gap': {
    kind: 'duration',
    description: 'Time between the two readings from which the throughput is computed.',
    default: '10s',
    min: '1s',
    max: '5m',
  },
  hysteresis: {
    kind: 'share',
    description: 'How far back over a threshold a value must go before a warning or failure ends.',
    default: 0.05,
    min: 0,
    max: 0.5,
  },
  'trend-days': {
    kind: 'integer',
    description: 'How much of the stored history the trend is taken from.',
    default: 30,
    min: 3,
    max: 366,
    unit: 'days',
  },
  'pod-latency-query': {
    kind: 'text',
    description:
      'PromQL expression of the round trip from a pod to the database, in seconds. Empty: it is not measured, and that is said.',
    default: '',
    maxLength: 1000,
  },
} as const;

/** The values of {@link inputs}; durations in ms. */
export type Inputs = InputValues<typeof inputs>;
