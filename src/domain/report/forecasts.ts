import { z } from 'zod';
import { units } from '../measurement.ts';

/** Forecasts that a task's part of a report holds, at most. */
export const mostForecasts = 40;
/** Points of a forecast, and of the history before it, at most: enough to draw a line. */
export const mostForecastPoints = 32;

const time = z.number().describe('milliseconds since 1970');

/** A forecast as data, thinned out: what a page draws as a range. */
export const reportedForecast = z.object({
  metric: z.string().describe('as the guide calls it'),
  subject: z.string(),
  unit: z.enum(units),
  source: z.string(),
  threshold: z.number().optional(),
  history: z.array(z.tuple([time, z.number()])).max(mostForecastPoints),
  ahead: z
    .array(z.object({ at: time, value: z.number(), lower: z.number(), upper: z.number() }))
    .max(mostForecastPoints),
  level: z.number().describe('share of what comes that lower and upper are made to enclose'),
  crossing: z
    .object({ earliestDays: z.number(), expectedDays: z.number().optional(), latestDays: z.number().optional() })
    .optional()
    .describe('when the threshold is reached; an absent end lies beyond the forecast'),
  models: z.array(z.object({ name: z.string(), weight: z.number() })).describe('the strongest ones'),
  error: z.number().describe('mean absolute error in the back-test'),
  benchmark: z.object({ name: z.string(), error: z.number() }),
  coverage: z.number().describe('share of the back-test inside the intervals'),
});

/** A forecast in a report. */
export type ReportedForecast = z.infer<typeof reportedForecast>;
