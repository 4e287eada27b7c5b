import { z } from 'zod';
import type { Limits } from '../../ports/endpoint.ts';
import type { MetricSeries, MetricValue } from '../../ports/metrics.ts';
import { PortError } from '../../ports/port-error.ts';
import type { Reached } from '../../ports/reach.ts';
import { boundedGet } from './bounded-get.ts';

/** Where Prometheus is. */
export interface PrometheusServer {
  /** Copyable: `prometheus at https://metrics.example`, `pod/monitoring-stack-x`. */
  readonly name: string;
  readonly scheme: 'http' | 'https';
  /** Host header and TLS name. */
  readonly serverName: string;
  /** Prefix of the API, without a slash at its end; empty: none. */
  readonly path: string;
  /** Opens the way; rejects with a PortError. */
  readonly reach: () => Promise<Reached>;
}

/** More of an answer is not read. */
const maxBytes = 16 * 1024 * 1024;

const pair = z.tuple([z.number(), z.string()]);
const labels = z.record(z.string(), z.string());
const answer = z.object({
  status: z.string(),
  errorType: z.string().optional(),
  data: z
    .object({
      resultType: z.string(),
      result: z.array(
        z.object({ metric: labels.optional(), value: pair.optional(), values: z.array(pair).optional() }),
      ),
    })
    .optional(),
});

/** Its number: Prometheus writes `NaN`, `+Inf` and `-Inf`. */
const numberOf = (text: string): number =>
  text === '+Inf' ? Number.POSITIVE_INFINITY : text === '-Inf' ? Number.NEGATIVE_INFINITY : Number(text);

/** An instant query. */
export async function instantQuery(
  server: PrometheusServer,
  expression: string,
  limits: Limits,
): Promise<readonly MetricValue[]> {
  const result = await ask(server, '/api/v1/query', { query: expression }, limits);
  return result.flatMap(({ metric, value }) =>
    value === undefined ? [] : [{ labels: withoutPrototype(metric), value: numberOf(value[1]) }],
  );
}

/** A query over a span. */
export async function rangeQuery(
  server: PrometheusServer,
  expression: string,
  range: { readonly from: number; readonly until: number; readonly stepMs: number },
  limits: Limits,
): Promise<readonly MetricSeries[]> {
  const seconds = (ms: number) => (ms / 1000).toFixed(3);
  const parameters = {
    query: expression,
    start: seconds(range.from),
    end: seconds(range.until),
    step: seconds(range.stepMs),
  };
  const result = await ask(server, '/api/v1/query_range', parameters, limits);
  return result.map(({ metric, values }) => ({
    labels: withoutPrototype(metric),
    points: (values ?? []).map(([time, value]) => [Math.round(time * 1000), numberOf(value)] as const),
  }));
}

interface ResultEntry {
  readonly metric?: Record<string, string> | undefined;
  readonly value?: [number, string] | undefined;
  readonly values?: [number, string][] | undefined;
}

const withoutPrototype = (metric: Record<string, string> | undefined): Record<string, string> =>
  Object.assign(Object.create(null), metric);

async function ask(
  server: PrometheusServer,
  path: string,
  parameters: Readonly<Record<string, string>>,
  limits: Limits,
): Promise<readonly ResultEntry[]> {
  const { name: subject, scheme, serverName } = server;
  const way = await server.reach();
  try {
    const got = await boundedGet({
      host: way.host,
      port: way.port,
      scheme,
      serverName,
      subject,
      verify: true,
      path: `${server.path}${path}?${new URLSearchParams(parameters)}`,
      timeoutMs: limits.timeoutMs,
      signal: limits.signal,
      maxBytes,
      accept: 'application/json',
    });
    return resultOf(got.status, got.body, subject);
  } finally {
    await way.close();
  }
}

function resultOf(status: number, body: Buffer, subject: string): readonly ResultEntry[] {
  if (status === 401 || status === 403) {
    const code = status === 401 ? 'unauthorized' : 'forbidden';
    throw new PortError({ code, subject, message: `${subject} asks for credentials, and none are configured` });
  }
  const parsed = answer.safeParse(jsonOf(body));
  if (!parsed.success) {
    throw new PortError({
      code: 'invalid',
      subject,
      message: `${subject} answered ${status}, and not as Prometheus does`,
    });
  }
  const { data, errorType, status: outcome } = parsed.data;
  if (outcome === 'success' && data !== undefined) return data.result;
  const kind = /^[a-z_]{1,30}$/.test(errorType ?? '') ? errorType : 'no reason given';
  throw new PortError({
    code: errorType === 'timeout' ? 'timeout' : errorType === 'bad_data' ? 'invalid' : 'failed',
    subject,
    message: `${subject} could not answer the query (${kind})`,
  });
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
