/**
 * The API gateway of Phoenix Rooivalk: takes telemetry from sensors over TLS, passes its transactions to the ledger, writes
 * it to PostgreSQL, keeps the latest in Redis, and answers what the chain and the sensors say.
 */
import { readFileSync } from 'node:fs';
import { Agent, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { AddressBook, call } from '../pod-runtime/call.ts';
import { Journal } from '../pod-runtime/journal.ts';
import { Metrics } from '../pod-runtime/metrics.ts';
import { numberOr, pod, required } from '../pod-runtime/pod.ts';
import { answer, answerProbe, endOnSignal, listen, readJson } from '../pod-runtime/web.ts';
import { Cache } from './cache.ts';
import { Database } from './database.ts';
import { socketFrom } from './socket-from.ts';

const TLS_PORT = 8443;
const PROBE_PORT = 9090;
const LEDGER_PORT = 9090;
/** How long the ledger may take, in milliseconds. */
const LEDGER_TIMEOUT = 2_000;
/** Seconds for which the latest telemetry of a sensor is kept. */
const LATEST_KEPT = 300;

const self = pod();
const tls = required('TLS_DIRECTORY');
const secrets = required('CREDENTIALS_DIRECTORY');
const secret = (name: string): string => readFileSync(`${secrets}/${name}`, 'utf8').trim();
/** An operator's setting: how long every third answer of a path is held back, in milliseconds. Zero outside drills. */
const hold = numberOr('RESPONSE_DELAY_MS', 0);

const journal = new Journal();
const book = new AddressBook();
const agent = new Agent({ keepAlive: true, maxSockets: 8 });
const first = async (name: string): Promise<string | undefined> => (await book.all(name))[0];

const metrics = new Metrics();
const requests = metrics.counter('gateway_requests_total', 'Requests answered, by method, path and status.');
const durations = metrics.histogram('gateway_response_time_seconds', 'Time from a request to the end of its answer.');
const transactions = metrics.counter('gateway_transactions_total', 'Transactions passed to the ledger.');
const rows = metrics.gauge('gateway_rows_written', 'Telemetry rows written to PostgreSQL since the start.');
const dropped = metrics.gauge('gateway_rows_dropped', 'Telemetry rows that could not be written.');
const dependency = metrics.gauge('gateway_dependency_up', 'Whether a dependency answers (1) or not (0).');

const database = new Database({
  host: required('DATABASE_HOST'),
  port: 5432,
  database: required('DATABASE_NAME'),
  user: secret('database-username'),
  password: secret('database-password'),
  application_name: 'api-gateway',
  stream: () => socketFrom(self.address),
  ssl: { ca: readFileSync(required('CA_FILE'), 'utf8'), servername: required('DATABASE_HOST') },
});
const cache = new Cache(() => first(required('CACHE_HOST')), 6379, secret('cache-username'), secret('cache-password'));

let ledgerTurn = 0;

/** Asks one ledger node after the other until one answers. */
async function ledger(path: string, body?: unknown): Promise<unknown> {
  const addresses = await book.all(required('LEDGER_HOST'));
  ledgerTurn += 1;
  for (let attempt = 0; attempt < addresses.length; attempt += 1) {
    const address = addresses[(ledgerTurn + attempt) % addresses.length] ?? '';
    try {
      const method = body === undefined ? 'GET' : 'POST';
      const found = await call({ address, port: LEDGER_PORT, path, method, body, timeout: LEDGER_TIMEOUT, agent });
      return found.body;
    } catch {
      journal.write('warn', 'ledger node does not answer', { address });
    }
  }
  throw new Error('No ledger node answers.');
}

interface Telemetry {
  readonly sensor: number;
  readonly signal: number;
  readonly transactions: string[];
}

async function takeTelemetry(request: IncomingMessage, response: ServerResponse): Promise<number> {
  const { sensor, signal, transactions: taken } = (await readJson(request)) as Telemetry;
  await ledger('/transactions', { transactions: taken });
  transactions.add(taken.length);
  database.add({ sensor, signal, transactions: taken.length });
  const latest = JSON.stringify({ signal, at: Date.now() });
  await Promise.allSettled([
    cache.send('SET', `telemetry:latest:${sensor}`, latest, 'EX', String(LATEST_KEPT)),
    cache.send('INCRBY', 'telemetry:transactions', String(taken.length)),
  ]);
  answer(response, 202, { accepted: taken.length });
  return 202;
}

async function tellStatus(response: ServerResponse): Promise<number> {
  const [chain, sensors, latest] = await Promise.allSettled([
    ledger('/status'),
    database.activeSensors(),
    cache.send('GET', 'telemetry:transactions'),
  ]);
  const value = (result: PromiseSettledResult<unknown>): unknown =>
    result.status === 'fulfilled' ? result.value : null;
  const whole = [chain, sensors, latest].every(({ status }) => status === 'fulfilled');
  const status = whole ? 200 : 503;
  answer(response, status, { gateway: self.name, chain: value(chain), sensors: value(sensors), cached: value(latest) });
  return status;
}

async function route(request: IncomingMessage, response: ServerResponse, path: string): Promise<number> {
  if (path === '/api/v1/telemetry' && request.method === 'POST') return takeTelemetry(request, response);
  if (path === '/api/v1/status') return tellStatus(response);
  if (path === '/') {
    answer(response, 200, { service: 'api-gateway', version: required('VERSION') });
    return 200;
  }
  answer(response, 404, { error: 'no such path' });
  return 404;
}

const known = new Set(['/', '/healthz', '/readyz', '/metrics', '/api/v1/telemetry', '/api/v1/status']);

const turns = new Map<string, number>();

/** Every third answer, so that the slow ones show in the tail of the response times and not in their middle. */
function isHeld(path: string): boolean {
  if (hold === 0 || !known.has(path)) return false;
  const turn = (turns.get(path) ?? 0) + 1;
  turns.set(path, turn);
  return turn % 3 === 0;
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const began = performance.now();
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (isHeld(path)) await pause(hold);
  let status = 200;
  if (!answerProbe(request, response, metrics, readiness)) {
    try {
      status = await route(request, response, path);
    } catch {
      status = 502;
      answer(response, status, { error: 'a dependency does not answer' });
    }
  }
  durations.observe((performance.now() - began) / 1000);
  requests.add(1, { method: request.method ?? '', path: known.has(path) ? path : 'other', status: String(status) });
}

/** Ready once the database has been reached; a dependency lost later degrades answers and leaves the gateway in service. */
function readiness(): { ready: boolean; reason?: string } {
  return database.wasReached ? { ready: true } : { ready: false, reason: 'the database has not been reached yet' };
}

setInterval(() => {
  rows.set(database.written);
  dropped.set(database.dropped);
  dependency.set(database.isAnswering ? 1 : 0, { name: 'database' });
  dependency.set(cache.connected ? 1 : 0, { name: 'cache' });
}, 1_000);

const key = readFileSync(`${tls}/tls.key`);
const cert = readFileSync(`${tls}/tls.crt`);
const secure = createServer(
  { key, cert, keepAliveTimeout: 30_000 },
  (request, response) => void serve(request, response),
);
await new Promise<void>((resolve) => secure.listen(TLS_PORT, self.address, resolve));
const probes = await listen(self.address, PROBE_PORT, (request, response) => {
  if (!answerProbe(request, response, metrics, readiness)) answer(response, 404, { error: 'no such path' });
});
journal.write('info', 'gateway started', { pod: self.name, address: self.address });
endOnSignal(() => {
  secure.close();
  probes.close();
});
