import { z } from 'zod';
import { section } from './section.ts';

/** A pair of thresholds; a value beyond `critical` is a failure, beyond `warning` a warning. */
export interface Threshold {
  readonly warning: number;
  readonly critical: number;
}

interface ThresholdShape {
  readonly what: string;
  readonly unit: string;
  readonly max: number;
  readonly warning: number;
  readonly critical: number;
  /** Throughput: less is worse. */
  readonly lowerIsWorse?: boolean;
}

function threshold(shape: ThresholdShape) {
  const beyond = shape.lowerIsWorse ? 'less is worse' : 'more is worse';
  return z
    .strictObject({
      warning: z.number().min(0).max(shape.max).describe(`Warn from here on, ${shape.unit}.`).default(shape.warning),
      critical: z.number().min(0).max(shape.max).describe(`Fail from here on, ${shape.unit}.`).default(shape.critical),
    })
    .refine((pair) => (shape.lowerIsWorse ? pair.critical < pair.warning : pair.critical > pair.warning), {
      path: ['critical'],
      error: 'is on the wrong side of the warning',
      params: { allowed: `a number ${shape.lowerIsWorse ? 'below' : 'above'} the warning: ${beyond}` },
    })
    .describe(`${shape.what}, ${shape.unit}; ${beyond}.`)
    .transform((pair): Threshold => pair)
    .prefault({});
}

/** The six thresholds of the guide (§3.2). */
export const thresholds = section('From where a measured value is a warning or a failure.', {
  'cpu-utilization': threshold({
    what: 'CPU in use',
    unit: 'percent of allocatable',
    max: 100,
    warning: 70,
    critical: 85,
  }),
  'memory-utilization': threshold({
    what: 'Memory in use',
    unit: 'percent of allocatable',
    max: 100,
    warning: 80,
    critical: 90,
  }),
  'disk-utilization': threshold({ what: 'Disk in use', unit: 'percent', max: 100, warning: 85, critical: 95 }),
  'network-latency': threshold({ what: 'Round trip', unit: 'milliseconds', max: 600_000, warning: 100, critical: 200 }),
  'transaction-throughput': threshold({
    what: 'Transactions of the chain',
    unit: 'transactions a second',
    max: 1e9,
    warning: 800,
    critical: 500,
    lowerIsWorse: true,
  }),
  'response-time': threshold({
    what: 'Response time of the gateway',
    unit: 'milliseconds',
    max: 600_000,
    warning: 2000,
    critical: 5000,
  }),
});

/** Thresholds by metric, in camel case. Percentages are 0–100, as in the file. */
export type Thresholds = z.output<typeof thresholds>;
