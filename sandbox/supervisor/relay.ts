/** A relay between sockets: TCP or unix on either side. */
import { connect, createServer, type ListenOptions, type Server, type TcpNetConnectOpts } from 'node:net';

/** Where the relay connects to. */
export type RelayTarget = { readonly path: string } | Pick<TcpNetConnectOpts, 'host' | 'port'>;

/** Listens and passes every connection on to `target`; resolves when it listens. */
export function relay(listen: ListenOptions, target: RelayTarget): Promise<Server> {
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    const far = connect({ ...target, allowHalfOpen: true, noDelay: true } as TcpNetConnectOpts);
    near.pipe(far);
    far.pipe(near);
    const end = (): void => {
      near.destroy();
      far.destroy();
    };
    near.on('error', end);
    far.on('error', end);
    near.on('close', () => far.destroySoon());
    far.on('close', () => near.destroySoon());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(listen, () => resolve(server));
  });
}
