import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import { counterRate } from '../../domain/metrics/rate.ts';
import { type Exposition, type Sample, typeOf } from '../../domain/metrics/text-format.ts';
import { selectPods } from '../../observation/pods.ts';
import { attempt, troubleOf } from '../../observation/trouble.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { TwoScrapes } from '../../ports/metrics.ts';
import { PortError } from '../../ports/port-error.ts';
import type { Inputs } from './inputs.ts';
import type { NodeRate, Read } from './observation.ts';

/** The chain's rate of transactions as every ready blockchain pod tells it, from two readings of its own counter. */
export async function measureThroughput(
  context: TaskContext<'cluster' | 'metrics'>,
  inputs: Inputs,
): Promise<Read<readonly NodeRate[]>> {
  const { namespace, workloads } = context.platform;
  const { blockchain } = workloads;
  const { selector, transactionsMetric: metric } = blockchain;
  const subject = `${blockchain.kind.toLowerCase()}/${blockchain.name}`;
  return attempt(subject, async () => {
    const { ready } = await selectPods(context.ports.cluster, { namespace, selector });
    if (ready.length === 0) {
      const next = kubectl(namespace)`get pods -l ${selector}`;
      throw new PortError({ code: 'not-found', subject, message: `no pod of ${selector} is ready`, next });
    }
    const targets = ready.map(({ pod }) => ({
      name: `pod/${pod}`,
      endpoint: { kind: 'pod', namespace, pod, port: blockchain.metrics.port } as const,
      path: blockchain.metrics.path,
    }));
    const limits = {
      timeoutMs: inputs['request-timeout'],
      signal: context.signal,
      keep: (name: string) => name === metric || name === `${metric}_total`,
    };
    const scrapes = await context.ports.metrics.scrapeTwice(targets, inputs['scrape-gap'], limits);
    return scrapes.map((scrape, k) => rateOf(ready[k]?.pod ?? '', scrape, metric));
  });
}

function rateOf(pod: string, scrape: TwoScrapes, metric: string): NodeRate {
  if ('error' in scrape) {
    const { message, next } = troubleOf(scrape.error, `pod/${pod}`);
    return { pod, why: message, ...(next === undefined ? {} : { next }) };
  }
  const { first, second, elapsedMs } = scrape;
  const counted = samplesOf(second, metric);
  if (counted.length === 0) return { pod, why: `its metrics have no ${metric}` };
  const type = typeOf(second, counted[0]?.name ?? metric);
  if (type !== 'counter' && type !== 'untyped') return { pod, why: `its ${metric} is a ${type}, not a counter` };
  const rate = counterRate(samplesOf(first, metric), counted, elapsedMs);
  if (rate === undefined) return { pod, why: `its ${metric} is no number` };
  return { pod, rate: rate.rate, resets: rate.resets };
}

/** OpenMetrics has counters end in `_total`; a page that has both names shows the same twice. */
function samplesOf(page: Exposition, metric: string): readonly Sample[] {
  const plain = page.samples.filter((sample) => sample.name === metric);
  return plain.length > 0 ? plain : page.samples.filter((sample) => sample.name === `${metric}_total`);
}
