/**
 * A node of the Phoenix Rooivalk ledger: proposes and follows blocks among its peers, keeps them in its volume, takes
 * transactions, serves its metrics, and writes a log that logrotate rotates.
 */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Journal } from '../pod-runtime/journal.ts';
import { Metrics } from '../pod-runtime/metrics.ts';
import { numberOr, pod, required } from '../pod-runtime/pod.ts';
import { answer, answerProbe, endOnSignal, listen, readJson } from '../pod-runtime/web.ts';
import { type Block, Chain } from './chain.ts';
import { keepScratch, layLog, layTemporaryFiles } from './history.ts';
import { Peers } from './peers.ts';
import { SLOT, Validator } from './validator.ts';

const PORT = 9090;
const LOG = '/var/log/blockchain/node.log';
const PID_FILE = '/run/blockchain/node.pid';
/** Milliseconds into a slot at which a validator wakes: timers may fire a little early. */
const WAKE_AFTER = 5;
/** Blocks that one answer holds. */
const PAGE = 2_000;

const self = pod();
const data = required('DATA_DIRECTORY');
const domain = `${required('SERVICE_NAME')}.${self.namespace}.svc.cluster.local`;

mkdirSync('/run/blockchain', { recursive: true });
// logrotate refuses folders that others may write to, as a fresh volume is.
for (const folder of ['/var/log/blockchain', '/var/lib/logrotate']) chmodSync(folder, 0o755);
writeFileSync(PID_FILE, `${process.pid}\n`);
const toStdout = process.env.LOG_TO === 'stdout';
if (!toStdout) layLog(LOG, self.name);
layTemporaryFiles(data);

const journal = new Journal(toStdout ? undefined : LOG);
process.on('SIGHUP', () => {
  journal.reopen();
  journal.write('info', 'log reopened');
});

const peers = new Peers(self.name, numberOr('VALIDATORS', 4), domain, PORT);
const chain = new Chain(`${data}/blocks.jsonl`);
const validator = new Validator(self.name, chain, peers, (level, message, fields) =>
  journal.write(level, message, { node: self.name, ...fields }),
);

const metrics = new Metrics();
const height = metrics.gauge('blockchain_height', 'Height of the last block that this node holds.');
const transactions = metrics.counter('transaction_count', 'Transactions in the ledger up to the last block.');
const peerCount = metrics.gauge('blockchain_peers', 'Other validators that answer.');
const quorum = metrics.gauge(
  'blockchain_quorum',
  'Whether more than two thirds of the validators answer (1) or not (0).',
);
const lastBlock = metrics.gauge('blockchain_last_block_timestamp_seconds', 'When the last block was proposed.');
const waiting = metrics.gauge('blockchain_mempool_size', 'Transactions that wait with this node.');

function measure(): void {
  height.set(chain.head.height);
  transactions.set(chain.head.total);
  peerCount.set(validator.connected);
  quorum.set(validator.hasQuorum ? 1 : 0);
  lastBlock.set(chain.head.time / 1000);
  waiting.set(validator.mempool);
}

function blocksFrom(url: URL): readonly Block[] {
  const from = url.searchParams.get('from');
  return from === 'head' ? [chain.head] : chain.from(Number(from), PAGE);
}

async function take(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readJson(request);
  if (path === '/vote') answer(response, validator.vote(body as Block) ? 200 : 409, {});
  else if (path === '/blocks') {
    const { block, voters } = body as { block: Block; voters: string[] };
    answer(response, validator.accept(block, voters) ? 200 : 409, {});
  } else if (path === '/transactions') {
    const taken = validator.submit((body as { transactions: string[] }).transactions);
    answer(response, 202, { taken, height: chain.head.height });
  } else answer(response, 404, { error: `no such path: ${path}` });
}

function handle(request: IncomingMessage, response: ServerResponse): void {
  measure();
  if (answerProbe(request, response, metrics, () => validator.readiness())) return;
  const url = new URL(request.url ?? '/', 'http://node');
  if (request.method === 'POST') {
    take(url.pathname, request, response).catch((error) => answer(response, 400, { error: String(error) }));
    return;
  }
  if (url.pathname === '/status') {
    answer(response, 200, {
      name: self.name,
      height: chain.head.height,
      hash: chain.head.hash,
      peers: validator.connected,
    });
  } else if (url.pathname === '/blocks') answer(response, 200, blocksFrom(url));
  else answer(response, 404, { error: `no such path: ${url.pathname}` });
}

const server = await listen(self.address, PORT, handle);
keepScratch(data);
journal.write('info', 'node started', { node: self.name, address: self.address, height: chain.head.height });
endOnSignal(() => {
  server.close();
  chain.close();
  rmSync(PID_FILE, { force: true });
});

for (;;) {
  const slot = Math.floor(Date.now() / SLOT);
  await validator.meet();
  await validator.propose(slot);
  const next = (slot + 1) * SLOT - Date.now();
  await new Promise((resolve) => setTimeout(resolve, Math.max(50, next + WAKE_AFTER)));
}
