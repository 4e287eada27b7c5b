import { z } from 'zod';
import { section } from '../section.ts';
import { currency, metricName } from '../values.ts';

const percent = (what: string, guide: number) =>
  z.number().gt(0).max(100).describe(`Scale from here on: ${what}, percent.`).default(guide);

const price = (what: string) => z.number().min(0).max(1_000_000).describe(`Price of ${what} for an hour.`);

/** From where on capacity has to grow, and the metrics that nobody can guess. */
export const capacity = section('What capacity planning goes by.', {
  scaling: section('From where on capacity has to grow (the guide, 5.1).', {
    cpu: percent('CPU in use', 70),
    memory: percent('memory in use', 75),
    storage: percent('storage in use', 80),
    network: percent('share of the link in use, whose speed is under `network.links`', 60),
  }).prefault({}),
  'user-activity': metricName(
    'Counter of requests or sessions in Prometheus; its rate is what users do. Without it, that is not known.',
  ).exactOptional(),
  'response-time': metricName(
    'Histogram of response times in Prometheus, in seconds, without `_bucket`. Default: the response times that monitor-performance has stored.',
  ).exactOptional(),
  prices: section('What an hour costs; without it, what is asked for and not used is told in amounts alone.', {
    'cpu-core-hour': price('a core of CPU'),
    'memory-gib-hour': price('a GiB (2^30 bytes) of memory'),
    currency: currency('Currency of the prices, ISO 4217.'),
  }).exactOptional(),
});
