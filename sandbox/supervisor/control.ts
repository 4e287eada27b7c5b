/** The control socket: how the command line and the faults talk to a sandbox's supervisor. HTTP over a unix socket. */
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { createInterface } from 'node:readline';
import { files } from './state.ts';
import type { Supervisor, SupervisorEvent, SupervisorStatus } from './supervisor.ts';

/** Serves `supervisor` on the control socket of `directory`; only root and the folder's owner can connect. */
export function serveControl(supervisor: Supervisor, directory: string): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    handle(supervisor, incoming, outgoing).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      outgoing.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(files.control(directory), () => resolve(server));
  });
}

async function handle(supervisor: Supervisor, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const answer = (): void => {
    outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(supervisor.status));
  };
  const route = `${incoming.method} ${incoming.url}`;
  if (route === 'GET /status') return answer();
  if (route === 'GET /events') return stream(supervisor, outgoing);
  if (route === 'POST /events') {
    // In one request, so that the events are those of this round.
    supervisor.startAll().catch(() => {});
    return stream(supervisor, outgoing);
  }
  if (route === 'POST /start') {
    await supervisor.startAll();
    return answer();
  }
  const action = /^POST \/parts\/([a-z0-9-]+)\/(start|stop)$/.exec(route);
  if (!action) throw new Error(`The control socket knows no "${route}".`);
  const [, name, verb] = action as unknown as [string, string, string];
  await (verb === 'start' ? supervisor.start(name) : supervisor.stop(name));
  return answer();
}

/** Writes one event a line until the sandbox is up or has failed. */
function stream(supervisor: Supervisor, outgoing: ServerResponse): void {
  outgoing.writeHead(200, { 'content-type': 'application/x-ndjson' });
  let stop = (): void => {};
  let ended = false;
  const listener = (event: SupervisorEvent): void => {
    if (ended) return;
    outgoing.write(`${JSON.stringify(event)}\n`);
    if (event.type !== 'phase' || event.phase === 'starting') return;
    ended = true;
    outgoing.end();
    stop();
  };
  stop = supervisor.follow(listener);
  outgoing.on('close', stop);
}

/** The client of a sandbox's control socket. */
export interface Control {
  status(): Promise<SupervisorStatus>;
  /** Starts every part that is neither running nor done. */
  startAll(): Promise<SupervisorStatus>;
  start(part: string): Promise<SupervisorStatus>;
  stop(part: string): Promise<SupervisorStatus>;
  /** The events of the current round, until the sandbox is up or has failed; `again` begins a round if none goes on. */
  events(again?: boolean, signal?: AbortSignal): AsyncGenerator<SupervisorEvent>;
}

/** Talks to the supervisor of the sandbox in `directory`; works inside and outside of it. */
export function control(directory: string): Control {
  const call = async (method: string, path: string): Promise<SupervisorStatus> => {
    const response = await send(directory, method, path);
    let body = '';
    for await (const chunk of response) body += String(chunk);
    if (response.statusCode === 200) return JSON.parse(body) as SupervisorStatus;
    throw new Error((JSON.parse(body) as { message: string }).message);
  };
  return {
    status: () => call('GET', '/status'),
    startAll: () => call('POST', '/start'),
    start: (part) => call('POST', `/parts/${part}/start`),
    stop: (part) => call('POST', `/parts/${part}/stop`),
    async *events(again = false, signal) {
      const response = await send(directory, again ? 'POST' : 'GET', '/events', signal);
      for await (const line of createInterface({ input: response })) yield JSON.parse(line) as SupervisorEvent;
    },
  };
}

function send(directory: string, method: string, path: string, signal?: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const options = { socketPath: files.control(directory), method, path, agent: false as const };
    const outgoing = request({ ...options, ...(signal ? { signal } : {}) }, resolve);
    outgoing.once('error', (error) =>
      reject(new Error(`The sandbox's supervisor does not answer on ${files.control(directory)}: ${error.message}`)),
    );
    outgoing.end();
  });
}
