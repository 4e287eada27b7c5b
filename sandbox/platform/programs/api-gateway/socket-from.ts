import { Socket } from 'node:net';

/**
 * A socket that connects from the pod's own address. Pods of the sandbox share one network, in which the kernel would pick
 * the same address for all of them; in a cluster each has its own, and servers tell them apart by it.
 */
export function socketFrom(localAddress: string): Socket {
  const socket = new Socket();
  const connect = socket.connect.bind(socket) as (options: object) => Socket;
  // as pg calls it: port and host
  socket.connect = ((port: number, host: string) => connect({ port, host, localAddress })) as Socket['connect'];
  return socket;
}
