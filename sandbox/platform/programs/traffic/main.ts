/** The sensors of the field: send telemetry to every gateway in turn, and ask for its status now and then. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { AddressBook, call } from '../pod-runtime/call.ts';
import { Journal } from '../pod-runtime/journal.ts';
import { Metrics } from '../pod-runtime/metrics.ts';
import { numberOr, pod, required } from '../pod-runtime/pod.ts';
import { answer, answerProbe, endOnSignal, listen } from '../pod-runtime/web.ts';

const PORT = 8443;
/** Batches a second; each holds its share of the transactions. */
const BATCHES = 10;
/** Sensors in the field. */
const SENSORS = 400;
/** Every how many batches the status is asked for as well. */
const STATUS_EVERY = 5;
/** How long an answer may take, in milliseconds. */
const TIMEOUT = 15_000;
/** Requests in flight at most: a slow gateway slows the field down instead of being buried. */
const IN_FLIGHT = 200;

const self = pod();
const host = required('GATEWAY_HOST');
const perSecond = numberOr('TRANSACTIONS_PER_SECOND', 1_000);
const ca = readFileSync(required('CA_FILE'), 'utf8');

const journal = new Journal();
const book = new AddressBook();
const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
const metrics = new Metrics();
const sent = metrics.counter('traffic_requests_total', 'Requests sent, by outcome.');

let turn = 0;
let flying = 0;

async function send(path: string, body?: unknown): Promise<void> {
  const addresses = await book.all(host);
  const address = addresses[turn % Math.max(1, addresses.length)];
  if (address === undefined || flying >= IN_FLIGHT) {
    sent.add(1, { outcome: address === undefined ? 'no address' : 'too many waiting' });
    return;
  }
  flying += 1;
  try {
    const method = body === undefined ? 'GET' : 'POST';
    const tls = { servername: host, ca };
    const { status } = await call({ address, port: PORT, path, method, body, timeout: TIMEOUT, agent, tls });
    sent.add(1, { outcome: String(status) });
  } catch (error) {
    sent.add(1, { outcome: (error as NodeJS.ErrnoException).code ?? 'error' });
  } finally {
    flying -= 1;
  }
}

function batch(): void {
  turn += 1;
  const transactions = Array.from({ length: Math.round(perSecond / BATCHES) }, () => randomBytes(8).toString('hex'));
  const signal = -40 - Math.random() * 50;
  void send('/api/v1/telemetry', { sensor: 1 + (turn % SENSORS), signal, transactions });
  if (turn % STATUS_EVERY === 0) void send('/api/v1/status');
}

const server = await listen(self.address, 9090, (request, response) => {
  if (!answerProbe(request, response, metrics, () => ({ ready: true })))
    answer(response, 404, { error: 'no such path' });
});
setInterval(batch, 1000 / BATCHES);
journal.write('info', 'traffic started', { pod: self.name, perSecond });
endOnSignal(() => server.close());
