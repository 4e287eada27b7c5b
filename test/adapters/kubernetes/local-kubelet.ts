import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Answer, LocalApi, type Seen } from './local-api.ts';

/** What a kubelet does with those who want to run something. */
export interface Kubelet {
  /** What the kubelet does with an open socket. */
  readonly serve?: (socket: WebSocket, url: URL, raw: Duplex) => void;
  /** The subprotocol that it chooses; default: the first that is offered. */
  readonly choose?: string;
  /** Answers plain requests: those that explain a refusal. */
  readonly answer?: (seen: Seen) => Answer;
  /** Refuses the upgrade: the first so many times, or always. */
  readonly refuse?: { readonly status: number; readonly body: object; readonly head?: string; readonly times?: number };
}

/** A local server that upgrades `exec` to a WebSocket. */
export async function kubelet({ serve = () => undefined, choose, answer = () => ({ status: 404 }), refuse }: Kubelet) {
  const api = await LocalApi.start(answer);
  const offered: string[][] = [];
  let asked = 0;
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: (protocols) => {
      offered.push([...protocols]);
      return choose ?? [...protocols][0] ?? false;
    },
  });
  api.server.on('upgrade', (request, socket: Duplex, head) => {
    asked += 1;
    if (refuse !== undefined && asked <= (refuse.times ?? Number.POSITIVE_INFINITY)) {
      const body = JSON.stringify(refuse.body);
      const head = `${refuse.head ?? ''}Content-Length: ${body.length}\r\nConnection: close\r\n\r\n`;
      socket.end(`HTTP/1.1 ${refuse.status} No\r\n${head}${body}`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (open) =>
      serve(open, new URL(request.url ?? '', 'http://local'), socket),
    );
  });
  return { api, offered, cluster: api.cluster(), [Symbol.asyncDispose]: () => api[Symbol.asyncDispose]() };
}
